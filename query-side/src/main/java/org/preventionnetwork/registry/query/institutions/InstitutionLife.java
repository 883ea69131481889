package org.preventionnetwork.registry.query.institutions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.institutions.InstitutionId;
import org.preventionnetwork.registry.query.http.Clocks;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** What the page of an institution shows beside the answers of the API. */
@Component
class InstitutionLife {
    private final JdbcClient jdbc;

    InstitutionLife(@Qualifier("query") DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    /**
     * @param since the first day on which it may have had the name; null for the one it was first known by
     * @param certainSince the day from which on it certainly had it, or null where that is no later or never
     */
    record Name(String name, @Nullable LocalDate since, @Nullable LocalDate certainSince, boolean certain) {
        /** From when on, as imprecisely as it is known; null for the name it was first known by. */
        public @Nullable String from() {
            if (since == null) {
                return null;
            }
            return certainSince == null ? since.toString() : "[" + since + ".." + certainSince + "]";
        }

        /** The same name on the days after, on which it may be certain. */
        private Name and(Name after) {
            return certain || certainSince != null || !after.certain
                    ? this
                    : new Name(name, since, since == null ? null : after.since, false);
        }
    }

    record Seat(String network, String state, boolean acting, String from, @Nullable String until, boolean certain) {}

    record Led(String id, String title, String type, @Nullable String stage, boolean certain) {}

    record Hosted(String network, String name) {}

    /** One after the other, each once, as they are known. */
    List<Name> names(InstitutionId id, Clocks clocks) {
        List<Name> names = new ArrayList<>();
        jdbc.sql(
                        """
                        SELECT name, lower(valid) AS since, certain FROM read.institution
                        WHERE entity = :entity AND known @> :position::bigint ORDER BY lower(valid) NULLS FIRST
                        """)
                .param("entity", id.aggregateId())
                .param("position", clocks.position())
                .query((row, n) -> new Name(
                        row.getString("name"),
                        row.getObject("since", LocalDate.class),
                        null,
                        row.getBoolean("certain")))
                .list()
                .forEach(name -> {
                    int last = names.size() - 1;
                    if (last >= 0 && names.get(last).name().equals(name.name())) {
                        names.set(last, names.get(last).and(name));
                    } else {
                        names.add(name);
                    }
                });
        return names;
    }

    /** Of focal points that it holds. */
    List<Seat> seats(InstitutionId id, Clocks clocks) {
        return about(
                        id,
                        """
                        SELECT substr(f.entity, 9) AS network, f.* FROM read.focal_point f
                        WHERE f.institution = :id AND f.valid @> :day::date AND f.known @> :position::bigint
                        ORDER BY f.state, f.entity
                        """,
                        clocks)
                .query((row, n) -> new Seat(
                        row.getString("network"),
                        row.getString("state"),
                        row.getBoolean("acting"),
                        row.getString("from_on"),
                        row.getString("until_on"),
                        row.getBoolean("certain")))
                .list();
    }

    /** Initiatives that it leads. */
    List<Led> led(InstitutionId id, Clocks clocks) {
        return about(
                        id,
                        """
                        SELECT substr(entity, 12) AS id, * FROM read.initiative
                        WHERE lead_institution = :id AND launched
                            AND valid @> :day::date AND known @> :position::bigint
                        ORDER BY started_on DESC NULLS LAST, entity
                        """,
                        clocks)
                .query((row, n) -> new Led(
                        row.getString("id"),
                        row.getString("title"),
                        row.getString("type"),
                        row.getString("stage"),
                        row.getBoolean("certain")))
                .list();
    }

    /** Networks whose secretariat it is. */
    List<Hosted> secretariats(InstitutionId id, Clocks clocks) {
        return about(
                        id,
                        """
                        SELECT substr(entity, 9) AS id, name FROM read.network
                        WHERE secretariat = :id AND valid @> :day::date AND known @> :position::bigint ORDER BY name
                        """,
                        clocks)
                .query((row, n) -> new Hosted(row.getString("id"), row.getString("name")))
                .list();
    }

    /** How many officials serve there, each record once. */
    long officials(InstitutionId id, Clocks clocks) {
        return about(
                        id,
                        """
                        SELECT count(DISTINCT entity) FROM read.affiliation
                        WHERE institution = :id AND answers AND valid @> :day::date AND known @> :position::bigint
                        """,
                        clocks)
                .query(Long.class)
                .single();
    }

    private StatementSpec about(InstitutionId id, String sql, Clocks clocks) {
        return jdbc.sql(sql).param("id", id.value()).param("day", clocks.day()).param("position", clocks.position());
    }
}
