package org.preventionnetwork.registry.command.imports.rows;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.history.FactHistory;
import org.preventionnetwork.registry.api.officials.PersonalText;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import org.preventionnetwork.registry.command.imports.files.Cause;
import org.preventionnetwork.registry.command.imports.files.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a row says beside what is recorded of the same thing.
 *
 * @param fact what is recorded now
 * @param filled fields that were empty so far, and that nothing said anew since
 * @param differing columns that say something else
 */
record Comparison(Fact fact, ObjectNode filled, List<Problem> differing) {

    boolean isSame() {
        return filled.isEmpty() && differing.isEmpty();
    }

    /** Compared with what is recorded now, or with what was before; null where nothing is recorded of this. */
    static @Nullable Comparison of(Saying saying, FactHistory<Fact> history) {
        ObjectNode said = RegistryJson.mapper().valueToTree(saying.command());
        List<Comparison> now = candidates(saying, said, true, history)
                .map(fact -> compare(saying, said, fact, history))
                .toList();
        return Stream.concat(
                        now.stream(),
                        candidates(saying, said, false, history).map(fact -> compare(saying, said, fact, history)))
                .filter(Comparison::isSame)
                .findFirst()
                .orElse(now.isEmpty() ? null : now.get(0));
    }

    private static Stream<? extends Fact> candidates(
            Saying saying, ObjectNode said, boolean holding, FactHistory<Fact> history) {
        return saying.facts().stream()
                .flatMap(type -> holding ? history.all(type) : history.former(type))
                .filter(fact -> saying.key().stream()
                        .allMatch(field -> Objects.equals(
                                value(said.get(field)), value(tree(fact).get(field)))));
    }

    private static Comparison compare(Saying saying, ObjectNode said, Fact fact, FactHistory<Fact> history) {
        ObjectNode known = tree(fact);
        ObjectNode filled = RegistryJson.mapper().createObjectNode();
        List<Problem> differing = new ArrayList<>();
        Set<Map.Entry<String, String>> columns = saying.columns().entrySet();
        for (RecordComponent component : fact.getClass().getRecordComponents()) {
            String field = component.getName();
            String column = columns.stream()
                    .filter(entry -> entry.getKey().equals(field))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(null);
            if (column == null) {
                continue;
            }
            JsonNode wanted = value(said.get(field));
            JsonNode recorded = value(known.get(field));
            if (Objects.equals(wanted, recorded)
                    || saying.sequels().stream().anyMatch(sequel -> sequel.says(field, wanted, recorded, history))) {
                continue;
            }
            boolean anew = saying.sequels().stream().anyMatch(sequel -> sequel.speaksOf(field, history));
            if (recorded == null && wanted != null && !anew) {
                filled.set(field, wanted);
            } else {
                differing.add(conflict(saying, column, component, recorded));
            }
        }
        return new Comparison(fact, filled, differing);
    }

    private static Problem conflict(
            Saying saying, String column, RecordComponent component, @Nullable JsonNode recorded) {
        boolean personal = component.getType() == PersonalText.class || recorded == null;
        return Cells.problem(
                saying.row(),
                column,
                "CONFLICT",
                personal || recorded == null
                        ? Cause.ALREADY_CONFLICTING.with()
                        : Cause.ALREADY_CONFLICTING_WITH.with(
                                recorded.isString() ? recorded.asString() : recorded.toString()));
    }

    /** Facts of a type as they are recorded, or were. */
    static Stream<ObjectNode> ever(Class<? extends Fact> type, FactHistory<Fact> history) {
        return Stream.<Fact>concat(history.all(type), history.former(type)).map(Comparison::tree);
    }

    /** Facts of a type as they are recorded. */
    static Stream<ObjectNode> now(Class<? extends Fact> type, FactHistory<Fact> history) {
        return history.all(type).map(Comparison::tree);
    }

    private static ObjectNode tree(Fact fact) {
        return RegistryJson.mapper().valueToTree(fact);
    }

    /** Null for what is empty; the bare text of personal data. */
    static @Nullable JsonNode value(@Nullable JsonNode node) {
        if (node == null || node.isNull() || (node.isArray() && node.isEmpty())) {
            return null;
        }
        return node.isObject() && node.has("scheme") ? node.get("value") : node;
    }
}
