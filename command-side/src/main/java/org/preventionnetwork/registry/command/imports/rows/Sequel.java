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
interface Sequel {
    /**
     * @param wanted what the cell says, or null
     * @param first what the first fact says, or null
     */
    boolean says(String field, @Nullable JsonNode wanted, @Nullable JsonNode first, FactHistory<Fact> history);

    /**
     * Whether anything that holds says the field anew, whatever it says: what the first fact left empty is then no longer
     * simply unknown, and nobody can tell of which day a cell is that says something else again.
     */
    boolean speaksOf(String field, FactHistory<Fact> history);

    /** A fact that says all of its fields anew: what it leaves empty is empty since. */
    static Sequel whole(Class<? extends Fact> type) {
        return new Said(type, false);
    }

    /** A fact that leaves as it was what it leaves empty. */
    static Sequel inPart(Class<? extends Fact> type) {
        return new Said(type, true);
    }

    /** Facts that add one item to a list, or take it from there. */
    static Sequel items(String list, String item, Class<? extends Fact> added, Class<? extends Fact> removed) {
        return new Items(list, item, added, removed);
    }

    /** Says fields of the same names. */
    record Said(Class<? extends Fact> type, Set<String> fields, boolean inPart) implements Sequel {
        /** Since when it is so is no field of the first fact that it changes. */
        private static final String SINCE = "from";

        Said(Class<? extends Fact> type, boolean inPart) {
            this(
                    type,
                    Stream.of(type.getRecordComponents())
                            .map(RecordComponent::getName)
                            .collect(Collectors.toSet()),
                    inPart);
        }

        @Override
        public boolean says(
                String field, @Nullable JsonNode wanted, @Nullable JsonNode first, FactHistory<Fact> history) {
            return fields.contains(field)
                    && (wanted != null || !inPart)
                    && Comparison.ever(type, history)
                            .anyMatch(tree -> Objects.equals(Comparison.value(tree.get(field)), wanted));
        }

        @Override
        public boolean speaksOf(String field, FactHistory<Fact> history) {
            return fields.contains(field)
                    && !(inPart && field.equals(SINCE))
                    && Comparison.now(type, history)
                            .anyMatch(tree -> !inPart || Comparison.value(tree.get(field)) != null);
        }
    }

    /** Says a list item by item. */
    record Items(String list, String item, Class<? extends Fact> added, Class<? extends Fact> removed)
            implements Sequel {
        @Override
        public boolean says(
                String field, @Nullable JsonNode wanted, @Nullable JsonNode first, FactHistory<Fact> history) {
            if (!field.equals(list)) {
                return false;
            }
            Set<JsonNode> more = items(item, added, history);
            Set<JsonNode> less = items(item, removed, history);
            return all(wanted).allMatch(one -> more.contains(one) || all(first).anyMatch(one::equals))
                    && all(first)
                            .allMatch(one -> less.contains(one) || all(wanted).anyMatch(one::equals));
        }

        @Override
        public boolean speaksOf(String field, FactHistory<Fact> history) {
            return field.equals(list)
                    && Stream.concat(history.all(added), history.all(removed))
                            .findAny()
                            .isPresent();
        }
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
