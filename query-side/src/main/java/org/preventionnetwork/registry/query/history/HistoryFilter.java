package org.preventionnetwork.registry.query.history;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.query.http.Means;
import org.preventionnetwork.registry.query.http.Question;
import org.preventionnetwork.registry.query.http.QuestionShape;

/** Which events are asked for: by entity, type, fact, actor, batch, time of recording, words, or the one at a position. */
@Question
public record HistoryFilter(
        @Means(value = "Those of this entity: its type and id, or an id.", example = "network:latin-american-network")
                @Nullable
                String entity,
        @Means(value = "The same as entity.", example = "latin-american-network") @Nullable String id,
        @Means(value = "Those of entities of this type.", example = "network") @Nullable String entityType,
        @Means(
                        value = "Those of this type, or of all types that begin so, with a dot at the end.",
                        example = "network.StateAdmitted")
                @Nullable
                String type,
        @Means(value = "Those of this fact.", example = "bo-member-2012-03-29") @Nullable String factId,
        @Means(value = "Those about this part of an entity, such as a membership.", example = "bo-member-2012-03-29")
                @Nullable
                String subject,
        @Means(value = "Those that this account recorded.", example = "secretary") @Nullable String actor,
        @Means(value = "Those of this import.", example = "import-1") @Nullable String batch,
        @Means(value = "Those recorded since then.", firstMoment = true) @Nullable Instant from,
        @Means("Those recorded until then.") @Nullable Instant to,
        @Means(
                        value = "Those with these words, or words that begin so, in summary, source, reason or note.",
                        example = "bolivia")
                @Nullable
                String q,
        @Means(value = "The one event at this position of the ledger.", example = "1200") @Nullable Long position) {

    /** The names of all that can be asked. */
    public static List<String> names() {
        return QuestionShape.of(HistoryFilter.class).names();
    }

    /** @throws org.preventionnetwork.registry.query.http.MalformedQuestion when something can never fit */
    public HistoryConditions conditions() {
        return HistoryConditions.of(this);
    }
}
