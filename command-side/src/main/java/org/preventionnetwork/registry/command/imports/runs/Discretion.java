package org.preventionnetwork.registry.command.imports.runs;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.command.imports.files.FileKind;
import org.preventionnetwork.registry.command.imports.files.Problem;
import org.preventionnetwork.registry.command.imports.rows.People;

/**
 * What is kept of a problem in a file about persons: where it is, and which. Reports outlive the persons that are in the
 * files, and an erasure does not reach into them, so nothing that anybody wrote into such a file gets there but what can
 * be no name, in whatever words somebody repeated it: the sentences are these.
 */
final class Discretion {
    private static final String ID = "the id of something recorded is accepted: 2 to 63 of a-z, 0-9 and -";
    private static final String DATE =
            "a date is accepted: 2012, 2012-03, 2012-03-29, 2012~ (about), 2012? (uncertain)";
    private static final String STATE =
            "an ISO code or a state's name in English, Spanish, French or Portuguese is accepted";

    private static final Map<String, String> ACCEPTED = Map.ofEntries(
            Map.entry("official", ID),
            Map.entry("seminar", ID),
            Map.entry("network", ID),
            Map.entry("institution", ID),
            Map.entry("state", STATE),
            Map.entry("nominated_by", STATE + ", or the id of an institution"),
            Map.entry("from", DATE),
            Map.entry("until", DATE),
            Map.entry("on", DATE),
            Map.entry("acting", "yes, no, true or false is accepted"),
            Map.entry("email", "an e-mail address is accepted"),
            Map.entry(
                    "status",
                    "one of NOMINATED, ACCEPTED, WAITLISTED, DECLINED, CONFIRMED, WITHDRAWN, COMPLETED, NOT_COMPLETED is"
                            + " accepted"));

    private static final Map<String, String> SENTENCES = Map.ofEntries(
            Map.entry("MISSING", "this cell is required"),
            Map.entry("TOO_LONG", "the text is longer than is accepted"),
            Map.entry("CONFLICT", "something else is recorded; a correction needs a reason, so it is not imported"),
            sentence(RefusalCode.UNKNOWN_ENTITY, "what the row is about is not recorded"),
            sentence(RefusalCode.ALREADY_ANNULLED, "what the row is about is annulled"),
            sentence(
                    RefusalCode.UNKNOWN_REFERENCE,
                    "an official, seminar, network or institution that the row names is not recorded; import it first"),
            sentence(RefusalCode.NUMBER_TAKEN, "another enrolment in the seminar has this certificate number"),
            Map.entry(
                    People.IN_DOUBT,
                    "this may be somebody who is recorded, or is in the list, already, and may not: write that person's id or"
                            + " e-mail, or an id of your own for somebody else"),
            Map.entry(
                    People.NOT_KNOWN,
                    "nobody of this name or e-mail is recorded; record the person first, or write an id"),
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

    /** What the form of files is refused by; their sentences are of numbers and of what the format knows. */
    private static final Set<String> OF_FORM = Set.of(
            "ROW_WIDTH",
            "CELL_TOO_LONG",
            "FORMULA",
            "CONTROL_CHARACTER",
            "MORE_PROBLEMS",
            "NOT_CSV",
            "NOT_UTF8",
            "QUOTE_RUNS_OVER_ROWS",
            Problem.PASSED_OVER);

    private Discretion() {}

    private static Map.Entry<String, String> sentence(RefusalCode code, String sentence) {
        return Map.entry(code.name(), sentence);
    }

    /** @param kind null for what is about no row: files that cannot be read tell nothing of what is in them */
    static Problem kept(@Nullable FileKind kind, Problem problem) {
        if (kind == null || !kind.isAboutPersons()) {
            return problem;
        }
        String column = problem.column();
        boolean known = column != null && kind.columns().contains(column);
        return new Problem(
                problem.file(),
                problem.line(),
                known || column == null || column.matches("column [0-9]+") ? column : null,
                column != null && problem.value() != null && kind.isRepeatable(column, problem.value())
                        ? problem.value()
                        : null,
                problem.code(),
                OF_FORM.contains(problem.code()) ? problem.detail() : detail(column, problem.code()));
    }

    private static String detail(@Nullable String column, String code) {
        String sentence = SENTENCES.get(code);
        if (sentence != null) {
            return sentence;
        }
        String accepted = column == null ? null : ACCEPTED.get(column);
        return accepted == null ? "this is not accepted; the row was left out" : accepted;
    }
}
