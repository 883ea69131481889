package org.preventionnetwork.registry.query.officials;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.Page;
import org.preventionnetwork.registry.query.http.Paging;
import org.preventionnetwork.registry.query.officials.OfficialAnswers.AlumniStatus;
import org.preventionnetwork.registry.query.officials.OfficialAnswers.OfficialItem;
import org.preventionnetwork.registry.query.personal.PersonalReader;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Officials at one point of both clocks. What is erased by now is not told of any point. */
@Component
class OfficialQueries {
    private static final String LISTED = "WITH RECURSIVE "
            + AlumniSql.ALUMNI
            + """
            , listed AS (
                SELECT substr(o.entity, 10) AS id, o.*, gone.entity IS NOT NULL AS erased_by_now,
                       a.institution, a.position, coalesce(person.canonical, substr(o.entity, 10)) AS canonical,
                       alumni.reason AS alumni_reason, coalesce(alumni.certain, true) AS alumni_certain,
                       CASE WHEN gone.entity IS NULL AND o.full_name::jsonb ->> 'scheme' = 'plain'
                            THEN o.full_name::jsonb ->> 'value' END AS name
                FROM read.official o
                    LEFT JOIN (SELECT DISTINCT entity FROM read.official
                               WHERE erased AND known_until IS NULL) gone ON gone.entity = o.entity
                    LEFT JOIN read.affiliation a ON a.entity = o.entity AND a.answers
                        AND a.valid @> :day::date AND a.known @> :position::bigint
                    LEFT JOIN person ON person.official = substr(o.entity, 10)
                    LEFT JOIN alumni ON alumni.canonical = coalesce(person.canonical, substr(o.entity, 10))
                WHERE o.valid @> :day::date AND o.known @> :position::bigint
                  AND (:entity::text IS NULL OR o.entity = :entity)),
            found AS (
                SELECT * FROM listed
                WHERE (:state::text IS NULL OR state = :state)
                  AND (:alumni::boolean IS NULL OR (alumni_reason IS NOT NULL) = :alumni)
                  AND (:q::text IS NULL OR name ILIKE :q))
            """;
    private static final Map<String, String> SORTS =
            Map.of("id", "id", "fullName", "name", "state", "state", "institution", "institution");

    private final JdbcClient jdbc;
    private final PersonalReader personal;

    OfficialQueries(@Qualifier("query") DataSource database, PersonalReader personal) {
        this.jdbc = JdbcClient.create(database);
        this.personal = personal;
    }

    /** @param words part of a name */
    record Filter(@Nullable String words, @Nullable StateCode state, @Nullable Boolean alumni) {}

    Page<OfficialItem> officials(Filter filter, Paging paging, Clocks clocks) {
        Map<String, @Nullable Object> parameters = parameters(clocks);
        parameters.put("q", filter.words() == null ? null : contains(filter.words()));
        parameters.put("state", filter.state() == null ? null : filter.state().value());
        parameters.put("alumni", filter.alumni());
        long total = jdbc.sql(LISTED + "SELECT count(*) FROM found")
                .params(parameters)
                .query(Long.class)
                .single();
        List<OfficialItem> items = jdbc.sql(LISTED
                        + "SELECT * FROM found ORDER BY %s LIMIT :size OFFSET :offset"
                                .formatted(paging.orderBy(SORTS, "id")))
                .params(parameters)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query((row, n) -> item(row))
                .list();
        return Page.of(items, paging, total, clocks);
    }

    /** An official with why it counts as an alumnus, or does not. */
    record Told(OfficialItem official, AlumniStatus alumni) {}

    Optional<Told> official(OfficialId id, Clocks clocks) {
        Map<String, @Nullable Object> parameters = parameters(clocks);
        parameters.put("entity", id.aggregateId());
        return jdbc.sql(LISTED + "SELECT * FROM found")
                .params(parameters)
                .query((row, n) -> new Told(item(row), status(row)))
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

    private static Map<String, @Nullable Object> parameters(Clocks clocks) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("day", clocks.day());
        parameters.put("position", clocks.position());
        parameters.put("entity", null);
        parameters.put("state", null);
        parameters.put("alumni", null);
        parameters.put("q", null);
        return parameters;
    }

    private OfficialItem item(ResultSet row) throws SQLException {
        boolean erased = row.getBoolean("erased_by_now");
        return new OfficialItem(
                row.getString("id"),
                erased ? null : personal.read(row.getString("full_name")),
                erased ? null : personal.read(row.getString("email")),
                row.getString("state"),
                row.getString("institution"),
                erased ? null : personal.read(row.getString("position")),
                row.getString("alumni_reason") != null,
                erased,
                row.getString("canonical"),
                row.getBoolean("certain"),
                row.getString("fact_id"),
                row.getString("source"));
    }

    private static AlumniStatus status(ResultSet row) throws SQLException {
        String reason = row.getString("alumni_reason");
        String exception = row.getString("alumni_exception");
        boolean revoked = reason == null && "REVOKED".equals(exception);
        return new AlumniStatus(
                reason != null,
                row.getBoolean("alumni_certain"),
                reason != null ? reason : revoked ? "REVOKED" : "NONE",
                revoked || "GRANTED".equals(reason) ? row.getString("exception_on") : null);
    }

    private static String contains(String words) {
        return "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
