package org.preventionnetwork.registry.command.imports.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.RegistryCommand;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import org.preventionnetwork.registry.command.imports.files.Cause.Said;
import org.preventionnetwork.registry.command.imports.files.Problem;
import org.preventionnetwork.registry.command.imports.files.Row;
import org.preventionnetwork.registry.command.reading.CommandReader;
import org.preventionnetwork.registry.command.reading.FieldError;
import org.preventionnetwork.registry.command.reading.InvalidCommand;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A command in the making. The cells go through the same reader as the bodies of requests, so a file is held to the same
 * rules; what the reader finds wrong comes back with the column's name.
 */
final class Draft {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,15}");
    private static final Map<String, Boolean> FLAGS = Map.of("true", true, "yes", true, "false", false, "no", false);

    private final Row row;
    private final Class<? extends RegistryCommand> type;
    private final ObjectNode body = RegistryJson.mapper().createObjectNode();
    private final Map<String, Object> given = new HashMap<>();
    private final Map<String, String> columns = new HashMap<>();
    private final List<Class<? extends Fact>> facts = new ArrayList<>();
    private final List<Sequel> sequels = new ArrayList<>();
    private final List<Class<? extends Fact>> rivals = new ArrayList<>();
    private final List<Problem> wrong = new ArrayList<>();
    private Set<String> key = Set.of();
    private String[] slot = {};
    private boolean asksFirst;

    /** @param idField the field that names the entity; its cell is the row's first */
    Draft(Row row, Class<? extends RegistryCommand> type, String idField) {
        this.row = row;
        this.type = type;
        text(idField, row.kind().entityColumn());
        text("source", "source").text("note", "note");
    }

    Draft text(String field, String column) {
        columns.put(field, column);
        String cell = row.text(column);
        if (!cell.isEmpty()) {
            body.put(field, cell);
        }
        return this;
    }

    Draft number(String field, String column) {
        text(field, column);
        String cell = row.text(column);
        if (WHOLE_NUMBER.matcher(cell).matches()) {
            body.put(field, Long.parseLong(cell));
        }
        return this;
    }

    Draft flag(String field, String column) {
        text(field, column);
        Boolean flag = FLAGS.get(row.text(column).toLowerCase(Locale.ROOT));
        if (flag != null) {
            body.put(field, flag);
        }
        return this;
    }

    Draft list(String field, String column) {
        columns.put(field, column);
        ArrayNode items = body.putArray(field);
        row.list(column).forEach(items::add);
        return this;
    }

    /** One of the items of a cell. */
    Draft one(String field, String column, String item) {
        columns.put(field, column);
        body.put(field, item);
        return this;
    }

    /** What a cell means, in place of what it says. */
    Draft replaced(String field, String meaning) {
        body.put(field, meaning);
        return this;
    }

    /** A value that is not a cell's. */
    Draft given(String field, Object value) {
        given.put(field, value);
        return this;
    }

    /** A cell that no field of the command stands for, and that is wrong. */
    Draft wrong(String column, Said said) {
        wrong.add(Cells.problem(row, column, "INVALID", said));
        return this;
    }

    /** What it is recorded as, and which fields tell that it is the same. */
    @SafeVarargs
    final Draft recordedAs(Set<String> sameBy, Class<? extends Fact>... types) {
        this.key = sameBy;
        facts.addAll(List.of(types));
        return this;
    }

    Draft saidAnewBy(Sequel... later) {
        sequels.addAll(List.of(later));
        return this;
    }

    Draft unless(Class<? extends Fact> rival) {
        rivals.add(rival);
        return this;
    }

    Draft askingFirst() {
        asksFirst = true;
        return this;
    }

    /** Tells facts of one kind about one entity apart. */
    Draft slot(String... parts) {
        slot = parts;
        return this;
    }

    /** @throws Malformed with everything that is wrong with the cells */
    Saying read(CommandReader reader) {
        given.put("factId", ImportIds.fact(row.text(row.kind().entityColumn()), type.getSimpleName(), slot));
        List<Problem> problems = new ArrayList<>(wrong);
        try {
            RegistryCommand command = reader.read(type, body, given);
            if (problems.isEmpty()) {
                Map<String, String> stated = new HashMap<>(columns);
                stated.values().removeIf(column -> !row.has(column));
                return new Saying(row, command, stated, facts, key, sequels, rivals, asksFirst);
            }
        } catch (InvalidCommand e) {
            e.errors().stream().map(this::problem).distinct().forEach(problems::add);
        }
        throw new Malformed(problems);
    }

    private Problem problem(FieldError error) {
        String[] path = error.pointer().split("/");
        String field = path.length < 2 ? null : path[1];
        String column = field == null ? null : columns.get(field);
        Said said = Accepted.of(type, field, error.code(), error.detail(), column == null ? "" : row.text(column));
        return Cells.problem(row, column, error.code().name(), said);
    }
}
