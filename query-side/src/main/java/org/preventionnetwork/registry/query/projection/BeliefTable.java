package org.preventionnetwork.registry.query.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.history.Segment;
import org.preventionnetwork.registry.query.projection.Rows.BeliefKey;

/** The shape that all bitemporal tables share. */
final class BeliefTable {
    private static final int KNOWN_UNTIL = 3;

    private static final List<String> COMMON =
            List.of("entity", "topic", "known_from", "known_until", "n", "valid", "certain", "behind");

    private static final String CREATE =
            """
            CREATE TABLE ${schema}.%1$s (
                entity      text COLLATE "C" NOT NULL,
                topic       text COLLATE "C" NOT NULL,
                known_from  bigint NOT NULL,
                known_until bigint CHECK (known_until > known_from),
                n           int NOT NULL,
                valid       daterange NOT NULL CHECK (NOT isempty(valid)),
                certain     boolean NOT NULL,
                behind      bigint[] NOT NULL,
                %2$s
                known       int8range NOT NULL GENERATED ALWAYS AS (int8range(known_from, known_until)) STORED)
            """;
    private static final String KEY = "ALTER TABLE ${schema}.%1$s ADD PRIMARY KEY (entity, topic, known_from, n)";
    private static final String NO_OVERLAP =
            """
            ALTER TABLE ${schema}.%1$s ADD CONSTRAINT %1$s_one_belief
                EXCLUDE USING gist (entity WITH =, topic WITH =, valid WITH &&, known WITH &&)
            """;

    private BeliefTable() {}

    static Table define(String name, List<String> ownColumns, List<String> indexes) {
        StringBuilder own = new StringBuilder();
        List<String> columns = new ArrayList<>(COMMON);
        for (String column : ownColumns) {
            own.append(column).append(",\n    ");
            columns.add(column.substring(0, column.indexOf(' ')));
        }
        return new Table(
                name,
                columns,
                List.of(CREATE.formatted(name, own)),
                Stream.concat(Stream.of(KEY.formatted(name), NO_OVERLAP.formatted(name)), indexes.stream())
                        .toList());
    }

    static @Nullable Object[] row(BeliefKey key, Segment<?> segment, @Nullable Object[] own) {
        @Nullable Object[] row = new Object[COMMON.size() + own.length];
        row[0] = key.entity();
        row[1] = key.topic();
        row[2] = key.knownFrom();
        row[KNOWN_UNTIL] = null;
        row[4] = key.n();
        row[5] = new Days(segment.from(), segment.until());
        row[6] = segment.value().certain();
        row[7] = segment.value().behind();
        System.arraycopy(own, 0, row, COMMON.size(), own.length);
        return row;
    }
}
