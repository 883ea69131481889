package org.preventionnetwork.registry.query.personal;

/** For what personal data was read. */
public enum ViewKind {
    /** A page of the list of officials, as JSON or as CSV. */
    OFFICIAL_LIST,
    /** The same, found by a part of a name. */
    SEARCH,
    OFFICIAL,
    AFFILIATIONS,
    /** Those who are in a seminar, contribute to an initiative or teach, by name, on its page. */
    ROSTER,
    /** Whom a form is about, or one that is chosen in it; and what it recorded of whom. */
    FORM,
    /** Found by name or e-mail by a list that was imported, or tried; written by the command side. */
    IMPORT,
    /** Everything held about a person, for that person. */
    SUBJECT_ACCESS,
    /** Stored events with their proofs. */
    EVIDENCE_PACK,
    /** Events or entries of the ledger, for other systems. */
    EXPORT
}
