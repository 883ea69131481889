package org.preventionnetwork.registry.query.projection.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.query.projection.Projection;
import org.preventionnetwork.registry.query.projection.Table;
import org.springframework.jdbc.core.JdbcTemplate;

/** The schemas of the projections' versions, and the views in schema {@code read} that point at the live ones. */
final class Schemas {
    private static final String GENERATED =
            """
            SELECT 't.' || quote_ident(attname) || ' IS NOT DISTINCT FROM (' || pg_get_expr(adbin, adrelid) || ')'
            FROM pg_attribute JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
            WHERE attrelid = ?::regclass AND attgenerated <> ''
            """;

    /** With this search path every relation in a view's text bears its schema. */
    private static final String AS_IT_IS =
            """
            WITH path AS MATERIALIZED (SELECT set_config('search_path', 'pg_catalog', true)),
            shown AS MATERIALIZED (
                SELECT stored.oid AS stored, stored.relkind AS kind, stored.relrowsecurity OR stored.relhasrules
                        OR EXISTS (SELECT FROM pg_inherits WHERE inhparent = stored.oid) AS meddled,
                    answers.relkind AS answers_by, pg_get_viewdef(answers.oid) AS definition
                FROM path, pg_class stored, pg_class answers
                WHERE stored.oid = to_regclass(?) AND answers.oid = to_regclass(?))
            SELECT kind = 'r' AND NOT meddled AND answers_by = 'v'
                AND 'SELECT ' || (SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
                                  WHERE attrelid = stored AND attnum > 0 AND NOT attisdropped) || ' FROM ' || ? || ';'
                    = replace(trim(regexp_replace(definition, '\\s+', ' ', 'g')), ?, '')
            FROM shown
            UNION ALL SELECT false WHERE NOT EXISTS (SELECT FROM shown)
            """;

    private final JdbcTemplate jdbc;

    Schemas(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty tables, without keys and indexes: those come when the rows are in. */
    void create(ProjectionVersion version) {
        jdbc.execute("CREATE SCHEMA " + version.schema());
        version.projection().tables().forEach(table -> run(version, table.create()));
    }

    void complete(ProjectionVersion version) {
        for (Table table : version.projection().tables()) {
            run(version, table.complete());
            jdbc.execute("ANALYZE " + version.schema() + "." + table.name());
        }
    }

    void show(ProjectionVersion version) {
        for (Table table : version.projection().tables()) {
            jdbc.execute("DROP VIEW IF EXISTS read." + table.name() + " CASCADE");
            jdbc.execute(
                    "CREATE VIEW read." + table.name() + " AS SELECT * FROM " + version.schema() + "." + table.name());
        }
    }

    void drop(ProjectionVersion version) {
        jdbc.execute("DROP SCHEMA IF EXISTS " + version.schema() + " CASCADE");
    }

    /** Where a version's own tables are. */
    static UnaryOperator<String> tablesOf(ProjectionVersion version) {
        return table -> version.schema() + "." + table;
    }

    /** What answers are read from. */
    static UnaryOperator<String> views() {
        return table -> "read." + table;
    }

    /**
     * One checksum for each table, over what was believed at a position: rows of later positions do not count, so that
     * two versions that are not equally far can be compared.
     *
     * @param where the relations that hold the rows
     * @param cuts entities that are incomplete, and up to where each counts all the same
     * @param salt the same for all that is to be compared, and known to nobody before
     */
    List<String> checksums(
            Projection projection, UnaryOperator<String> where, long position, Map<String, Long> cuts, long salt) {
        List<String> checksums = new ArrayList<>();
        for (Table table : projection.tables()) {
            checksums.add(table.name() + ":"
                    + jdbc.queryForObject(
                            TableComparison.checksum(table, where.apply(table.name())),
                            String.class,
                            salt,
                            position,
                            entities(cuts),
                            ends(cuts)));
        }
        return checksums;
    }

    @Nullable
    Long firstDifference(
            UnaryOperator<String> one,
            UnaryOperator<String> other,
            Table table,
            long position,
            Map<String, Long> cuts) {
        return jdbc.queryForObject(
                TableComparison.firstDifference(table, one.apply(table.name()), other.apply(table.name())),
                Long.class,
                position,
                entities(cuts),
                ends(cuts),
                position,
                entities(cuts),
                ends(cuts));
    }

    private static String[] entities(Map<String, Long> cuts) {
        return cuts.keySet().toArray(String[]::new);
    }

    private static Long[] ends(Map<String, Long> cuts) {
        return cuts.values().toArray(Long[]::new);
    }

    /**
     * How many rows that answer no event can have made.
     *
     * @param fresh a version that the code has just made: it says what is generated
     * @param reached up to where everything is brought in
     */
    long impossibleRows(ProjectionVersion fresh, Table table, long reached) {
        List<String> generated = jdbc.queryForList(GENERATED, String.class, fresh.schema() + "." + table.name());
        return Objects.requireNonNull(jdbc.queryForObject(
                TableComparison.impossible(table, views().apply(table.name()), generated), Long.class, reached));
    }

    /**
     * Whether answers are read from a version's table as the code shows it, all of it and nothing else. Whatever changes
     * what a question gets, a condition on its session for instance, would else be no difference for who compares.
     */
    boolean isShownAsItIs(ProjectionVersion version, Table table) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                AS_IT_IS,
                Boolean.class,
                version.schema() + "." + table.name(),
                views().apply(table.name()),
                version.schema() + "." + table.name(),
                table.name() + "."));
    }

    private void run(ProjectionVersion version, List<String> statements) {
        statements.forEach(statement -> jdbc.execute(statement.replace("${schema}", version.schema())));
    }
}
