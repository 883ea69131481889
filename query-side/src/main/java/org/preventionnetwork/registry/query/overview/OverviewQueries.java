package org.preventionnetwork.registry.query.overview;

import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.query.http.Clocks;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** What the overview shows beside figures. */
@Component
class OverviewQueries {
    private final JdbcClient jdbc;

    OverviewQueries(@Qualifier("query") DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    record NetworkName(String id, String name) {}

    record MemberState(String code, boolean certain) {}

    /** Those that can be looked at alone. */
    List<NetworkName> networks(Clocks clocks) {
        return at(
                        """
                        SELECT substr(entity, 9) AS id, name FROM read.network
                        WHERE valid @> :day::date AND known @> :position::bigint ORDER BY name, id
                        """,
                        clocks)
                .query((row, n) -> new NetworkName(row.getString("id"), row.getString("name")))
                .list();
    }

    /** Member states of a network, or of any that is active on the day, each once. */
    List<MemberState> members(@Nullable EntityId scope, Clocks clocks) {
        return at(
                        """
                        SELECT m.state, bool_or(m.certain AND n.certain) AS certain
                        FROM read.membership m JOIN read.network n ON n.entity = m.entity
                            AND n.valid @> :day::date AND n.known @> :position::bigint AND n.status = 'ACTIVE'
                        WHERE m.valid @> :day::date AND m.known @> :position::bigint AND m.kind = 'MEMBER'
                            AND (:network::text IS NULL OR m.entity = :network)
                        GROUP BY m.state ORDER BY m.state
                        """,
                        clocks)
                .param("network", scope instanceof NetworkId network ? network.aggregateId() : null)
                .query((row, n) -> new MemberState(row.getString("state"), row.getBoolean("certain")))
                .list();
    }

    /** Of the first seminar; where there is none, the year asked about. */
    int firstYear(Clocks clocks) {
        Integer year = jdbc.sql(
                        """
                        SELECT coalesce(extract(year FROM min(starts_earliest)), :year)::int FROM read.seminar
                        WHERE known @> :position::bigint AND held AND starts_earliest > '1900-01-01'
                        """)
                .param("position", clocks.position())
                .param("year", clocks.day().getYear())
                .query(Integer.class)
                .single();
        return year;
    }

    private StatementSpec at(String sql, Clocks clocks) {
        return jdbc.sql(sql).param("day", clocks.day()).param("position", clocks.position());
    }
}
