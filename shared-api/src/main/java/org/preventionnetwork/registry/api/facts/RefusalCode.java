package org.preventionnetwork.registry.api.facts;

/**
 * Why a well-formed command was refused. Stable: clients act on these names, and HTTP carries them as {@code code}.
 */
public enum RefusalCode {
    /** The id is in use for something that was recorded differently. */
    ALREADY_RECORDED_DIFFERENTLY,
    /** There is no such entity, and never was. */
    UNKNOWN_ENTITY,
    /** The entity has no such fact, and never had. */
    UNKNOWN_FACT,
    /** The fact, the thing itself, or all that was recorded about this membership, seat or enrolment, is annulled by now. */
    ALREADY_ANNULLED,
    /** The entity has no such membership, seat, meeting or enrolment. */
    UNKNOWN_SUBJECT,
    /** A field names something that is not registered. */
    UNKNOWN_REFERENCE,
    /** The version in If-Match is not the current one. */
    VERSION_MOVED_ON,
    /** A fact of which there is only one is there already, with another content. */
    RECORDED_ONCE_ONLY,
    /** The number is another's: no two enrolments of a seminar have one certificate, no two meetings one ordinal. */
    NUMBER_TAKEN,
    /** Dates are certainly in the wrong order. */
    CERTAINLY_OUT_OF_ORDER,
    /** Of several fields one at least is needed, and there is none. */
    INCOMPLETE,
    /** The fact contradicts itself: it relates a thing to itself, or its fields exclude each other. */
    SELF_CONTRADICTORY,
    /** The correction or annulment would leave other facts certainly wrong. */
    FACTS_DEPEND_ON_IT,
    /** The correction would turn the fact into one of another kind, or move it elsewhere. */
    NOT_CORRECTABLE,
    /** A reason is required for corrections, annulments, merges and erasure. */
    REASON_REQUIRED,
    /** Two spells of one state in one network certainly overlap. */
    MEMBERSHIP_OVERLAPS,
    /** Certainly before the network was founded. */
    BEFORE_FOUNDATION,
    /** Certainly after the network was dissolved, or the programme closed. */
    AFTER_DISSOLUTION,
    /** Certainly on a day on which the state did not exist; the detail says what was there. */
    STATE_NOT_THERE,
    /** No more seats, and no waiting list place is due. */
    CAPACITY_EXCEEDED,
    /** Enrolment is not open. */
    ENROLLMENT_CLOSED,
    /** The official is enrolled in this seminar already. */
    ALREADY_ENROLLED,
    /** The step is not possible from where things stand on that date. */
    STEP_NOT_POSSIBLE,
    /** The seminar is cancelled. */
    SEMINAR_CANCELLED,
    /** The person's data was erased; the id is never used again. */
    OFFICIAL_ERASED,
    /** A source, note or reason holds a name or an e-mail, and stays readable for ever. */
    PERSONAL_DATA_BESIDE_FACT,
    /** The id tells the person's name, and ids stay for ever. */
    ID_NAMES_PERSON,
    /** Merging would make a circle, or the official is merged already. */
    MERGE_NOT_POSSIBLE,
    /** The ledger does not reach as far as this position yet. */
    POSITION_BEYOND_LEDGER,
    /** What was committed has no position in the ledger yet; the same will be possible in a moment. */
    LEDGER_BEHIND,
    /** The clock is in doubt, and what is recorded with a wrong one cannot be undone; an administrator must look. */
    CLOCK_IN_DOUBT,
    /** The account's recording is limited to networks and programmes, and this belongs to none of them. */
    OUT_OF_SCOPE
}
