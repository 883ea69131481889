package org.preventionnetwork.registry.command.imports.runs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.preventionnetwork.registry.command.imports.files.Row;
import org.preventionnetwork.registry.command.imports.files.Table;
import org.preventionnetwork.registry.command.imports.rows.RowTeller;

/** The rows of a file in portions that are understood by themselves; only what belongs together is held in memory. */
final class Units {
    private Units() {}

    static void read(Table table, Consumer<List<Row>> unit) {
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        table.read(row -> {
            String group = RowTeller.group(row);
            if (group.isEmpty()) {
                unit.accept(List.of(row));
            } else {
                groups.computeIfAbsent(group, name -> new ArrayList<>(1)).add(row);
            }
        });
        groups.values().forEach(unit);
    }
}
