package org.preventionnetwork.registry.command.imports.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.initiatives.InitiativeStage;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.api.time.InvalidHistoricalDate;
import org.preventionnetwork.registry.command.imports.files.Cause;
import org.preventionnetwork.registry.command.imports.files.FileKind;
import org.preventionnetwork.registry.command.imports.files.Problem;
import org.preventionnetwork.registry.command.imports.files.Row;

/**
 * A row that ends before it begins is left out as a whole: what it says is several facts, of which the first would be
 * recorded and the second refused.
 */
final class DatesInOrder {
    private static final Map<FileKind, List<String>> ORDER = Map.of(
            FileKind.PROGRAMMES, List.of("established_on", "closed_on"),
            FileKind.NETWORKS, List.of("announced_on", "founded_on", "dissolved_on"),
            FileKind.MEMBERSHIPS, List.of("from", "until"),
            FileKind.FOCAL_POINTS, List.of("from", "until"),
            FileKind.INITIATIVES, List.of("launched_on", "stage_on"));

    private DatesInOrder() {}

    /** What certainly comes before what it should come after; of dates that cannot be read, somebody else says so. */
    static Optional<Problem> problem(Row row) {
        List<String> columns = isProposal(row) ? List.of() : ORDER.getOrDefault(row.kind(), List.of());
        List<HistoricalDate> before = new ArrayList<>();
        for (String later : columns) {
            Optional<HistoricalDate> end = date(row, later);
            if (end.isPresent() && before.stream().anyMatch(end.get()::certainlyBefore)) {
                return Optional.of(Cells.problem(
                        row,
                        later,
                        RefusalCode.CERTAINLY_OUT_OF_ORDER.name(),
                        Cause.REFUSED.told(
                                "this is certainly before what the row says it comes after; nothing of the row is recorded",
                                RefusalCode.CERTAINLY_OUT_OF_ORDER.name())));
            }
            end.ifPresent(before::add);
        }
        return Optional.empty();
    }

    /** What is proposed is not launched yet. */
    private static boolean isProposal(Row row) {
        return row.kind() == FileKind.INITIATIVES && row.text("stage").equals(InitiativeStage.PROPOSED.name());
    }

    private static Optional<HistoricalDate> date(Row row, String column) {
        if (row.text(column).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(HistoricalDate.parse(row.text(column)));
        } catch (InvalidHistoricalDate unread) {
            return Optional.empty();
        }
    }
}
