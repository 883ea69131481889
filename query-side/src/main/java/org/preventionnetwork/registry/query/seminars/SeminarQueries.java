package org.preventionnetwork.registry.query.seminars;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.places.States;
import org.preventionnetwork.registry.api.seminars.SeminarId;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.Page;
import org.preventionnetwork.registry.query.http.Paging;
import org.preventionnetwork.registry.query.seminars.SeminarAnswers.Instructor;
import org.preventionnetwork.registry.query.seminars.SeminarAnswers.ReportedFigures;
import org.preventionnetwork.registry.query.seminars.SeminarAnswers.SeminarItem;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Seminars, their instructors and reported figures at one point of both clocks. */
@Component
class SeminarQueries {
    /** A seminar lies between two dates when some day of it can. */
    private static final String FOUND =
            """
            FROM read.seminar
            WHERE valid @> :day::date AND known @> :position::bigint
              AND (:entity::text IS NULL OR entity = :entity)
              AND (:programme::text IS NULL OR programme = :programme)
              AND (:edition::text IS NULL OR edition = :edition)
              AND (:state::text IS NULL OR state = :state)
              AND (:status::text IS NULL OR status = :status)
              AND (:from::date IS NULL OR greatest(ends_latest, starts_latest) >= :from::date)
              AND (:to::date IS NULL OR starts_earliest <= :to::date)
              AND (:q::text IS NULL OR title ILIKE :q OR venue ILIKE :q OR city ILIKE :q)
            """;

    private static final String INSTRUCTORS =
            """
            SELECT * FROM read.instructor
            WHERE entity = :entity AND valid @> :day::date AND known @> :position::bigint ORDER BY official
            """;
    private static final String REPORTED =
            """
            SELECT * FROM read.reported_figures
            WHERE entity = :entity AND known @> :position::bigint ORDER BY behind, fact_id
            """;
    private final JdbcClient jdbc;

    SeminarQueries(@Qualifier("query") DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    enum Status {
        PLANNED,
        CONVENED,
        HELD,
        CANCELLED
    }

    Page<SeminarItem> seminars(SeminarFilter filter, Paging paging, Clocks clocks) {
        Map<String, @Nullable Object> parameters = parameters(filter, clocks);
        long total = jdbc.sql("SELECT count(*) " + FOUND)
                .params(parameters)
                .query(Long.class)
                .single();
        List<SeminarItem> items = jdbc.sql("SELECT * " + FOUND
                        + "ORDER BY %s LIMIT :size OFFSET :offset"
                                .formatted(paging.orderBy(SeminarItem.class, "starts_earliest DESC, entity")))
                .params(parameters)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query((row, n) -> seminar(row, clocks.day()))
                .list();
        return Page.of(items, paging, total, clocks);
    }

    Optional<SeminarItem> seminar(SeminarId id, Clocks clocks) {
        Map<String, @Nullable Object> parameters = parameters(SeminarFilter.ALL, clocks);
        parameters.put("entity", id.aggregateId());
        return jdbc.sql("SELECT * " + FOUND)
                .params(parameters)
                .query((row, n) -> seminar(row, clocks.day()))
                .optional();
    }

    List<Instructor> instructors(SeminarId id, Clocks clocks) {
        return jdbc.sql(INSTRUCTORS)
                .param("entity", id.aggregateId())
                .param("day", clocks.day())
                .param("position", clocks.position())
                .query((row, n) -> new Instructor(
                        row.getString("official"),
                        row.getString("from_on"),
                        row.getString("until_on"),
                        row.getBoolean("certain"),
                        row.getString("fact_id"),
                        row.getString("source")))
                .list();
    }

    /** Whether its conclusion is recorded, on whatever day. */
    boolean isConcluded(SeminarId seminar, Clocks clocks) {
        return jdbc.sql("SELECT count(*) > 0 FROM read.seminar"
                        + " WHERE entity = :entity AND concluded AND known @> :position::bigint")
                .param("entity", seminar.aggregateId())
                .param("position", clocks.position())
                .query(Boolean.class)
                .single();
    }

    List<ReportedFigures> reported(SeminarId id, Clocks clocks) {
        return jdbc.sql(REPORTED)
                .param("entity", id.aggregateId())
                .param("position", clocks.position())
                .query((row, n) -> new ReportedFigures(
                        row.getObject("participants", Integer.class),
                        row.getObject("states_count", Integer.class),
                        texts(row, "states"),
                        row.getString("fact_id"),
                        row.getString("source")))
                .list();
    }

    private static Map<String, @Nullable Object> parameters(SeminarFilter filter, Clocks clocks) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("day", clocks.day());
        parameters.put("position", clocks.position());
        parameters.put("entity", null);
        parameters.put(
                "programme",
                filter.programme() == null ? null : filter.programme().value());
        parameters.put(
                "edition", filter.edition() == null ? null : filter.edition().name());
        parameters.put("state", filter.state() == null ? null : filter.state().value());
        parameters.put(
                "status", filter.status() == null ? null : filter.status().name());
        parameters.put("from", filter.from() == null ? null : filter.from().earliest());
        parameters.put("to", filter.to() == null ? null : filter.to().latest());
        parameters.put("q", filter.q() == null ? null : contains(filter.q()));
        return parameters;
    }

    private static String contains(String words) {
        return "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    static SeminarItem seminar(ResultSet row, LocalDate day) throws SQLException {
        String state = row.getString("state");
        return new SeminarItem(
                row.getString("entity").substring("seminar:".length()),
                row.getString("title"),
                row.getString("programme"),
                row.getString("edition"),
                row.getString("cycle"),
                row.getObject("part", Integer.class),
                row.getString("mode"),
                row.getString("starts_on"),
                row.getString("ends_on"),
                row.getString("city"),
                state,
                state == null ? null : States.name(new StateCode(state), Locale.ENGLISH, day),
                row.getString("venue"),
                row.getObject("capacity", Integer.class),
                texts(row, "languages"),
                row.getBoolean("foundational"),
                texts(row, "themes"),
                texts(row, "co_organisers"),
                row.getObject("enrollment_open", Boolean.class),
                row.getString("status"),
                row.getBoolean("over"),
                row.getBoolean("certain"),
                row.getString("fact_id"),
                row.getString("source"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
