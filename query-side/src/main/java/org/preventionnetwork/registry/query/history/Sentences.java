package org.preventionnetwork.registry.query.history;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Annulment;
import org.preventionnetwork.registry.api.facts.Correction;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.query.projection.Change;
import org.preventionnetwork.registry.query.projection.KnownFact;
import org.preventionnetwork.registry.query.projection.KnownFacts;

/** Tells every event in one plain English sentence, without personal data. */
final class Sentences {
    private static final Sentences STANDARD = new Sentences();

    static {
        ProgrammeSentences.addTo(STANDARD);
        InstitutionSentences.addTo(STANDARD);
        SeminarSentences.addTo(STANDARD);
        EnrollmentSentences.addTo(STANDARD);
        OfficialSentences.addTo(STANDARD);
        NetworkSentences.addTo(STANDARD);
        MembershipSentences.addTo(STANDARD);
        InitiativeSentences.addTo(STANDARD);
        StatementSentences.addTo(STANDARD);
        EditionSentences.addTo(STANDARD);
    }

    private final Map<Class<? extends Fact>, BiFunction<Fact, Names, Told>> tellers = new HashMap<>();

    static Sentences standard() {
        return STANDARD;
    }

    <F extends Fact> Sentences tell(Class<F> type, BiFunction<F, Names, Told> teller) {
        tellers.put(type, (fact, names) -> teller.apply(type.cast(fact), names));
        return this;
    }

    boolean knows(Class<?> fact) {
        return tellers.containsKey(fact);
    }

    String of(Change change) {
        KnownFacts facts = change.facts();
        if (change.at().event() instanceof Fact fact) {
            return of(fact, facts);
        }
        if (change.at().event() instanceof Correction correction) {
            Fact before = fact(change.before(), change);
            return "Corrected (" + Words.constant(correction.correctionKind()) + "): "
                    + told(before, facts).topic() + ": " + Differences.between(before, correction.replacement());
        }
        if (change.at().event() instanceof Annulment annulment) {
            String batch = annulment.wholeBatch() == null ? "" : " with the whole of batch " + annulment.wholeBatch();
            return "Annulled" + batch + ": "
                    + told(fact(change.before(), change), facts).sentence();
        }
        return "Further source for: "
                + told(fact(change.after(), change), facts).sentence();
    }

    /** A fact that is known, or was until it was annulled. */
    String of(Fact fact, KnownFacts facts) {
        return Words.capitalised(told(fact, facts).sentence());
    }

    private static Fact fact(@Nullable KnownFact known, Change change) {
        if (known == null) {
            throw new IllegalStateException(change.at().name() + " is about no fact");
        }
        return known.fact();
    }

    private Told told(Fact fact, KnownFacts facts) {
        BiFunction<Fact, Names, Told> teller = tellers.get(fact.getClass());
        if (teller == null) {
            throw new IllegalStateException("no sentence for " + fact.getClass());
        }
        return teller.apply(fact, new Names(facts, fact));
    }
}
