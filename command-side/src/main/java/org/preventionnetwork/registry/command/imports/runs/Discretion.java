package org.preventionnetwork.registry.command.imports.runs;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.command.imports.files.Cause;
import org.preventionnetwork.registry.command.imports.files.Cause.Said;
import org.preventionnetwork.registry.command.imports.files.FileKind;
import org.preventionnetwork.registry.command.imports.files.Keepable;
import org.preventionnetwork.registry.command.imports.files.Problem;
import org.preventionnetwork.registry.command.imports.files.Row;

/**
 * What is kept of a problem: where it is, and which. Reports outlive the persons that are in the files, so nothing that
 * anybody wrote into a file about persons gets there but what can be no name, in whatever words somebody repeated it: the
 * sentences are these. A list of persons may come under the name of another file; so of those, too, no cell is kept but
 * what its column wants, see {@link Keepable}, and no sentence that repeats another cell.
 */
final class Discretion {
    private static final Map<String, String> SENTENCES = Map.ofEntries(
            sentence(RefusalCode.UNKNOWN_ENTITY, "what the row is about is not recorded"),
            sentence(RefusalCode.ALREADY_ANNULLED, "what the row is about is annulled"),
            sentence(
                    RefusalCode.UNKNOWN_REFERENCE,
                    "an official, seminar, network or institution that the row names is not recorded; import it first"),
            sentence(RefusalCode.NUMBER_TAKEN, "another enrolment in the seminar has this certificate number"),
            sentence(RefusalCode.CERTAINLY_OUT_OF_ORDER, "the dates are certainly in the wrong order"),
            sentence(RefusalCode.INCOMPLETE, "of several cells one at least is needed"),
            sentence(RefusalCode.SELF_CONTRADICTORY, "the row contradicts itself"),
            sentence(RefusalCode.BEFORE_FOUNDATION, "this is certainly before the network was founded"),
            sentence(RefusalCode.AFTER_DISSOLUTION, "this is certainly after the network was dissolved"),
            sentence(
                    RefusalCode.STATE_NOT_THERE, "the state certainly did not exist then; name the one that was there"),
            sentence(RefusalCode.CAPACITY_EXCEEDED, "the seminar has no more seats"),
            sentence(RefusalCode.ENROLLMENT_CLOSED, "enrolment is not open"),
            sentence(RefusalCode.ALREADY_ENROLLED, "the official is enrolled in this seminar already"),
            sentence(RefusalCode.STEP_NOT_POSSIBLE, "this step is not possible from where things stand on that date"),
            sentence(RefusalCode.SEMINAR_CANCELLED, "the seminar is cancelled"),
            sentence(RefusalCode.OFFICIAL_ERASED, "the person's data was erased; the id is never used again"),
            sentence(
                    RefusalCode.PERSONAL_DATA_BESIDE_FACT,
                    "this text stays readable when the person is erased; say it without name and e-mail"),
            sentence(
                    RefusalCode.ID_NAMES_PERSON,
                    "the id tells the person's name, and ids stay for ever; choose another"),
            sentence(
                    RefusalCode.OUT_OF_SCOPE, "this account records only what belongs to its networks and programmes"));

    /** What a sentence may repeat: numbers, and words of the format's own. */
    private static final Pattern HARMLESS = Pattern.compile("[0-9]+|[A-Z_]+(, [A-Z_]+)*");

    private Discretion() {}

    private static Map.Entry<String, String> sentence(RefusalCode code, String sentence) {
        return Map.entry(code.name(), sentence);
    }

    /** @param kind null for what is about no row: files that cannot be read tell nothing of what is in them */
    static Problem kept(@Nullable FileKind kind, Problem problem) {
        if (kind == null) {
            return problem;
        }
        if (!kind.isAboutPersons()) {
            return keepable(kind, problem);
        }
        String column = problem.column();
        boolean known = column != null && kind.columns().contains(column);
        return new Problem(
                problem.file(),
                problem.line(),
                known || column == null || column.matches("column [0-9]+") ? column : null,
                null,
                problem.code(),
                said(problem));
    }

    private static Problem keepable(FileKind kind, Problem problem) {
        String column = problem.column();
        String value = problem.value();
        Cause cause = problem.cause();
        if (column != null && value != null && Keepable.may(kind, column, value)) {
            return problem;
        }
        Said said = cause == null
                ? Cause.NOT_ACCEPTED.with()
                : cause == Cause.REFUSED
                        ? cause.told(problem.detail(), problem.parameters().toArray())
                        : cause.with(problem.parameters().toArray());
        return new Problem(problem.file(), problem.line(), column, null, problem.code(), said);
    }

    /** Where what is said of a row repeats a cell that is not kept, the same in words that repeat none. */
    static Problem withoutCells(Row row, Problem problem) {
        if (row.kind().isAboutPersons() || problem.cause() != Cause.REFUSED || !row.isRepeatedIn(problem.detail())) {
            return problem;
        }
        return new Problem(
                problem.file(), problem.line(), problem.column(), problem.value(), problem.code(), said(problem));
    }

    private static Said said(Problem problem) {
        Cause cause = problem.cause();
        if (cause == null) {
            return Cause.NOT_ACCEPTED.with();
        }
        return switch (cause) {
            case REFUSED ->
                problem.code().equals("CONFLICT")
                        ? Cause.ALREADY_CONFLICTING.with()
                        : Cause.REFUSED.told(
                                SENTENCES.getOrDefault(
                                        problem.code(),
                                        Cause.NOT_ACCEPTED.with().detail()),
                                problem.code());
            case ALREADY_CONFLICTING_WITH -> Cause.ALREADY_CONFLICTING.with();
            case DATE_AS_NUMBER, DATE_WITHOUT_YEAR -> Cause.DAY.with();
            default ->
                problem.parameters().stream()
                                .allMatch(one -> HARMLESS.matcher(one).matches())
                        ? cause.with(problem.parameters().toArray())
                        : Cause.NOT_ACCEPTED.with();
        };
    }
}
