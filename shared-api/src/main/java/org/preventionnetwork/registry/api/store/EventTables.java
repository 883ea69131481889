package org.preventionnetwork.registry.api.store;

/**
 * The stored events as tables to select from. Who writes them, the command side, owns their tables and may change how they
 * are kept; everybody else, on either side, selects from these and names no table of events. PostgreSQL plans a query as
 * if it named the tables itself.
 */
public final class EventTables {
    private static final String COLUMNS =
            """
            stored.eventidentifier AS event_id, stored.aggregateidentifier AS aggregate_id,
            stored.sequencenumber AS sequence_number, stored.type AS aggregate_type, stored.timestamp,
            stored.payloadtype AS payload_type, stored.payloadrevision AS payload_revision, stored.payload,
            stored.metadata
            """;

    /**
     * Every event that is committed: {@code event_id}, {@code aggregate_id}, {@code sequence_number}, {@code
     * aggregate_type}, {@code timestamp}, {@code payload_type}, {@code payload_revision}, {@code payload} and {@code
     * metadata}; and {@code global_index}, which has gaps and becomes visible out of order. To be given an alias.
     */
    public static final String STORED =
            "(SELECT stored.globalindex AS global_index, " + COLUMNS + "FROM events.domainevententry stored)";

    /**
     * Every event that has its place in the order of record: {@code position} and {@code known_at}, and what {@link
     * #STORED} has of it but for {@code global_index}. To be given an alias.
     */
    public static final String IN_ORDER = "(SELECT placed.position, placed.known_at, " + COLUMNS
            + "FROM ledger.entry placed JOIN events.domainevententry stored ON stored.globalindex = placed.global_index)";

    private EventTables() {}
}
