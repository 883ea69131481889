package org.preventionnetwork.registry.query.officials;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.Page;
import org.preventionnetwork.registry.query.http.Paging;
import org.preventionnetwork.registry.query.officials.OfficialAnswers.AlumniStatus;
import org.preventionnetwork.registry.query.officials.OfficialAnswers.OfficialItem;
import org.preventionnetwork.registry.query.personal.PersonalReader;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Officials at one point of both clocks, as the database can find and order them. What is erased by now is not told of
 * any point.
 */
@Component
class OfficialQueries {
    /** Without alumni, which is asked of all only where the question is about it. */
    private static final String CHOSEN =
            """
            FROM (SELECT substr(o.entity, 10) AS id, o.state, %s
                  WHERE o.valid @> :day::date AND o.known @> :position::bigint
                    AND (:state::text IS NULL OR o.state = :state)
                    AND %s) chosen
            """;

    private static final String ALONE = CHOSEN.formatted("NULL AS institution FROM read.official o", "true");
    private static final String PLACED = CHOSEN.formatted(
            """
            a.institution FROM read.official o
                LEFT JOIN read.affiliation a ON a.entity = o.entity AND a.answers
                    AND a.valid @> :day::date AND a.known @> :position::bigint
            """,
            "(:institution::text IS NULL OR a.institution = :institution)");

    private static final String LISTED =
            """
            , listed AS (
                SELECT substr(o.entity, 10) AS id, o.*, gone.entity IS NOT NULL AS erased_by_now,
                       a.institution, a.position, coalesce(person.canonical, substr(o.entity, 10)) AS canonical,
                       alumni.reason AS alumni_reason, coalesce(alumni.certain, true) AS alumni_certain
                FROM read.official o
                    LEFT JOIN (SELECT DISTINCT entity FROM read.official
                               WHERE erased AND known_until IS NULL) gone ON gone.entity = o.entity
                    LEFT JOIN read.affiliation a ON a.entity = o.entity AND a.answers
                        AND a.valid @> :day::date AND a.known @> :position::bigint
                    LEFT JOIN person ON person.official = substr(o.entity, 10)
                    LEFT JOIN alumni ON alumni.canonical = coalesce(person.canonical, substr(o.entity, 10))
                WHERE o.valid @> :day::date AND o.known @> :position::bigint
                  AND (:entities::text[] IS NULL OR o.entity = ANY (:entities))),
            found AS (
                SELECT * FROM listed
                WHERE (:state::text IS NULL OR state = :state)
                  AND (:institution::text IS NULL OR institution = :institution)
                  AND (:alumni::boolean IS NULL OR (alumni_reason IS NOT NULL) = :alumni))
            """;
    private static final String ALL = "WITH RECURSIVE " + AlumniSql.ALUMNI + LISTED;
    /** The same of those only whose ids are named. */
    private static final String AMONG = "WITH RECURSIVE " + AlumniSql.ALUMNI_AMONG + LISTED;

    private final JdbcClient jdbc;
    private final PersonalReader personal;

    OfficialQueries(@Qualifier("query") DataSource database, PersonalReader personal) {
        this.jdbc = JdbcClient.create(database);
        this.personal = personal;
    }

    Page<OfficialItem> officials(OfficialFilter filter, Paging paging, Clocks clocks) {
        Map<String, @Nullable Object> parameters = parameters(filter, clocks);
        boolean everybody = filter.alumni() == null;
        String chosen = filter.institution() == null && !"institution".equals(paging.sort()) ? ALONE : PLACED;
        long total = jdbc.sql(everybody ? "SELECT count(*) " + chosen : ALL + "SELECT count(*) FROM found")
                .params(parameters)
                .query(Long.class)
                .single();
        String order = " ORDER BY " + paging.orderBy(OfficialItem.class, "id");
        String part = order + " LIMIT :size OFFSET :offset";
        parameters.put("size", paging.size());
        parameters.put("offset", paging.offset());
        List<OfficialRow> found;
        if (everybody) {
            List<String> ids = jdbc.sql("SELECT id " + chosen + part)
                    .params(parameters)
                    .query(String.class)
                    .list();
            found = rows(AMONG + "SELECT * FROM found" + order, named(ids, parameters));
        } else {
            found = rows(ALL + "SELECT * FROM found" + part, parameters);
        }
        OfficialRow.prepare(found, personal);
        List<OfficialItem> items =
                found.stream().map(official -> official.read(personal)).toList();
        return Page.of(items, paging, total, clocks);
    }

    /**
     * What is not read yet.
     *
     * @param candidates of whom only it is asked, or null for all
     */
    List<OfficialRow> among(
            @Nullable Collection<OfficialId> candidates,
            OfficialFilter filter,
            Paging paging,
            int most,
            Clocks clocks) {
        Map<String, @Nullable Object> parameters = parameters(filter, clocks);
        String part = "SELECT * FROM found ORDER BY " + paging.orderBy(OfficialItem.class, "id") + " LIMIT " + most;
        return candidates == null
                ? rows(ALL + part, parameters)
                : rows(
                        AMONG + part,
                        named(candidates.stream().map(OfficialId::value).toList(), parameters));
    }

    private List<OfficialRow> rows(String sql, Map<String, @Nullable Object> parameters) {
        return jdbc.sql(sql)
                .params(parameters)
                .query((row, n) -> OfficialRow.of(row))
                .list();
    }

    /** On whatever day, without reading who it is. */
    boolean isRecorded(OfficialId id, Clocks clocks) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT FROM read.official WHERE entity = :entity AND known @> :position::bigint)")
                .param("entity", id.aggregateId())
                .param("position", clocks.position())
                .query(Boolean.class)
                .single();
    }

    /** An official with why it counts as an alumnus, or does not. */
    record Told(OfficialItem official, AlumniStatus alumni) {}

    Optional<Told> official(OfficialId id, Clocks clocks) {
        return jdbc.sql(AMONG + AlumniSql.SINCE
                        + "SELECT found.*, since.since AS alumni_since, since.certainly_since, since.by AS alumni_by"
                        + " FROM found LEFT JOIN since USING (canonical)")
                .params(named(List.of(id.value()), parameters(OfficialFilter.ALL, clocks)))
                .query((row, n) -> new Told(OfficialRow.of(row).read(personal), status(row)))
                .optional();
    }

    /** Without reading who it is. */
    boolean isKnown(OfficialId id, Clocks clocks) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM read.official WHERE entity = :entity AND valid @> :day::date"
                        + " AND known @> :position::bigint)")
                .param("entity", id.aggregateId())
                .param("day", clocks.day())
                .param("position", clocks.position())
                .query(Boolean.class)
                .single();
    }

    private static Map<String, @Nullable Object> parameters(OfficialFilter filter, Clocks clocks) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("day", clocks.day());
        parameters.put("position", clocks.position());
        parameters.put("entities", null);
        parameters.put("state", filter.state() == null ? null : filter.state().value());
        parameters.put(
                "institution",
                filter.institution() == null ? null : filter.institution().value());
        parameters.put("alumni", filter.alumni());
        return parameters;
    }

    private static Map<String, @Nullable Object> named(
            List<String> officials, Map<String, @Nullable Object> parameters) {
        parameters.put("officials", officials.toArray(String[]::new));
        parameters.put("entities", officials.stream().map("official:"::concat).toArray(String[]::new));
        return parameters;
    }

    private static AlumniStatus status(ResultSet row) throws SQLException {
        String reason = row.getString("alumni_reason");
        String exception = row.getString("alumni_exception");
        boolean revoked = reason == null && "REVOKED".equals(exception);
        String by = row.getString("alumni_by");
        boolean grantedBefore =
                "COMPLETED".equals(reason) && by == null && row.getObject("alumni_since", LocalDate.class) != null;
        return new AlumniStatus(
                reason != null,
                row.getBoolean("alumni_certain"),
                grantedBefore ? "GRANTED" : reason != null ? reason : revoked ? "REVOKED" : "NONE",
                revoked || "GRANTED".equals(reason)
                        ? row.getString("exception_on")
                        : reason == null ? null : since(row),
                by);
    }

    /** From the first day on which it is possible to the first on which it is certain; null where there is no first. */
    private static @Nullable String since(ResultSet row) throws SQLException {
        LocalDate since = row.getObject("alumni_since", LocalDate.class);
        LocalDate certainly = row.getObject("certainly_since", LocalDate.class);
        if (since == null || since.getYear() < 1) {
            return certainly == null ? null : "[.." + certainly + "]";
        }
        if (certainly == null) {
            return "[" + since + "..]";
        }
        return since.equals(certainly) ? since.toString() : "[" + since + ".." + certainly + "]";
    }
}
