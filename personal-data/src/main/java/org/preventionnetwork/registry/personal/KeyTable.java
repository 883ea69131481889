package org.preventionnetwork.registry.personal;

import com.google.crypto.tink.Aead;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.outages.NotStored;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The rows of schema {@code keys}. */
final class KeyTable {
    private static final String KEEP_NEW =
            """
            INSERT INTO keys.person (official, wrapped, words, names, emails)
            VALUES (:person, :wrapped, :words, :names, :emails) ON CONFLICT DO NOTHING
            """;
    /** Who is erased meanwhile is left alone. */
    private static final String KEEP =
            """
            UPDATE keys.person SET words = ARRAY(SELECT unnest(words) UNION SELECT unnest(:words::bytea[])),
                names = ARRAY(SELECT unnest(names) UNION SELECT unnest(:names::bytea[])),
                emails = ARRAY(SELECT unnest(emails) UNION SELECT unnest(:emails::bytea[]))
            WHERE official = :person AND erased_at IS NULL
            """;

    /** Once destroyed, a row is left alone. */
    private static final String DESTROY =
            """
            WITH destroyed AS (
                INSERT INTO keys.person AS known (official, wrapped, erased_at) VALUES (:person, NULL, now())
                ON CONFLICT (official) DO UPDATE
                SET wrapped = NULL, words = '{}', names = '{}', emails = '{}', erased_at = now(), gone_at = NULL
                WHERE known.erased_at IS NULL
                RETURNING erased_at)
            SELECT erased_at FROM destroyed
            UNION ALL
            SELECT erased_at FROM keys.person WHERE official = :person AND erased_at IS NOT NULL
            LIMIT 1
            """;

    private final JdbcClient jdbc;

    KeyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    /** Whether a master key opens some person's key, or there is none to open. */
    boolean isOpenedBy(Aead master) {
        return jdbc.sql("SELECT official, wrapped FROM keys.person WHERE wrapped IS NOT NULL LIMIT 1")
                .query((row, n) -> opens(master, new OfficialId(row.getString(1)), row.getBytes(2)))
                .optional()
                .orElse(true);
    }

    private static boolean opens(Aead master, OfficialId person, byte[] wrapped) {
        try {
            PersonKey.unwrap(person, wrapped, master);
            return true;
        } catch (KeyUnavailable another) {
            return false;
        }
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
     * Keeps a new key, and by what the person can be found, unless the person has a key or had one.
     *
     * @return whether it was kept
     */
    boolean keepNew(OfficialId person, byte[] wrapped, BlindIndex.Tokens tokens) {
        return tokens(jdbc.sql(KEEP_NEW), tokens)
                        .param("person", person.value())
                        .param("wrapped", wrapped)
                        .update()
                == 1;
    }

    /** Adds by what a person with a key can be found; nothing for anybody else. */
    void keep(OfficialId person, BlindIndex.Tokens tokens) {
        int kept =
                tokens(jdbc.sql(KEEP), tokens).param("person", person.value()).update();
        if (kept == 0 && hasKey(person)) {
            throw new NotStored("by what a person can be found");
        }
    }

    private boolean hasKey(OfficialId person) {
        Row row = find(List.of(person)).get(person);
        return row != null && row.wrapped() != null;
    }

    private static StatementSpec tokens(StatementSpec statement, BlindIndex.Tokens tokens) {
        return statement
                .param("words", tokens.words().toArray(byte[][]::new))
                .param("names", tokens.names().toArray(byte[][]::new))
                .param("emails", tokens.emails().toArray(byte[][]::new));
    }

    /**
     * Empties the row. What it held is still in the database's files: {@link Remains}.
     *
     * @return when the key was destroyed: now, or before
     */
    Instant destroy(OfficialId person) {
        Instant at = jdbc.sql(DESTROY)
                .param("person", person.value())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElse(null);
        if (at == null || hasKey(person)) {
            throw new NotStored("that a key is destroyed");
        }
        return at;
    }

    /** Those who are destroyed, and may still be in the database's files. */
    List<OfficialId> notGone() {
        return jdbc.sql("SELECT official FROM keys.person WHERE erased_at IS NOT NULL AND gone_at IS NULL")
                .query((row, n) -> new OfficialId(row.getString(1)))
                .list();
    }

    void gone(Collection<OfficialId> persons) {
        jdbc.sql("UPDATE keys.person SET gone_at = now() WHERE official = ANY (:ids) AND erased_at IS NOT NULL")
                .param("ids", persons.stream().map(OfficialId::value).toArray(String[]::new))
                .update();
    }

    /** Those who are not destroyed. */
    List<OfficialId> remaining(Collection<OfficialId> persons) {
        return jdbc.sql(
                        """
                        SELECT id FROM unnest(:ids::text[]) id
                        WHERE NOT EXISTS (SELECT FROM keys.person WHERE official = id AND erased_at IS NOT NULL)
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
