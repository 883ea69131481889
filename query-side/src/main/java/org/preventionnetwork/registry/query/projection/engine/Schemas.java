package org.preventionnetwork.registry.query.projection.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.query.projection.Table;
import org.springframework.jdbc.core.JdbcTemplate;

/** The schemas of the projections' versions, and the views in schema {@code read} that point at the live ones. */
final class Schemas {
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

    /**
     * One checksum for each table, over what was believed at a position: rows of later positions do not count, so that
     * two versions that are not equally far can be compared.
     *
     * @param without entities that do not count either
     */
    List<String> checksums(ProjectionVersion version, long position, Set<String> without) {
        String[] left = without.toArray(String[]::new);
        List<String> checksums = new ArrayList<>();
        for (Table table : version.projection().tables()) {
            checksums.add(table.name() + ":"
                    + jdbc.queryForObject(
                            TableComparison.checksum(table, version.schema()), String.class, position, left));
        }
        return checksums;
    }

    @Nullable
    Long firstDifference(
            ProjectionVersion one, ProjectionVersion other, Table table, long position, Set<String> without) {
        String[] left = without.toArray(String[]::new);
        return jdbc.queryForObject(
                TableComparison.firstDifference(table, one.schema(), other.schema()),
                Long.class,
                position,
                left,
                position,
                left);
    }

    private void run(ProjectionVersion version, List<String> statements) {
        statements.forEach(statement -> jdbc.execute(statement.replace("${schema}", version.schema())));
    }
}
