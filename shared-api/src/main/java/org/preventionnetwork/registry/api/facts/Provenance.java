package org.preventionnetwork.registry.api.facts;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who recorded something, on what evidence and why. Travels as command metadata and is copied to every event by one
 * provider; it holds no personal data of officials.
 *
 * @param actor the account that recorded it
 * @param role the role in which it did
 * @param source a citation: document, page, link
 * @param note a free remark
 * @param reason why; required for corrections, annulments, merges and erasure
 * @param batch the import it came with
 */
public record Provenance(
        String actor,
        String role,
        @Nullable String source,
        @Nullable String note,
        @Nullable String reason,
        @Nullable BatchId batch) {
    public static final String ACTOR = "actor";
    public static final String ROLE = "role";
    public static final String SOURCE = "source";
    public static final String NOTE = "note";
    public static final String REASON = "reason";
    public static final String BATCH = "batch";
    /** Expected version of the command's subject ({@code If-Match}); a command's, never an event's. */
    public static final String EXPECTED_VERSION = "expectedVersion";
    /** The ledger's last position ({@link NeedsLedgerHead}); a command's, never an event's. */
    public static final String LEDGER_HEAD = "ledgerHead";
    /**
     * What the sender's recording is limited to: aggregate ids of networks and programmes, with spaces between; absent
     * for no limit. A command's, never an event's.
     */
    public static final String SCOPES = "scopes";

    /**
     * Finds under which other ids a person is recorded ({@code PersonRecords}); absent where nobody is merged. A command's,
     * never an event's, and of this process only.
     */
    public static final String SAME_PERSON = "samePerson";

    public static Provenance from(Map<String, ?> metadata) {
        Object batch = metadata.get(BATCH);
        return new Provenance(
                text(metadata, ACTOR, SystemActor.UNKNOWN.actor()),
                text(metadata, ROLE, "unknown"),
                (String) metadata.get(SOURCE),
                (String) metadata.get(NOTE),
                (String) metadata.get(REASON),
                batch == null ? null : new BatchId(batch.toString()));
    }

    public Map<String, Object> asMetadata() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(ACTOR, actor);
        map.put(ROLE, role);
        putIfPresent(map, SOURCE, source);
        putIfPresent(map, NOTE, note);
        putIfPresent(map, REASON, reason);
        putIfPresent(map, BATCH, batch == null ? null : batch.value());
        return map;
    }

    private static String text(Map<String, ?> metadata, String key, String absent) {
        Object value = metadata.get(key);
        return value == null ? absent : value.toString();
    }

    private static void putIfPresent(Map<String, Object> map, String key, @Nullable String value) {
        if (value != null) {
            map.put(key, value);
        }
    }
}
