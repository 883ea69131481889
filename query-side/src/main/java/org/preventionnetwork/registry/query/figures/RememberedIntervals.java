package org.preventionnetwork.registry.query.figures;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The answers given last. They hold as long as the projections' rows were not made anew outside the stream: by a retry
 * of what was parked, an eviction, a switch of versions.
 */
@Component
class RememberedIntervals {
    private static final int MOST = 1_000;

    private final JdbcClient jdbc;
    private final Map<Key, Interval> answers = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Interval> eldest) {
            return size() > MOST;
        }
    });

    RememberedIntervals(@Qualifier("query") DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    private record Key(FigureQuestion question, String rows) {}

    Interval get(FigureQuestion question, Function<FigureQuestion, Interval> count) {
        Key key = new Key(question, rows());
        Interval known = answers.get(key);
        if (known == null) {
            known = count.apply(question);
            answers.put(key, known);
        }
        return known;
    }

    /** Tells versions of the projections' rows apart. */
    private String rows() {
        return jdbc.sql(
                        """
                        SELECT coalesce(string_agg(name || version || '.' || generation, ' ' ORDER BY name), '')
                        FROM operations.projection WHERE state = 'LIVE'
                        """)
                .query(String.class)
                .single();
    }
}
