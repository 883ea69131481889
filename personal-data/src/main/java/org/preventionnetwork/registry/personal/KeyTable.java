package org.preventionnetwork.registry.personal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The rows of schema {@code keys}. */
final class KeyTable {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    KeyTable(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * @param wrapped null once destroyed
     * @param erasedAt when it was
     */
    record Row(byte @Nullable [] wrapped, @Nullable Instant erasedAt) {}

    boolean isEmpty() {
        return jdbc.sql("SELECT NOT EXISTS (SELECT FROM keys.person)")
                .query(Boolean.class)
                .single();
    }

    Map<OfficialId, Row> find(Collection<OfficialId> persons) {
        Map<OfficialId, Row> found = new HashMap<>();
        jdbc.sql("SELECT official, wrapped, erased_at FROM keys.person WHERE official = ANY (:ids)")
                .param("ids", persons.stream().map(OfficialId::value).toArray(String[]::new))
                .query(row -> {
                    found.put(new OfficialId(row.getString("official")), row(row));
                });
        return found;
    }

    /**
     * Keeps the new key unless the person has one, or had one, and by what the person can be found.
     *
     * @param wrapped null when the person must be known
     * @return what is kept
     */
    Optional<Row> keep(OfficialId person, byte @Nullable [] wrapped, List<BlindIndex.Token> tokens) {
        return transaction.execute(status -> {
            if (wrapped != null) {
                jdbc.sql(
                                "INSERT INTO keys.person (official, wrapped) VALUES (:person, :wrapped) ON CONFLICT DO NOTHING")
                        .param("person", person.value())
                        .param("wrapped", wrapped)
                        .update();
            }
            // The lock keeps an erasure from missing tokens that come in beside it.
            Optional<Row> kept = jdbc.sql(
                            "SELECT wrapped, erased_at FROM keys.person WHERE official = :person FOR SHARE")
                    .param("person", person.value())
                    .query((row, n) -> row(row))
                    .optional();
            if (kept.isPresent() && kept.get().erasedAt() == null && !tokens.isEmpty()) {
                jdbc.sql("INSERT INTO keys.word (token, kind, official)"
                                + " SELECT token, kind::\"char\", :person FROM unnest(:tokens::bytea[], :kinds::text[])"
                                + " AS new (token, kind) ON CONFLICT DO NOTHING")
                        .param("person", person.value())
                        .param(
                                "tokens",
                                tokens.stream().map(BlindIndex.Token::bytes).toArray(byte[][]::new))
                        .param(
                                "kinds",
                                tokens.stream().map(BlindIndex.Token::kind).toArray(String[]::new))
                        .update();
            }
            return kept;
        });
    }

    /** @return when the key was destroyed: now, or before */
    Instant destroy(OfficialId person) {
        Instant destroyed = transaction.execute(status -> {
            OffsetDateTime at = jdbc.sql(
                            """
                            INSERT INTO keys.person AS known (official, wrapped, erased_at) VALUES (:person, NULL, now())
                            ON CONFLICT (official) DO UPDATE
                            SET wrapped = NULL, erased_at = coalesce(known.erased_at, excluded.erased_at)
                            RETURNING erased_at
                            """)
                    .param("person", person.value())
                    .query(OffsetDateTime.class)
                    .single();
            jdbc.sql("DELETE FROM keys.word WHERE official = :person")
                    .param("person", person.value())
                    .update();
            return at.toInstant();
        });
        // What was there would lie in the tables' files until something else is written over it.
        jdbc.sql("VACUUM keys.person, keys.word").update();
        return destroyed;
    }

    /** Those who still have a key, or can still be found. */
    List<OfficialId> remaining(Collection<OfficialId> persons) {
        return jdbc.sql(
                        """
                        SELECT id FROM unnest(:ids::text[]) id
                        WHERE NOT EXISTS (SELECT FROM keys.person WHERE official = id AND erased_at IS NOT NULL)
                           OR EXISTS (SELECT FROM keys.word WHERE official = id)
                        """)
                .param("ids", persons.stream().map(OfficialId::value).toArray(String[]::new))
                .query((row, n) -> new OfficialId(row.getString(1)))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        OffsetDateTime erasedAt = row.getObject("erased_at", OffsetDateTime.class);
        return new Row(row.getBytes("wrapped"), erasedAt == null ? null : erasedAt.toInstant());
    }
}
