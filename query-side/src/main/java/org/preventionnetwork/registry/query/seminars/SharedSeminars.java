package org.preventionnetwork.registry.query.seminars;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.query.officials.AlumniSql;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Seminars in which two records of officials are both enrolled, on whatever day, so that whoever merges them knows in which
 * the two become one. As it is known at the moment, and without personal data.
 */
@Component
public class SharedSeminars {
    private static final String SHARED = "WITH RECURSIVE " + AlumniSql.PERSONS
            + """
            , one (official) AS (
                SELECT official FROM person WHERE canonical = coalesce((SELECT canonical FROM person WHERE official = :one), :one)
                UNION SELECT coalesce((SELECT canonical FROM person WHERE official = :one), :one)),
            other (official) AS (
                SELECT official FROM person
                WHERE canonical = coalesce((SELECT canonical FROM person WHERE official = :other), :other)
                UNION SELECT coalesce((SELECT canonical FROM person WHERE official = :other), :other))
            SELECT substr(a.entity, 9) AS seminar,
                (SELECT s.title FROM read.seminar s WHERE s.entity = a.entity AND s.known_until IS NULL
                    ORDER BY s.valid DESC LIMIT 1) AS title,
                array_agg(a.topic ORDER BY a.topic) AS enrollments
            FROM read.attendance a
            WHERE a.known_until IS NULL
                AND a.official = ANY (ARRAY(SELECT official FROM one UNION SELECT official FROM other))
            GROUP BY a.entity
            HAVING bool_or(a.official = ANY (ARRAY(SELECT official FROM one)))
                AND bool_or(a.official = ANY (ARRAY(SELECT official FROM other)))
            ORDER BY 1
            """;

    private final JdbcClient jdbc;

    SharedSeminars(@Qualifier("query") DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    /**
     * @param title as it is at last, or the id of a seminar of which nothing is known any more
     * @param enrollments of both, in the seminar
     */
    public record Shared(String seminar, String title, List<String> enrollments) {}

    public List<Shared> of(OfficialId one, OfficialId other) {
        return jdbc.sql(SHARED)
                .param("one", one.value())
                .param("other", other.value())
                .param("position", Long.MAX_VALUE)
                .query((row, n) -> {
                    String seminar = row.getString("seminar");
                    return new Shared(
                            seminar,
                            Objects.requireNonNullElse(row.getString("title"), seminar),
                            Arrays.asList((String[]) row.getArray("enrollments").getArray()));
                })
                .list();
    }
}
