package org.preventionnetwork.registry.standalone.recording;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form.
 *
 * @param name the command's field, or that of the fact that is corrected
 * @param required whether nothing can be recorded without it
 * @param list whether it takes any number of values
 * @param maxLength of a text
 * @param min of a number, or null
 * @param max of a number, or null
 * @param options what is chosen from
 * @param constants by which the texts call the options
 * @param refersTo which things are looked for, for an id
 * @param fields of each entry, for entries that have some
 * @param value that it has at first
 * @param shown what stands there instead of the value, for a state
 * @param values that a list has at first
 * @param hidden whether there is a value that is not shown, since it is personal
 */
record FormField(
        String name,
        Kind kind,
        boolean required,
        boolean list,
        int maxLength,
        @Nullable Long min,
        @Nullable Long max,
        List<String> options,
        String constants,
        String refersTo,
        List<FormField> fields,
        @Nullable String value,
        @Nullable String shown,
        List<Entry> values,
        boolean hidden) {

    private static final Set<String> OWN_WORDS = Set.of("edition", "institutionKind", "enrollmentStatus", "qualifier");

    /** How a value is entered. */
    enum Kind {
        DATE,
        STATE,
        CHOICE,
        YES,
        NUMBER,
        TEXT,
        EMAIL,
        LINES,
        /** The id of something that is recorded. */
        REFERENCE,
        /** The id of a part of the entity that the form is about. */
        PART,
        /** An id that the sender may choose. */
        NEW_ID,
        /** A state, or an institution. */
        NOMINATOR,
        /** A network or a programme. */
        SCOPE,
        /** Several fields. */
        COMPOSITE
    }

    /**
     * One value of a list.
     *
     * @param fields of an entry that has some
     */
    record Entry(String value, String shown, List<FormField> fields) {}

    /** What the texts call it: of an edition, the position is one of the ledger, not of a person. */
    public String label() {
        return name.equals("position") && kind == Kind.NUMBER ? "ledgerPosition" : name;
    }

    /** Whether the options are named among the forms' own texts. */
    public boolean hasOwnWords() {
        return OWN_WORDS.contains(constants);
    }

    /** With words for the value, which stays what is sent. */
    FormField shownAs(String words) {
        return new FormField(
                name, kind, required, list, maxLength, min, max, options, constants, refersTo, fields, value, words,
                values, hidden);
    }

    FormField asHidden() {
        return new FormField(
                name, kind, required, list, maxLength, min, max, options, constants, refersTo, fields, value, shown,
                values, true);
    }

    public boolean isSuggested() {
        return kind == Kind.REFERENCE || kind == Kind.PART || kind == Kind.NOMINATOR || kind == Kind.SCOPE;
    }
}
