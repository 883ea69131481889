package org.preventionnetwork.registry.query.subject;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.store.EventTables;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.officials.AlumniSql;
import org.preventionnetwork.registry.query.personal.PersonalReader;
import org.preventionnetwork.registry.query.subject.PersonFile.AffiliationHeld;
import org.preventionnetwork.registry.query.subject.PersonFile.AlumniHeld;
import org.preventionnetwork.registry.query.subject.PersonFile.RecordHeld;
import org.preventionnetwork.registry.query.subject.PersonFile.TextHeld;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who the person is: records, names, e-mails, affiliations, whether an alumnus. */
@Component
class SubjectQueries {
    private static final String CANONICAL = "WITH RECURSIVE " + AlumniSql.PERSONS
            + "SELECT coalesce((SELECT canonical FROM person WHERE official = :official), :official)";
    private static final String RECORDS = "WITH RECURSIVE " + AlumniSql.PERSONS
            + """
            SELECT official, (SELECT (min(known_at) AT TIME ZONE 'UTC')::date FROM %s e
                              WHERE aggregate_id = 'official:' || official
                                AND payload_type = 'official.OfficialErased') AS erased_on
            FROM (SELECT official FROM person WHERE canonical = :canonical UNION SELECT :canonical) AS same
            ORDER BY official
            """
                    .formatted(EventTables.IN_ORDER);
    private static final String ALUMNI =
            "WITH RECURSIVE " + AlumniSql.ALUMNI_AMONG + " SELECT reason, certain FROM alumni";
    private static final String TEXTS =
            """
            SELECT substr(entity, 10) AS official, %s AS text, lower(valid) AS since, upper(valid) AS until
            FROM read.official WHERE entity = ANY(:entities) AND known @> :position::bigint
            ORDER BY entity, lower(valid) NULLS FIRST
            """;
    private static final String AFFILIATIONS =
            """
            SELECT * FROM (
                SELECT DISTINCT ON (entity, fact_id) substr(entity, 10) AS official, a.*, lower(valid) AS since
                FROM read.affiliation a WHERE entity = ANY(:entities) AND known @> :position::bigint
                ORDER BY entity, fact_id, certain DESC, lower(valid) NULLS FIRST) AS each
            ORDER BY official, since NULLS FIRST
            """;

    private final JdbcClient jdbc;
    private final PersonalReader personal;

    SubjectQueries(@Qualifier("query") DataSource database, PersonalReader personal) {
        this.jdbc = JdbcClient.create(database);
        this.personal = personal;
    }

    Subject subject(OfficialId official, Clocks clocks) {
        String canonical = jdbc.sql(CANONICAL)
                .param("official", official.value())
                .param("position", clocks.position())
                .query(String.class)
                .single();
        List<RecordHeld> records = jdbc.sql(RECORDS)
                .param("canonical", canonical)
                .param("position", clocks.position())
                .query((row, n) -> new RecordHeld(row.getString(1), row.getObject(2, LocalDate.class)))
                .list();
        return new Subject(canonical, records, clocks);
    }

    AlumniHeld alumni(Subject subject) {
        return subject.ask(jdbc, ALUMNI)
                .query((row, n) -> new AlumniHeld(true, row.getString(1), row.getBoolean(2)))
                .optional()
                .orElse(new AlumniHeld(false, "NONE", true));
    }

    List<TextHeld> names(Subject subject) {
        return texts(subject, "full_name");
    }

    List<TextHeld> emails(Subject subject) {
        return texts(subject, "email");
    }

    /** One for each spell of days, whatever else changed within it. */
    private List<TextHeld> texts(Subject subject, String column) {
        List<TextHeld> held = new ArrayList<>();
        for (TextHeld next :
                subject.ask(jdbc, TEXTS.formatted(column)).query(this::text).list()) {
            TextHeld last = held.isEmpty() ? null : held.get(held.size() - 1);
            if (last != null && follows(last, next)) {
                held.set(held.size() - 1, new TextHeld(last.official(), last.value(), last.from(), next.until()));
            } else if (!next.value().isEmpty()) {
                held.add(next);
            }
        }
        return held;
    }

    private static boolean follows(TextHeld last, TextHeld next) {
        return last.official().equals(next.official())
                && last.value().equals(next.value())
                && last.until() != null
                && last.until().equals(next.from());
    }

    private TextHeld text(ResultSet row, int n) throws SQLException {
        String value = personal.read(row.getString("text"));
        return new TextHeld(
                row.getString("official"),
                value == null ? "" : value,
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class));
    }

    List<AffiliationHeld> affiliations(Subject subject) {
        return subject.ask(jdbc, AFFILIATIONS)
                .query((row, n) -> new AffiliationHeld(
                        row.getString("official"),
                        row.getString("state"),
                        row.getString("institution"),
                        read(row, "position"),
                        row.getString("from_on"),
                        row.getString("until_on"),
                        row.getString("source")))
                .list();
    }

    private @Nullable String read(ResultSet row, String column) throws SQLException {
        return personal.read(row.getString(column));
    }
}
