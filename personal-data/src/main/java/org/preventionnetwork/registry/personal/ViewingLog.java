package org.preventionnetwork.registry.personal;

import org.preventionnetwork.registry.api.outages.NotStored;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The access log as it is written, on either side: a row for each person whose personal data somebody reads, before it is
 * read. Rows are added and never changed.
 */
public final class ViewingLog {
    /** Of the persons whose ids are given; parameter {@code officials}, an array. */
    public static final String PERSONS = insert("SELECT unnest(:officials::text[])");

    private ViewingLog() {}

    /**
     * @param path the address that was asked for, or what a job does
     * @param correlation by which the rows of one request are found together
     */
    public record Entry(String actor, String role, String kind, String path, String correlation) {}

    /**
     * Tells how many rows were to be written, and how many were.
     *
     * @param persons a query for the officials' ids
     */
    public static String insert(String persons) {
        return """
                WITH person (official) AS (%s),
                written AS (
                    INSERT INTO access_log.viewing (actor, role, official, kind, path, correlation)
                    SELECT :actor, :role, official, :kind, :path, :correlation FROM person RETURNING 1)
                SELECT (SELECT count(*) FROM person) = (SELECT count(*) FROM written)
                """
                .formatted(persons);
    }

    /**
     * @param insert of {@link #insert}, with the parameters of its own query
     * @throws NotStored when not every row was written
     */
    public static void write(StatementSpec insert, Entry entry) {
        boolean written = insert.param("actor", entry.actor())
                .param("role", entry.role())
                .param("kind", entry.kind())
                .param("path", entry.path())
                .param("correlation", entry.correlation())
                .query(Boolean.class)
                .single();
        if (!written) {
            throw new NotStored("who reads personal data");
        }
    }
}
