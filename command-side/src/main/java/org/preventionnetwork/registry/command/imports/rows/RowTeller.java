package org.preventionnetwork.registry.command.imports.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.preventionnetwork.registry.api.facts.BatchId;
import org.preventionnetwork.registry.command.imports.files.FileKind;
import org.preventionnetwork.registry.command.imports.files.Problem;
import org.preventionnetwork.registry.command.imports.files.Row;
import org.preventionnetwork.registry.command.reading.CommandReader;

/** Tells rows to a registry; safe for many threads as long as rows of one entity come one after the other. */
public final class RowTeller {
    private final Teller teller;
    private final People people;

    public RowTeller(Registry registry, People people, CommandReader reader, String actor, String role, BatchId batch) {
        this.people = people;
        this.teller = new Teller(registry, reader, actor, role, batch);
    }

    /** Rows that are understood only together have the same value; without such, the empty string. */
    public static String group(Row row) {
        return row.kind() == FileKind.MEMBERSHIPS ? entity(row) + "|" + States.folded(row.text("state")) : "";
    }

    /** The entity that a row is about, as far as the row tells. */
    public static String entity(Row row) {
        return row.text(row.kind().entityColumn()).toLowerCase(Locale.ROOT);
    }

    /** @param rows one, or all of a group */
    public List<RowResult> tell(List<Row> rows) {
        List<RowResult> results = new ArrayList<>();
        List<Row> sound = new ArrayList<>();
        for (Row row : rows) {
            if (row.problems().isEmpty()) {
                People.Resolved resolved = people.resolve(row);
                Optional<Problem> order = DatesInOrder.problem(resolved.row());
                if (resolved.problem() == null && order.isPresent()) {
                    results.add(new RowResult(row, Outcome.ERROR, List.of(order.get())));
                } else if (resolved.problem() == null) {
                    sound.add(resolved.row());
                } else {
                    results.add(new RowResult(row, Outcome.ERROR, List.of(resolved.problem())));
                }
            } else {
                results.add(new RowResult(row, Outcome.ERROR, row.problems()));
            }
        }
        if (!sound.isEmpty()) {
            results.addAll(Scripts.of(sound.get(0).kind()).tell(sound, teller));
        }
        return results;
    }
}
