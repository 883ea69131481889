package org.preventionnetwork.registry.query.projection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.NamesInLanguage;
import org.preventionnetwork.registry.api.history.Piecewise;
import org.preventionnetwork.registry.api.text.NameLanguage;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What something is called in each language on a day. A name in a language goes with the name that it was given for: a
 * renaming that is certainly later ends it.
 */
public final class LanguageNames {
    private final Map<NameLanguage, Dated<NamesInLanguage>> names;
    private final List<Fact> renamings;

    /**
     * @param names in the order of recording, which decides between equal dates
     * @param renamings of the same entity, whatever the language
     */
    public LanguageNames(List<? extends NamesInLanguage> names, List<? extends Fact> renamings) {
        this.names = names.stream()
                .map(NamesInLanguage.class::cast)
                .collect(Collectors.groupingBy(
                        NamesInLanguage::language,
                        TreeMap::new,
                        Collectors.collectingAndThen(
                                Collectors.toList(), given -> new Dated<>(given, NamesInLanguage::from))));
        this.renamings = List.copyOf(renamings);
    }

    /** By the language's tag; languages without a name are not in it. */
    public Map<String, String> on(LocalDate day) {
        List<HistoricalDate> begun = begun(day);
        Map<String, String> called = new TreeMap<>();
        names.forEach((language, given) -> {
            NamesInLanguage name = given.on(day);
            if (name != null && begun.stream().noneMatch(renamed -> isEnded(name.from(), renamed))) {
                called.put(language.tag(), name.name());
            }
        });
        return called;
    }

    private List<HistoricalDate> begun(LocalDate day) {
        List<HistoricalDate> begun = new ArrayList<>();
        for (Fact renaming : renamings) {
            HistoricalDate from = renaming.effectiveOn();
            if (from != null && !from.earliest().isAfter(day)) {
                begun.add(from);
            }
        }
        return begun;
    }

    /** A name without a date goes with the first one. */
    private static boolean isEnded(@Nullable HistoricalDate from, HistoricalDate renamed) {
        return from == null || from.certainlyBefore(renamed);
    }

    /** Whether the answer for a day does not depend on what the imprecise dates mean. */
    public boolean certainOn(LocalDate day) {
        return names.values().stream().allMatch(given -> given.certainOn(day));
    }

    public void bound(Piecewise days) {
        names.values().forEach(given -> given.bound(days));
    }

    /** As a table has it. */
    public static JsonNode json(Map<String, String> names) {
        ObjectNode json = RegistryJson.mapper().createObjectNode();
        names.forEach(json::put);
        return json;
    }
}
