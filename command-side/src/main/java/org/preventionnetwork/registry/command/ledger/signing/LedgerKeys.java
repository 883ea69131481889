package org.preventionnetwork.registry.command.ledger.signing;

import java.util.List;
import org.preventionnetwork.registry.command.ledger.EventSeal;
import org.preventionnetwork.registry.command.ledger.StoredEvents;
import org.preventionnetwork.registry.personal.KeyFile;
import org.preventionnetwork.registry.personal.KeyFingerprints;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The ledger's keys at a start: made once, and from then on the same, or the start is refused with {@link
 * org.preventionnetwork.registry.personal.KeyRefused}. Those of a release that kept no fingerprints are adopted when what
 * was sealed or signed last is their work.
 */
public final class LedgerKeys {
    private static final String LAST = "SELECT note FROM ledger.checkpoint ORDER BY size DESC LIMIT 1";

    private LedgerKeys() {}

    public static EventSeal seal(LedgerHome home, KeyFingerprints fingerprints, JdbcTemplate database) {
        return fingerprints.require(
                EventSeal.file(home.directory()),
                () -> StoredEvents.anySealed(database),
                seal -> StoredEvents.areSealedWith(seal, database));
    }

    /** Where they are, to be looked at while the registry runs. */
    public static List<KeyFile<?>> files(LedgerHome home) {
        return List.of(EventSeal.file(home.directory()), LogKey.file(home.directory()));
    }

    /** Signing reads the key anew in each of its terms; here it is looked at before anything is served. */
    static void requireLogKey(LedgerHome home, KeyFingerprints fingerprints, JdbcTemplate database) {
        List<String> last = database.queryForList(LAST, String.class);
        fingerprints.require(LogKey.file(home.directory()), () -> !last.isEmpty(), key -> last.stream()
                .allMatch(note -> LogKey.signed(key, note)));
    }
}
