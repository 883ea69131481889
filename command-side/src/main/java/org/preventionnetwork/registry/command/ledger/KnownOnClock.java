package org.preventionnetwork.registry.command.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What the clock of record is, for whoever gives it, goes by it or verifies it: of each position the later one of what it
 * was at the position before and of the event's own time. Nodes and late commits change nothing of that, since positions
 * are in the order of the global index and one transaction after the other gives them.
 */
public final class KnownOnClock {
    /** A day that there is, a time of it, and where: whatever fits can be read. */
    private static final String IS_A_TIME =
            """
            timestamp ~ ('^([0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)'
                || '|02-(0[1-9]|1[0-9]|2[0-8]))|[0-9]{2}(0[48]|[2468][048]|[13579][26])-02-29)'
                || 'T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]([.][0-9]{1,9})?(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])$')
            AND timestamp !~ '^0000'
            """;

    /** An event's own time as the clock takes it, from column {@code timestamp}; null when it is none. */
    public static final String OWN_TIME = "CASE WHEN " + IS_A_TIME + " THEN timestamp::timestamptz END";

    /** One row, to be read by {@link #of}: what the sequencer would go on from, beside what the last entries say. */
    public static final String STATE =
            """
            SELECT state.last_position, state.last_known_at, state.floor,
                   coalesce(newest.position, 0) AS position,
                   coalesce(newest.known_at, '-infinity') AS known_at,
                   coalesce(newest.global_index, 0) AS global_index,
                   coalesce(CASE WHEN event.globalindex IS NULL THEN newest.known_at
                            ELSE greatest(before.known_at, %s) END, '-infinity') AS follows,
                   coalesce(pg_sequence_last_value('events.domainevententry_globalindex_seq'), 0) AS drawn
            FROM ledger.state state
            LEFT JOIN LATERAL (SELECT position, known_at, global_index FROM ledger.entry
                               ORDER BY position DESC LIMIT 1) newest ON true
            LEFT JOIN ledger.entry before ON before.position = newest.position - 1
            LEFT JOIN events.domainevententry event ON event.globalindex = newest.global_index
            """
                    .formatted(OWN_TIME);

    /** What contradicts everything: there is no such row as {@link #STATE} reads. */
    public static final String NOTHING = "ledger.state has no row";

    private KnownOnClock() {}

    /**
     * Where the ledger is.
     *
     * @param statedPosition what {@code ledger.state} says is the last position
     * @param position that of the last entry
     * @param statedKnownAt what {@code ledger.state} says the clock is at
     * @param knownAt what the last entry says
     * @param follows what the clock is at by the last event and the entry before it
     * @param floorFits whether all indexes that are said to be passed were drawn, and those of all entries are
     */
    public record State(
            long statedPosition,
            long position,
            OffsetDateTime statedKnownAt,
            OffsetDateTime knownAt,
            OffsetDateTime follows,
            boolean floorFits) {

        /** What does not fit, in a few words; null when everything does. */
        public @Nullable String contradiction() {
            if (statedPosition != position) {
                return "last_position of ledger.state is " + statedPosition + ", that of the last entry " + position;
            }
            if (!statedKnownAt.isEqual(knownAt)) {
                return "last_known_at of ledger.state is " + statedKnownAt + ", known_at of the last entry " + knownAt;
            }
            if (!knownAt.isEqual(follows)) {
                return "known_at of the last entry is " + knownAt + ", by the events it is " + follows;
            }
            return floorFits ? null : "floor of ledger.state is none that the events have come to";
        }
    }

    /** @param row of {@link #STATE} */
    public static State of(ResultSet row) throws SQLException {
        long floor = row.getLong("floor");
        return new State(
                row.getLong("last_position"),
                row.getLong("position"),
                row.getObject("last_known_at", OffsetDateTime.class),
                row.getObject("known_at", OffsetDateTime.class),
                row.getObject("follows", OffsetDateTime.class),
                floor >= row.getLong("global_index") && floor <= row.getLong("drawn"));
    }
}
