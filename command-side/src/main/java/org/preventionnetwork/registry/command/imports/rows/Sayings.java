package org.preventionnetwork.registry.command.imports.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.preventionnetwork.registry.api.initiatives.InitiativeCommand.ChangeInitiativeStage;
import org.preventionnetwork.registry.command.imports.files.Problem;
import org.preventionnetwork.registry.command.imports.files.Row;

/**
 * For files whose rows stand alone: a row is understood as a whole or left out, then told one saying after the other,
 * all or none: of several it is tried first whether all are taken, and whether any is new. Where the first is refused or differs, the row is
 * about something else and ends there.
 */
record Sayings(Function<Row, List<Draft>> drafts) implements Script {

    @Override
    public List<RowResult> tell(List<Row> rows, Teller teller) {
        return rows.stream().map(row -> tell(row, teller)).toList();
    }

    private RowResult tell(Row row, Teller teller) {
        List<Saying> sayings;
        try {
            sayings = List.copyOf(readAll(drafts.apply(row), teller));
        } catch (Malformed malformed) {
            return new RowResult(row, Outcome.ERROR, malformed.problems());
        }
        if (sayings.size() > 1) {
            RowResult tried = teller.tried(trial -> tell(row, sayings, trial));
            if (tried.isLeftOut() || tried.outcome() == Outcome.UNCHANGED) {
                return tried;
            }
        }
        return tell(row, sayings, teller);
    }

    private static RowResult tell(Row row, List<Saying> sayings, Teller teller) {
        Outcome outcome = Outcome.UNCHANGED;
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < sayings.size(); i++) {
            Told told = sayings.get(i).command() instanceof ChangeInitiativeStage
                    ? Stages.tell(sayings.get(i), teller)
                    : teller.tell(sayings.get(i));
            outcome = outcome.or(told.outcome());
            problems.addAll(told.problems());
            if (i == 0 && told.outcome().compareTo(Outcome.CONFLICT) >= 0) {
                break;
            }
        }
        return new RowResult(row, outcome, problems);
    }

    /** @throws Malformed with everything that is wrong with the row */
    static List<Saying> readAll(List<Draft> drafts, Teller teller) {
        List<Saying> sayings = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Draft draft : drafts) {
            try {
                sayings.add(teller.read(draft));
            } catch (Malformed malformed) {
                malformed.problems().stream()
                        .filter(problem -> !problems.contains(problem))
                        .forEach(problems::add);
            }
        }
        if (!problems.isEmpty()) {
            throw new Malformed(problems);
        }
        return sayings;
    }
}
