package org.preventionnetwork.registry.personal;

import com.google.crypto.tink.prf.PrfSet;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.preventionnetwork.registry.api.officials.OfficialId;
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

    /** @param kind w for a word, n for a whole name, e for an e-mail */
    record Token(String kind, byte[] bytes) {}

    List<Token> tokensOfName(String name) {
        List<Token> tokens = new ArrayList<>();
        Set.copyOf(Searchable.words(name)).forEach(word -> tokens.add(token("w", word)));
        tokens.add(token("n", Searchable.wholeName(name)));
        return tokens;
    }

    Token tokenOfEmail(String email) {
        return token("e", Searchable.email(email));
    }

    /** Those who have, or had, all these words in their names; or all of it as an e-mail. */
    public Set<OfficialId> find(String words) {
        List<Token> wanted = words.contains("@")
                ? List.of(tokenOfEmail(words))
                : Set.copyOf(Searchable.words(words)).stream()
                        .map(word -> token("w", word))
                        .toList();
        return jdbc
                .sql(
                        """
                        SELECT official FROM keys.word WHERE token = ANY (:tokens)
                        GROUP BY official HAVING count(*) = :wanted
                        """)
                .param("tokens", wanted.stream().map(Token::bytes).toArray(byte[][]::new))
                .param("wanted", wanted.size())
                .query((row, n) -> new OfficialId(row.getString(1)))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /** Two records that may be of one person. */
    public record Pair(OfficialId one, OfficialId other, boolean sameName, boolean sameEmail) {}

    /** All pairs of records that have, or had, the same whole name or the same e-mail. */
    public List<Pair> duplicates() {
        return jdbc.sql(
                        """
                        SELECT a.official AS one, b.official AS other, bool_or(a.kind = 'n') AS name,
                               bool_or(a.kind = 'e') AS email
                        FROM keys.word a JOIN keys.word b ON b.token = a.token AND b.official > a.official
                        WHERE a.kind IN ('n', 'e')
                        GROUP BY 1, 2 ORDER BY 1, 2
                        """)
                .query((row, n) -> new Pair(
                        new OfficialId(row.getString("one")),
                        new OfficialId(row.getString("other")),
                        row.getBoolean("name"),
                        row.getBoolean("email")))
                .list();
    }

    private Token token(String kind, String text) {
        try {
            return new Token(
                    kind, keyed.computePrimary((kind + ":" + text).getBytes(StandardCharsets.UTF_8), TOKEN_BYTES));
        } catch (GeneralSecurityException e) {
            throw new KeyUnavailable("the key of the index cannot be used", e);
        }
    }
}
