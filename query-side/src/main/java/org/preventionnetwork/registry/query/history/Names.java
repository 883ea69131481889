package org.preventionnetwork.registry.query.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.EntityKind;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.NamesInLanguage;
import org.preventionnetwork.registry.api.history.KnownFact;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.query.projection.Dated;
import org.preventionnetwork.registry.query.projection.KnownFacts;
import org.preventionnetwork.registry.query.projection.LanguageNames;

/**
 * What an entity is called, as known at some position: the name it was registered with, or the latest it was given
 * since; its id where nothing tells a name any more.
 */
final class Names {
    private final KnownFacts facts;
    private final Fact told;

    /** @param told the fact that is spoken of; after an annulment it is no longer among the facts */
    Names(KnownFacts facts, Fact told) {
        this.facts = facts;
        this.told = told;
    }

    /** The present name. */
    String latest(Function<Fact, @Nullable String> name) {
        return choose(name, false);
    }

    /** The name, were it not for the fact that is spoken of. */
    String otherwise(Function<Fact, @Nullable String> name) {
        return choose(name, true);
    }

    /** By language; as the name itself, a renaming is told with those of before. */
    Map<String, String> inLanguages(EntityKind<?> kind) {
        List<NamesInLanguage> names = new ArrayList<>();
        List<Fact> renamings = new ArrayList<>();
        facts.about("").stream()
                .map(KnownFact::fact)
                .filter(fact -> !fact.factId().equals(told.factId()))
                .forEach(fact -> {
                    if (fact instanceof NamesInLanguage name) {
                        names.add(name);
                    } else if (kind.renames(fact)) {
                        renamings.add(fact);
                    }
                });
        return new LanguageNames(names, renamings).on(HistoricalDate.END_OF_TIME);
    }

    private String choose(Function<Fact, @Nullable String> name, boolean without) {
        List<Fact> names = new ArrayList<>();
        facts.about("").forEach(known -> {
            if (name.apply(known.fact()) != null
                    && !(without && known.fact().factId().equals(told.factId()))) {
                names.add(known.fact());
            }
        });
        Fact found = new Dated<>(names, Fact::effectiveOn).on(HistoricalDate.END_OF_TIME);
        String chosen = found == null ? name.apply(told) : name.apply(found);
        return chosen == null ? facts.id() : chosen;
    }
}
