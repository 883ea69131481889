package org.preventionnetwork.registry.query.history;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.history.KnownFact;
import org.preventionnetwork.registry.query.http.Masked;
import org.preventionnetwork.registry.query.language.Told;
import org.preventionnetwork.registry.query.projection.Change;
import org.preventionnetwork.registry.query.projection.ReadModel;
import org.preventionnetwork.registry.query.projection.RecordedEvent;
import org.preventionnetwork.registry.query.projection.Rows;
import org.preventionnetwork.registry.query.projection.Table;

/**
 * One row for every event, of every kind, that is never touched again: who, when, why, on what source, and what changed,
 * in plain English and as JSON, without personal data; {@code told} is what the same needs in another language. {@code
 * known_from} is the event's position.
 */
final class HistoryModel implements ReadModel {
    private static final String CREATE =
            """
            CREATE TABLE ${schema}.history (
                entity          text COLLATE "C" NOT NULL,
                known_from      bigint NOT NULL,
                event_id        text COLLATE "C" NOT NULL,
                event_name      text COLLATE "C" NOT NULL,
                entity_type     text COLLATE "C" NOT NULL,
                fact_id         text COLLATE "C" NOT NULL,
                subject         text COLLATE "C" NOT NULL,
                recorded_at     timestamptz NOT NULL,
                known_at        timestamptz NOT NULL,
                effective_on    text,
                actor           text COLLATE "C" NOT NULL,
                role            text COLLATE "C" NOT NULL,
                source          text,
                note            text,
                reason          text,
                batch           text COLLATE "C",
                summary         text NOT NULL,
                before          jsonb,
                after           jsonb,
                correction_kind text,
                told            jsonb NOT NULL,
                words           tsvector NOT NULL)
            """;
    private static final Table TABLE = new Table(
            "history",
            List.of(
                    "entity",
                    "known_from",
                    "event_id",
                    "event_name",
                    "entity_type",
                    "fact_id",
                    "subject",
                    "recorded_at",
                    "known_at",
                    "effective_on",
                    "actor",
                    "role",
                    "source",
                    "note",
                    "reason",
                    "batch",
                    "summary",
                    "before",
                    "after",
                    "correction_kind",
                    "told",
                    "words"),
            List.of(CREATE),
            List.of(
                    "ALTER TABLE ${schema}.history ADD PRIMARY KEY (known_from)",
                    "CREATE INDEX history_entity ON ${schema}.history (entity, known_from)",
                    "CREATE INDEX history_event_name ON ${schema}.history (event_name, known_from)",
                    "CREATE INDEX history_actor ON ${schema}.history (actor, known_from)",
                    "CREATE INDEX history_batch ON ${schema}.history (batch, known_from) WHERE batch IS NOT NULL",
                    "CREATE INDEX history_recorded_at ON ${schema}.history (recorded_at)",
                    "CREATE INDEX history_words ON ${schema}.history USING gin (words)"));
    private static final Object NOTHING = new Object();

    @Override
    public List<Table> tables() {
        return List.of(TABLE);
    }

    @Override
    public Object remember() {
        return NOTHING;
    }

    @Override
    public void apply(Change change, Object memory, Rows rows) {
        if (rows == Rows.NONE) {
            return;
        }
        RecordedEvent at = change.at();
        Provenance provenance = Provenance.from(at.metadata());
        Fact fact = fact(change);
        Told told = Sentences.told(change);
        String summary = Sentences.summary(change, told);
        rows.insert(
                TABLE,
                at.entity(),
                at.position(),
                at.eventId(),
                at.name(),
                at.event().entity().type().prefix(),
                at.event().factId(),
                fact.subject(),
                at.timestamp(),
                at.knownAt(),
                fact.effectiveOn(),
                provenance.actor(),
                provenance.role(),
                provenance.source(),
                provenance.note(),
                provenance.reason(),
                provenance.batch(),
                summary,
                json(change.before()),
                json(change.after()),
                told.kind(),
                told.json(),
                SearchWords.vector(summary, provenance.source(), provenance.reason(), provenance.note()));
    }

    /** The fact as known now, or after an annulment as it was known. */
    private static Fact fact(Change change) {
        KnownFact known = change.after() == null ? change.before() : change.after();
        if (known == null) {
            throw new IllegalStateException(change.at().name() + " is about no fact");
        }
        return known.fact();
    }

    private static @Nullable String json(@Nullable KnownFact known) {
        return known == null ? null : Masked.json(known.fact());
    }
}
