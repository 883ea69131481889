package org.preventionnetwork.registry.query.history;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Annulment;
import org.preventionnetwork.registry.api.facts.Correction;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.history.KnownFact;
import org.preventionnetwork.registry.api.officials.PersonalText;
import org.preventionnetwork.registry.api.wire.EventCatalogue;
import org.preventionnetwork.registry.query.language.Details;
import org.preventionnetwork.registry.query.language.Told;
import org.preventionnetwork.registry.query.language.Told.Happening;
import org.preventionnetwork.registry.query.language.Tongue;
import org.preventionnetwork.registry.query.projection.Change;
import org.preventionnetwork.registry.query.projection.KnownFacts;

/** Finds what every event's sentence says, without personal data. */
final class Sentences {
    private Sentences() {}

    static Told told(Change change) {
        if (change.at().event() instanceof Correction correction) {
            Fact before = fact(change.before(), change);
            return told(
                    before,
                    change.facts(),
                    Happening.CORRECTED,
                    correction.correctionKind().name(),
                    null,
                    personal(before, correction.replacement()));
        }
        if (change.at().event() instanceof Annulment annulment) {
            String batch = annulment.wholeBatch() == null
                    ? null
                    : annulment.wholeBatch().value();
            Fact before = fact(change.before(), change);
            String kind = annulment.correctionKind() == null
                    ? null
                    : annulment.correctionKind().name();
            return told(before, change.facts(), Happening.ANNULLED, kind, batch, List.of());
        }
        Happening happening = change.at().event() instanceof Fact ? Happening.RECORDED : Happening.SUPPORTED;
        return told(fact(change.after(), change), change.facts(), happening, null, null, List.of());
    }

    /** The sentence that the API tells of an event. */
    static String summary(Change change, Told told) {
        return told.sentence(Tongue.API, details(change.before()), details(change.after()));
    }

    /** A fact that is known, or was until it was annulled. */
    static String of(Fact fact, KnownFacts facts, Tongue tongue) {
        return told(fact, facts, Happening.RECORDED, null, null, List.of())
                .sentence(tongue, null, Details.of((Record) fact));
    }

    private static Told told(
            Fact fact,
            KnownFacts facts,
            Happening happening,
            @Nullable String kind,
            @Nullable String batch,
            List<String> personal) {
        EventCatalogue.StoredName name = EventCatalogue.standard().nameOf(fact.getClass());
        return new Told(
                Objects.requireNonNull(name, "stored name").name(),
                happening,
                kind,
                batch,
                personal,
                Surroundings.of(fact, facts));
    }

    private static List<String> personal(Fact before, Fact after) {
        Details old = Details.of((Record) before);
        Details now = Details.of((Record) after);
        List<String> changed = new ArrayList<>();
        for (RecordComponent field : Details.components(before.getClass())) {
            if (field.getType() == PersonalText.class
                    && !Objects.equals(old.get(field.getName()), now.get(field.getName()))) {
                changed.add(field.getName());
            }
        }
        return changed;
    }

    private static Fact fact(@Nullable KnownFact known, Change change) {
        if (known == null) {
            throw new IllegalStateException(change.at().name() + " is about no fact");
        }
        return known.fact();
    }

    private static @Nullable Details details(@Nullable KnownFact known) {
        return known == null ? null : Details.of((Record) known.fact());
    }
}
