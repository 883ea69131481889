package org.preventionnetwork.registry.query.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.preventionnetwork.registry.api.transparency.Hash;
import org.preventionnetwork.registry.api.transparency.LeafRecord;
import org.preventionnetwork.registry.api.transparency.TlogProof;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import org.preventionnetwork.registry.query.history.HistoryAnswers.StoredEvent;
import org.preventionnetwork.registry.query.history.StoredEvents;
import org.preventionnetwork.registry.query.ledger.LedgerProofs.Proven;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectWriter;

/** Writes packs, a part at a time: neither memory nor a transaction is held for a long one. */
@Component
class Packs {
    private static final int PART = 200;

    private final StoredBytes bytes;
    private final StoredEvents events;
    private final ObjectWriter json = RegistryJson.mapper().writerWithDefaultPrettyPrinter();

    Packs(StoredBytes bytes, StoredEvents events) {
        this.bytes = bytes;
        this.events = events;
    }

    void write(Selection selection, OutputStream out) throws IOException {
        Archive archive = new Archive(out, selection.checkpoint().signedAt());
        archive.add("README.md", Templates.readme(selection));
        archive.add("verify.html", Templates.verifyPage());
        archive.add("log.vkey", (selection.key() + "\n").getBytes(StandardCharsets.UTF_8));
        archive.add("log.pub.pem", selection.key().key().toPem().getBytes(StandardCharsets.US_ASCII));
        archive.add("checkpoint", selection.checkpoint().note().encode());
        List<PackIndex.Entry> index = new ArrayList<>();
        List<Proven> proven = selection.events();
        for (int from = 0; from < proven.size(); from += PART) {
            index.addAll(write(proven.subList(from, Math.min(from + PART, proven.size())), archive));
        }
        archive.add("index.json", json.writeValueAsBytes(PackIndex.of(selection, index)));
        archive.finish();
    }

    private List<PackIndex.Entry> write(List<Proven> part, Archive archive) throws IOException {
        List<Long> positions =
                part.stream().map(proven -> proven.leaf().position()).toList();
        List<StoredBytes.Event> stored = bytes.at(positions);
        List<StoredEvent> readable = events.at(positions);
        List<PackIndex.Entry> index = new ArrayList<>();
        for (int i = 0; i < part.size(); i++) {
            index.add(write(part.get(i), stored.get(i), json.writeValueAsBytes(readable.get(i)), archive));
        }
        return index;
    }

    private static PackIndex.Entry write(Proven proven, StoredBytes.Event stored, byte[] readable, Archive archive)
            throws IOException {
        LeafRecord leaf = proven.leaf().record();
        if (!Hash.sha256(stored.payload()).equals(leaf.payloadHash())
                || !Hash.sha256(stored.metadata()).equals(leaf.metadataHash())) {
            throw new IllegalStateException(
                    "The event at position " + stored.position() + " was changed while it was packed");
        }
        String folder = "events/" + proven.leaf().position() + "/";
        archive.add(folder + "payload.json", stored.payload());
        archive.add(folder + "metadata.json", stored.metadata());
        archive.add(folder + "leaf", leaf.encode());
        archive.add(folder + "event.json", readable);
        archive.add(
                folder + "proof", new TlogProof(proven.proof(), proven.under().note()).encode());
        return PackIndex.Entry.of(proven.leaf(), Hash.sha256(readable).toHex());
    }
}
