package org.preventionnetwork.registry.query.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.preventionnetwork.registry.api.transparency.LeafRecord;
import org.preventionnetwork.registry.query.ledger.Leaf;

/**
 * {@code index.json}: what a pack is about and has.
 *
 * @param version of the pack's form
 */
record PackIndex(
        int version,
        String origin,
        long treeSize,
        String root,
        Instant signedAt,
        Map<String, String> question,
        long notYetSigned,
        boolean historyIsWhole,
        List<Entry> events) {
    private static final int VERSION = 1;

    /**
     * What the leaf has, for finding an event.
     *
     * @param eventJsonSha256 of the one file that no leaf knows
     */
    record Entry(
            long position,
            String eventId,
            String type,
            String entity,
            long sequenceNumber,
            String timestamp,
            String eventJsonSha256) {
        static Entry of(Leaf leaf, String eventJsonSha256) {
            LeafRecord event = leaf.record();
            return new Entry(
                    leaf.position(),
                    event.eventId(),
                    event.payloadType(),
                    event.aggregateId(),
                    event.sequenceNumber(),
                    event.timestamp(),
                    eventJsonSha256);
        }
    }

    static PackIndex of(Selection selection, List<Entry> events) {
        return new PackIndex(
                VERSION,
                selection.checkpoint().checkpoint().origin(),
                selection.checkpoint().size(),
                selection.checkpoint().root().toBase64(),
                selection.checkpoint().signedAt(),
                selection.question(),
                selection.notYetSigned(),
                selection.historyIsWhole(),
                events);
    }
}
