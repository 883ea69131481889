package org.preventionnetwork.registry.query.figures;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The answers given last. They hold as long as the projections' rows were not made anew outside the stream: by a retry
 * of what was parked, an eviction, a switch of versions.
 *
 * @param <Q> questions that name the position they are answered at, or whose answers name it
 */
public final class Remembered<Q, A> {
    private final JdbcClient jdbc;
    private final Map<Key<Q>, A> answers;

    /** @param most how many answers are kept */
    public Remembered(DataSource database, int most) {
        this.jdbc = JdbcClient.create(database);
        this.answers = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key<Q>, A> eldest) {
                return size() > most;
            }
        });
    }

    private record Key<Q>(Q question, String rows) {}

    public A get(Q question, Function<Q, A> count) {
        Key<Q> key = new Key<>(question, rows());
        A known = answers.get(key);
        if (known == null) {
            known = count.apply(question);
            answers.put(key, known);
        }
        return known;
    }

    /** @param grow makes the answer, of the one that is remembered or of null */
    A grown(Q question, Function<@Nullable A, A> grow) {
        Key<Q> key = new Key<>(question, rows());
        A grown = grow.apply(answers.get(key));
        answers.put(key, grown);
        return grown;
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
