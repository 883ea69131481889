package org.preventionnetwork.registry.command.imports.files;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What exactly is wrong, more finely than a code says: one sentence each, with places for what differs. Programs are told
 * it in English; pages say it in their language by the cause's name. Names stay, they are stored with reports.
 */
public enum Cause {
    ALREADY_CONFLICTING("something else is recorded; a correction needs a reason, so it is not imported"),
    ALREADY_CONFLICTING_WITH(
            "something else is recorded, namely {0}; a correction needs a reason, so it is not imported"),
    ARCHIVE_DAMAGED("the archive is damaged or encrypted"),
    ARCHIVE_OF_OTHERS("only .csv files are accepted in an archive"),
    ARCHIVE_TOO_LARGE("unpacked, the archive has more than {0} bytes"),
    ARCHIVE_TOO_MANY("the archive has more than {0} files"),
    ARCHIVE_TWICE("two files of the archive have the same name"),
    ARCHIVE_UNSAFE("the archive names a file outside of itself"),
    BIRTH_NOT_KEPT("days of birth are not kept here: take this column out of the file, then hand it in again"),
    BOMB("the file unpacks to more than {0} times its size in the archive"),
    CELL_BEYOND("there is a cell beyond the header's {0} columns; put text that contains the separator into quotes"),
    CELL_ENDLESS("a cell is longer than {0} characters, or a quote is never closed"),
    CELL_TOO_LONG("a cell has at most {0} characters, this one {1}"),
    CHARACTER("control characters are not accepted"),
    COLUMN_MISSING("{0} needs this column"),
    COLUMN_PASSED_OVER(
            "nothing of this column is recorded; it was passed over. Who took part in a seminar is told by enrollments,"
                    + " where a name or an e-mail is as good as an id"),
    COLUMN_TWICE("the column is there twice"),
    COLUMN_UNKNOWN("the header of this column is none of {0}; accepted are {1}, and names that start with x-"),
    COLUMNS_TOO_MANY("the header has more than {0} columns"),
    DATE_AS_NUMBER(
            "this looks like a date ({0}) shown as a number; let the sheet show it with its year, or write it as text"),
    DATE_WITHOUT_YEAR(
            "this looks like a date ({0}) shown without its year; let the sheet show it with its year, or write it as"
                    + " text"),
    DAY("a date is accepted: 2012, 2012-03, 2012-03-29, 2012~ (about), 2012? (uncertain)"),
    EMAIL("an e-mail address is accepted"),
    EMPTY_FILE("the file is empty; a header row is needed"),
    EMPTY_SHEET("the sheet is empty; a header row is needed"),
    ENDS_BY_HIGHER_KIND("the state ends being {0} since {1} where it begins to be {2}, {3}"),
    FILE_TWICE("there is a second file of this name, {0}"),
    FILE_UNKNOWN("the name is none of {0}"),
    FILE_UNKNOWN_BY_COLUMNS("neither the file's name nor its columns tell what it is; name it after one of {0}"),
    FORMULA(
            "formulas are not accepted: a cell may not start with = or @, nor with + or - unless a digit follows; hand in"
                    + " the value"),
    INTERRUPTED("interrupted; import the file again: what was recorded stays, nothing is recorded twice"),
    ID("the id of something recorded is accepted: 2 to 63 of a-z, 0-9 and -"),
    LISTED_BEFORE(
            "this is a list that the registry gave; columns that only follow from what is recorded were passed over"),
    MORE_PROBLEMS("more than {0} rows have problems; these are told, the others counted only"),
    NAMIBIA(
            "NA is the code of Namibia, and in many lists it says that something is not available; write Namibia, or leave"
                    + " the cell empty"),
    NOT_CONCLUDED("what is completed at this seminar does not count until the seminar is concluded"),
    NOT_ACCEPTED("this is not accepted; the row was left out"),
    NOTHING_THERE("there is no file named after one of {0}"),
    NUMBER("a whole number is accepted"),
    NUMBER_RANGE("this number is too small or too large"),
    ONE_OF("one of {0} is accepted"),
    ONE_OF_MEANT("one of {0} is accepted; was {1} meant?"),
    PERSON_ASKED(
            "this may be somebody who is recorded, or is in the list, already, and may not: write that person's id here, or"
                    + " an id of your own for somebody else"),
    PERSON_NOT_KNOWN("nobody of this name or e-mail is recorded; record the person first, or write an id"),
    PERSON_OF_SEVERAL("several persons are called so; write the e-mail or the id of the one that is meant"),
    PROTECTED("the workbook is protected by a password, or of an old kind; save it as .xlsx"),
    QUOTE_AFTER(
            "after a closing quote only the separator or the end of the row may follow; a quote inside a cell is written"
                    + " twice"),
    QUOTE_OPEN("a quote is opened in this cell and never closed"),
    QUOTE_OVER_ROWS("the cell runs over lines {0} to {1} and its later lines look like rows; is a quote missing?"),
    REFUSED("{0}"),
    REQUIRED("this cell is required"),
    ROW_SHORT("the row has {0} cells, the header {1}"),
    ROW_TOO_LONG("a row has more than {0} cells"),
    ROWS_ABOVE("this is the header; the rows above it were passed over"),
    SHEET_DAMAGED("the sheet cannot be read"),
    SHEET_PASSED_OVER("neither its name nor its columns are those of a file; it was passed over"),
    SHEET_TOO_WIDE("the sheet has more than {0} columns"),
    SPELLS_TOO_MANY("the file has more than {0} rows of this state in this network; no more are accepted"),
    STOPPED_BY_SERVER(
            "the import stopped for a reason of this server's{0}, which is in its log; import the file again: what was"
                    + " recorded stays, nothing is recorded twice"),
    STATE("an ISO code or a state's name in English, Spanish, French or Portuguese is accepted"),
    STATE_OR_INSTITUTION(
            "an ISO code or a state's name in English, Spanish, French or Portuguese is accepted, or the id of an"
                    + " institution"),
    TEXT("a text of letters that can be seen is accepted"),
    TOO_LONG("the text is longer than is accepted"),
    UNREADABLE_FILE("the file cannot be read to its end"),
    UTF_16("the file is in UTF-16; save it as CSV UTF-8"),
    UTF_8("this is not in UTF-8, or not text at all; save the file as CSV UTF-8"),
    NO_TEXT("the file is not text, but binary"),
    NO_TEXT_BUT_ARCHIVE("the file is not text, but an archive or a workbook"),
    WORKBOOK_ATTRIBUTES("an element of the workbook has more than {0} attributes; hand it in as CSV"),
    WORKBOOK_DAMAGED("the workbook is damaged or encrypted"),
    WORKBOOK_NOT_UTF_8("the parts of a workbook are in UTF-8, and one of this workbook is not"),
    WORKBOOK_RUN("a part of the workbook has {0} bytes without a tag between them"),
    WORKBOOK_TEXT_MISSING("a cell refers to a text that the workbook does not have"),
    WORKBOOK_TOO_LARGE("the workbook is larger than is accepted; hand it in as CSV"),
    YES_OR_NO("yes, no, true or false is accepted");

    private final String english;

    Cause(String english) {
        this.english = english;
    }

    /** The cause with what differs. */
    public Said with(Object... parameters) {
        return new Said(this, Arrays.stream(parameters).map(String::valueOf).toList(), null);
    }

    /** @param detail what programs are told in its place, more than a page says */
    public Said told(String detail, Object... parameters) {
        return new Said(this, Arrays.stream(parameters).map(String::valueOf).toList(), detail);
    }

    /** The cause of this name, or null where there is none. */
    public static @Nullable Cause named(@Nullable String name) {
        return Arrays.stream(values())
                .filter(cause -> cause.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private String say(List<String> parameters) {
        String said = english;
        for (int i = 0; i < parameters.size(); i++) {
            said = said.replace("{" + i + "}", parameters.get(i));
        }
        return said;
    }

    /**
     * A cause with its parameters.
     *
     * @param told in its place, or null
     */
    public record Said(Cause cause, List<String> parameters, @Nullable String told) {
        /** In English. */
        public String detail() {
            return told == null ? cause.say(parameters) : told;
        }
    }
}
