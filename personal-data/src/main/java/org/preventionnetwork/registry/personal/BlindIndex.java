package org.preventionnetwork.registry.personal;

import com.google.crypto.tink.prf.PrfSet;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds persons by words of their names, or by e-mail, without the database knowing either: what it has are keyed hashes.
 * Former names count; who must know more opens what is found.
 */
public final class BlindIndex {
    private static final int TOKEN_BYTES = 16;

    private final PrfSet keyed;
    private final JdbcClient jdbc;

    BlindIndex(PrfSet keyed, JdbcClient jdbc) {
        this.keyed = keyed;
        this.jdbc = jdbc;
    }

    /** Keyed hashes of words of names, of whole names, and of e-mails. */
    record Tokens(List<byte[]> words, List<byte[]> names, List<byte[]> emails) {
        Tokens() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        boolean isEmpty() {
            return words.isEmpty() && names.isEmpty() && emails.isEmpty();
        }
    }

    void addName(String name, Tokens tokens) {
        List<String> words = Searchable.words(name);
        Set.copyOf(words).forEach(word -> tokens.words().add(token("w", word)));
        tokens.names().add(token("n", Searchable.inAnyOrder(words)));
    }

    void addEmail(String email, Tokens tokens) {
        tokens.emails().add(token("e", Searchable.email(email)));
    }

    /** Those who have, or had, all these words in their names; or all of it as an e-mail. */
    public Set<OfficialId> find(String words) {
        Tokens wanted = new Tokens();
        if (words.contains("@")) {
            addEmail(words, wanted);
        } else {
            Set.copyOf(Searchable.words(words)).forEach(word -> wanted.words().add(token("w", word)));
        }
        if (wanted.isEmpty()) {
            return Set.of();
        }
        return reachable(() -> jdbc
                .sql("SELECT official FROM keys.person WHERE words @> :words AND emails @> :emails")
                .param("words", wanted.words().toArray(byte[][]::new))
                .param("emails", wanted.emails().toArray(byte[][]::new))
                .query((row, n) -> new OfficialId(row.getString(1)))
                .list()
                .stream()
                .collect(Collectors.toSet()));
    }

    /** Those whose whole name this is, or was, in whatever order of its words. */
    public Set<OfficialId> named(String name) {
        Tokens wanted = new Tokens();
        addName(name, wanted);
        return Searchable.words(name).isEmpty()
                ? Set.of()
                : reachable(() -> jdbc
                        .sql("SELECT official FROM keys.person WHERE words @> :words AND names @> :names")
                        .param("words", wanted.words().toArray(byte[][]::new))
                        .param("names", wanted.names().toArray(byte[][]::new))
                        .query((row, n) -> new OfficialId(row.getString(1)))
                        .list()
                        .stream()
                        .collect(Collectors.toSet()));
    }

    /** Two records that may be of one person. */
    public record Pair(OfficialId one, OfficialId other, boolean sameName, boolean sameEmail) {}

    /** All pairs of records that have, or had, the same whole name or the same e-mail. */
    public List<Pair> duplicates() {
        return reachable(() -> jdbc.sql(
                        """
                        WITH token AS (
                            SELECT official, true AS name, unnest(names) AS token FROM keys.person
                            UNION ALL
                            SELECT official, false, unnest(emails) FROM keys.person)
                        SELECT a.official AS one, b.official AS other, bool_or(a.name) AS name,
                               bool_or(NOT a.name) AS email
                        FROM token a JOIN token b ON b.token = a.token AND b.official > a.official
                        GROUP BY 1, 2 ORDER BY 1, 2
                        """)
                .query((row, n) -> new Pair(
                        new OfficialId(row.getString("one")),
                        new OfficialId(row.getString("other")),
                        row.getBoolean("name"),
                        row.getBoolean("email")))
                .list());
    }

    private static <T> T reachable(Supplier<T> question) {
        try {
            return question.get();
        } catch (DataAccessException e) {
            throw new KeyUnavailable("by what persons are found cannot be reached", e);
        }
    }

    private byte[] token(String kind, String text) {
        try {
            return keyed.computePrimary((kind + ":" + text).getBytes(StandardCharsets.UTF_8), TOKEN_BYTES);
        } catch (GeneralSecurityException e) {
            throw new KeyUnavailable("the key of the index cannot be used", e);
        }
    }
}
