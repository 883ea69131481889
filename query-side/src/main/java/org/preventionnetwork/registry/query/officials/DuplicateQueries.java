package org.preventionnetwork.registry.query.officials;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.personal.BlindIndex;
import org.preventionnetwork.registry.personal.BlindIndex.Pair;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.IdentifiesPerson;
import org.preventionnetwork.registry.query.http.Page;
import org.preventionnetwork.registry.query.http.Paging;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Records that may be of one person, found without opening anybody's name. */
@Component
class DuplicateQueries {
    private static final String FOUND = "WITH RECURSIVE "
            + AlumniSql.PERSONS
            + """
            , pair (one, other, same_name, same_email) AS (
                SELECT * FROM unnest(:ones::text[], :others::text[], :names::boolean[], :emails::boolean[])),
            now (official, state) AS (
                SELECT substr(entity, 10), state FROM read.official
                WHERE valid @> :day::date AND known @> :position::bigint AND NOT erased),
            found AS (
                SELECT pair.*, a.state AS one_state, b.state AS other_state,
                       coalesce(a.state = b.state, false) AS same_state
                FROM pair JOIN now a ON a.official = pair.one JOIN now b ON b.official = pair.other
                    LEFT JOIN person pa ON pa.official = pair.one LEFT JOIN person pb ON pb.official = pair.other
                WHERE coalesce(pa.canonical, pair.one) <> coalesce(pb.canonical, pair.other))
            """;
    private static final String PAGE =
            """
            SELECT * FROM found ORDER BY same_name::int + same_email::int + same_state::int DESC, one, other
            LIMIT :size OFFSET :offset
            """;

    private final BlindIndex index;
    private final JdbcClient jdbc;

    DuplicateQueries(BlindIndex index, @Qualifier("query") DataSource database) {
        this.index = index;
        this.jdbc = JdbcClient.create(database);
    }

    /**
     * Two records that are not merged. Names and e-mails are compared without case, accents and order, former ones too.
     *
     * @param sameState whether they are of the same state on the day
     */
    record Duplicate(
            @IdentifiesPerson String one,
            @IdentifiesPerson String other,
            boolean sameName,
            boolean sameEmail,
            boolean sameState,
            @Nullable String oneState,
            @Nullable String otherState) {}

    /** Those with the most in common first. */
    Page<Duplicate> duplicates(Paging paging, Clocks clocks) {
        List<Pair> pairs = index.duplicates();
        long total = about(FOUND + "SELECT count(*) FROM found", pairs, clocks)
                .query(Long.class)
                .single();
        List<Duplicate> items = about(FOUND + PAGE, pairs, clocks)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(DuplicateQueries::duplicate)
                .list();
        return Page.of(items, paging, total, clocks);
    }

    private StatementSpec about(String sql, List<Pair> pairs, Clocks clocks) {
        return jdbc.sql(sql)
                .param("ones", array(pairs, pair -> pair.one().value(), new String[0]))
                .param("others", array(pairs, pair -> pair.other().value(), new String[0]))
                .param("names", array(pairs, Pair::sameName, new Boolean[0]))
                .param("emails", array(pairs, Pair::sameEmail, new Boolean[0]))
                .param("day", clocks.day())
                .param("position", clocks.position());
    }

    private static <T> T[] array(List<Pair> pairs, Function<Pair, T> part, T[] type) {
        return pairs.stream().map(part).toList().toArray(type);
    }

    private static Duplicate duplicate(ResultSet row, int n) throws SQLException {
        return new Duplicate(
                row.getString("one"),
                row.getString("other"),
                row.getBoolean("same_name"),
                row.getBoolean("same_email"),
                row.getBoolean("same_state"),
                row.getString("one_state"),
                row.getString("other_state"));
    }
}
