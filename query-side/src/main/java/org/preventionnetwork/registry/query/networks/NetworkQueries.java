package org.preventionnetwork.registry.query.networks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.networks.MembershipKind;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.places.States;
import org.preventionnetwork.registry.query.figures.FigureName;
import org.preventionnetwork.registry.query.figures.FigureQuestion;
import org.preventionnetwork.registry.query.figures.Figures;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.Page;
import org.preventionnetwork.registry.query.http.Paging;
import org.preventionnetwork.registry.query.names.NameJson;
import org.preventionnetwork.registry.query.networks.NetworkAnswers.FocalPoint;
import org.preventionnetwork.registry.query.networks.NetworkAnswers.Meeting;
import org.preventionnetwork.registry.query.networks.NetworkAnswers.Member;
import org.preventionnetwork.registry.query.networks.NetworkAnswers.NetworkItem;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Networks, members, focal points and meetings at one point of both clocks. */
@Component
class NetworkQueries {
    private static final String NETWORKS =
            """
            SELECT substr(n.entity, 9) AS id, n.*, count(*) OVER () AS total
            FROM read.network n
            WHERE n.valid @> :day::date AND n.known @> :position::bigint
              AND (:id::text IS NULL OR n.entity = :id)
            ORDER BY %s LIMIT :size OFFSET :offset
            """;
    private static final String MEMBERS =
            """
            SELECT *, count(*) OVER () AS total
            FROM (SELECT *, false AS announced FROM read.membership
                  UNION ALL SELECT *, true FROM read.announced_membership) m
            WHERE entity = :network AND valid @> :day::date AND known @> :position::bigint
              AND (:kind::text IS NULL OR kind = :kind)
            ORDER BY %s LIMIT :size OFFSET :offset
            """;
    /** A vacancy shows only while nobody else holds a seat of the state. */
    private static final String FOCAL_POINTS =
            """
            SELECT *, count(*) OVER () AS total FROM read.focal_point f
            WHERE entity = :network AND valid @> :day::date AND known @> :position::bigint
              AND (NOT vacant OR NOT EXISTS (
                    SELECT 1 FROM read.focal_point held
                    WHERE held.entity = f.entity AND held.state = f.state AND NOT held.vacant
                      AND held.valid @> :day::date AND held.known @> :position::bigint))
            ORDER BY %s LIMIT :size OFFSET :offset
            """;

    private static final String MEETINGS =
            """
            SELECT *, count(*) OVER () AS total FROM read.meeting
            WHERE entity = :network AND valid @> :day::date AND known @> :position::bigint
            ORDER BY %s LIMIT :size OFFSET :offset
            """;

    private final JdbcClient jdbc;
    private final Figures figures;

    NetworkQueries(Figures figures, @Qualifier("query") DataSource database) {
        this.jdbc = JdbcClient.create(database);
        this.figures = figures;
    }

    Page<NetworkItem> networks(Paging paging, Clocks clocks) {
        String order = paging.orderBy(NetworkItem.class, "id");
        return page(NETWORKS.formatted(order), Map.of(), paging, clocks, row -> network(row, clocks));
    }

    Optional<NetworkItem> network(NetworkId id, Clocks clocks) {
        Paging one = new Paging(0, 1, null, false);
        return page(NETWORKS.formatted("id"), Map.of("id", id.aggregateId()), one, clocks, row -> network(row, clocks))
                .items()
                .stream()
                .findFirst();
    }

    Page<Member> members(NetworkId network, @Nullable MembershipKind kind, Paging paging, Clocks clocks) {
        String order = paging.orderBy(Member.class, "state");
        Map<String, Object> parameters = kind == null
                ? Map.of("network", network.aggregateId())
                : Map.of("network", network.aggregateId(), "kind", kind.name());
        return page(MEMBERS.formatted(order), parameters, paging, clocks, row -> member(row, clocks.day()));
    }

    Page<FocalPoint> focalPoints(NetworkId network, Paging paging, Clocks clocks) {
        String order = paging.orderBy(FocalPoint.class, "state, seat_id");
        return page(
                FOCAL_POINTS.formatted(order),
                Map.of("network", network.aggregateId()),
                paging,
                clocks,
                row -> focalPoint(row, clocks.day()));
    }

    Page<Meeting> meetings(NetworkId network, Paging paging, Clocks clocks) {
        String order = paging.orderBy(Meeting.class, "starts_on, meeting_id");
        return page(
                MEETINGS.formatted(order),
                Map.of("network", network.aggregateId()),
                paging,
                clocks,
                NetworkQueries::meeting);
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> Page<T> page(String sql, Map<String, ?> parameters, Paging paging, Clocks clocks, RowReader<T> reader) {
        long[] total = {0};
        List<T> items = jdbc.sql(sql)
                .param("day", clocks.day())
                .param("position", clocks.position())
                .param("size", paging.size())
                .param("offset", paging.offset())
                .param("id", null)
                .param("kind", null)
                .param("language", null)
                .params(parameters)
                .query((row, n) -> {
                    total[0] = row.getLong("total");
                    return reader.read(row);
                })
                .list();
        return Page.of(items, paging, items.isEmpty() ? 0 : total[0], clocks);
    }

    private NetworkItem network(ResultSet row, Clocks clocks) throws SQLException {
        return network(row)
                .with(figures.interval(new FigureQuestion(
                        FigureName.MEMBER_STATES,
                        new NetworkId(row.getString("id")),
                        clocks.day(),
                        clocks.day(),
                        clocks.position())));
    }

    private static NetworkItem network(ResultSet row) throws SQLException {
        return new NetworkItem(
                row.getString("id"),
                row.getString("name"),
                NameJson.of(row),
                row.getString("kind"),
                row.getString("status"),
                row.getBoolean("certain"),
                row.getString("announced_on"),
                row.getString("founded_on"),
                row.getString("dissolved_on"),
                row.getString("secretariat"),
                row.getString("charter"),
                0,
                0,
                row.getString("fact_id"),
                row.getString("source"));
    }

    static Member member(ResultSet row, LocalDate day) throws SQLException {
        return new Member(
                row.getString("state"),
                name(row.getString("state"), day),
                row.getString("kind"),
                row.getString("from_on"),
                row.getString("until_on"),
                row.getBoolean("certain"),
                row.getBoolean("suspended"),
                row.getBoolean("announced"),
                row.getString("membership_id"),
                row.getString("fact_id"),
                row.getString("source"),
                row.getString("entity").substring("network:".length()));
    }

    private static FocalPoint focalPoint(ResultSet row, LocalDate day) throws SQLException {
        return new FocalPoint(
                row.getString("seat_id"),
                row.getString("state"),
                name(row.getString("state"), day),
                row.getString("institution"),
                row.getString("official"),
                row.getBoolean("acting"),
                row.getBoolean("vacant"),
                row.getString("from_on"),
                row.getString("until_on"),
                row.getBoolean("certain"),
                row.getString("fact_id"),
                row.getString("source"),
                row.getString("entity").substring("network:".length()));
    }

    private static Meeting meeting(ResultSet row) throws SQLException {
        return new Meeting(
                row.getString("meeting_id"),
                row.getString("title"),
                row.getObject("ordinal", Integer.class),
                row.getString("starts_on"),
                row.getString("ends_on"),
                row.getString("mode"),
                row.getString("city"),
                row.getString("host_state"),
                List.of((String[]) row.getArray("attending_states").getArray()),
                row.getString("declaration"),
                row.getBoolean("certain"),
                row.getString("fact_id"),
                row.getString("source"),
                row.getString("entity").substring("network:".length()));
    }

    /** What the state was called on the day that was asked about. */
    private static String name(String state, LocalDate day) {
        return States.name(new StateCode(state), Locale.ENGLISH, day);
    }
}
