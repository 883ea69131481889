package org.preventionnetwork.registry.standalone;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.preventionnetwork.registry.api.transparency.Checkpoint;
import org.preventionnetwork.registry.api.transparency.Hash;
import org.preventionnetwork.registry.api.transparency.LeafRecord;
import org.preventionnetwork.registry.api.transparency.MemoryTiles;
import org.preventionnetwork.registry.api.transparency.NoteSigner;
import org.preventionnetwork.registry.api.transparency.SignedNote;
import org.preventionnetwork.registry.api.transparency.SigningKey;
import org.preventionnetwork.registry.api.transparency.TlogProof;
import org.preventionnetwork.registry.api.wire.RegistryJson;

/** A pack that has every event of a small log, made without the registry. */
final class InventedPack {
    private static final NoteSigner LOG = NoteSigner.ed25519("log.example/invented", SigningKey.generate());

    private InventedPack() {}

    static ZipFiles ofSize(int size) {
        List<LeafRecord> leaves = new ArrayList<>();
        MemoryTiles tree = new MemoryTiles();
        for (int n = 0; n < size; n++) {
            LeafRecord leaf = new LeafRecord(
                    "store",
                    "event-" + n,
                    null,
                    "network:invented",
                    n,
                    "network.Invented",
                    null,
                    "2026-01-01T00:00:00Z",
                    Hash.sha256(payload(n)),
                    Hash.sha256(payload(-n)));
            leaves.add(leaf);
            tree.append(leaf.leafHash());
        }
        Hash root = tree.tree(size).root();
        SignedNote note = SignedNote.sign(new Checkpoint(LOG.verifier().name(), size, root).text(), LOG);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("log.vkey", bytes(LOG.verifier() + "\n"));
        files.put("log.pub.pem", bytes(LOG.verifier().key().toPem()));
        files.put("checkpoint", note.encode());
        List<Map<String, ?>> listed = new ArrayList<>();
        for (int n = 0; n < size; n++) {
            String folder = "events/" + (n + 1) + "/";
            files.put(folder + "payload.json", payload(n));
            files.put(folder + "metadata.json", payload(-n));
            files.put(folder + "leaf", leaves.get(n).encode());
            files.put(folder + "event.json", bytes("{}"));
            files.put(folder + "proof", new TlogProof(tree.tree(size).inclusionProof(n), note).encode());
            listed.add(entry(n, leaves.get(n)));
        }
        Map<String, ?> index = Map.of(
                "version",
                1,
                "origin",
                LOG.verifier().name(),
                "treeSize",
                size,
                "root",
                root.toBase64(),
                "historyIsWhole",
                true,
                "events",
                listed);
        files.put("index.json", RegistryJson.mapper().writeValueAsBytes(index));
        return new ZipFiles(files);
    }

    private static Map<String, ?> entry(int n, LeafRecord leaf) {
        return Map.of(
                "position", n + 1,
                "eventId", leaf.eventId(),
                "type", leaf.payloadType(),
                "entity", leaf.aggregateId(),
                "sequenceNumber", n,
                "timestamp", leaf.timestamp(),
                "eventJsonSha256", Hash.sha256(bytes("{}")).toHex());
    }

    /** The last hash of every proof is another one. */
    static ZipFiles withForgedProofs(ZipFiles pack) {
        ZipFiles forged = pack;
        for (String name : pack.files().keySet()) {
            if (name.endsWith("/proof")) {
                forged = forged.with(
                        name,
                        proof -> proof.replaceFirst(
                                "\n[^\n]{44}\n\n",
                                "\n" + Hash.sha256(new byte[0]).toBase64() + "\n\n"));
            }
        }
        return forged;
    }

    private static byte[] payload(int n) {
        return bytes("{\"n\": " + n + "}");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
