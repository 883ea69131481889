package org.preventionnetwork.registry.command.imports.rows;

import java.lang.reflect.RecordComponent;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.history.FactHistory;
import tools.jackson.databind.JsonNode;

/**
 * Later facts that say anew what the first one said: where a seminar is now, how a network is called since. A list of some
 * day has what held then, so a cell is nothing new where any of them says it, and never a correction of the first.
 */
@FunctionalInterface
interface Sequel {
    /**
     * @param wanted what the cell says, or null
     * @param first what the first fact says, or null
     */
    boolean says(String field, @Nullable JsonNode wanted, @Nullable JsonNode first, FactHistory<Fact> history);

    /** A fact that says all of its fields anew: what it leaves empty is empty since. */
    static Sequel whole(Class<? extends Fact> type) {
        Set<String> fields = Stream.of(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
        return (field, wanted, first, history) -> fields.contains(field)
                && Comparison.ever(type, history)
                        .anyMatch(tree -> Objects.equals(Comparison.value(tree.get(field)), wanted));
    }

    /** A fact that leaves as it was what it leaves empty. */
    static Sequel inPart(Class<? extends Fact> type) {
        Sequel whole = whole(type);
        return (field, wanted, first, history) -> wanted != null && whole.says(field, wanted, first, history);
    }

    /** Facts that add one item to a list, or take it from there. */
    static Sequel items(String list, String item, Class<? extends Fact> added, Class<? extends Fact> removed) {
        return (field, wanted, first, history) -> {
            if (!field.equals(list)) {
                return false;
            }
            Set<JsonNode> more = items(item, added, history);
            Set<JsonNode> less = items(item, removed, history);
            return all(wanted).allMatch(one -> more.contains(one) || all(first).anyMatch(one::equals))
                    && all(first)
                            .allMatch(one -> less.contains(one) || all(wanted).anyMatch(one::equals));
        };
    }

    private static Set<JsonNode> items(String item, Class<? extends Fact> type, FactHistory<Fact> history) {
        Set<JsonNode> items = new HashSet<>();
        Comparison.ever(type, history).forEach(tree -> items.add(tree.get(item)));
        return items;
    }

    private static Stream<JsonNode> all(@Nullable JsonNode list) {
        return list == null ? Stream.of() : list.valueStream();
    }
}
