package org.preventionnetwork.registry.command.ledger.signing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.preventionnetwork.registry.api.transparency.Checkpoint;
import org.preventionnetwork.registry.api.transparency.EvidenceRejected;
import org.preventionnetwork.registry.api.transparency.Hash;
import org.preventionnetwork.registry.api.transparency.HashTile;
import org.preventionnetwork.registry.api.transparency.NoteSigner;
import org.preventionnetwork.registry.api.transparency.SignedNote;
import org.preventionnetwork.registry.api.transparency.TilePath;
import org.preventionnetwork.registry.api.transparency.TrustedLog;

/**
 * One signer's term: first the whole tree is made again from the leaves and compared with everything that was signed
 * before, in the database and outside; then it grows. A checkpoint is published in the database only when every copy
 * outside has it, so that nobody can have seen one that is kept nowhere else.
 */
final class SignedHistory {
    private final LedgerTable table;
    private final List<LedgerCopy> copies;
    private final String origin;
    private final NoteSigner signer;
    private final GrowingTree tree = new GrowingTree();
    /** By folder the checkpoint that a copy has, as far as this signer knows. */
    private final Map<Path, String> known = new HashMap<>();

    private long published = -1;

    private SignedHistory(LedgerTable table, LedgerHome home, NoteSigner signer) {
        this.table = table;
        this.copies = home.copies();
        this.origin = home.origin();
        this.signer = signer;
    }

    private record Signed(String where, Checkpoint checkpoint) {}

    /**
     * @return empty while events wait for their positions, of which some may have been signed before a crash
     * @throws SigningRefused when the tree does not continue what was signed
     */
    static Optional<SignedHistory> begin(LedgerTable table, LedgerHome home) throws SQLException, IOException {
        Optional<String> last = table.lastCheckpoint();
        NoteSigner signer = LogKey.in(home.directory(), home.origin(), last.isEmpty());
        SignedHistory history = new SignedHistory(table, home, signer);
        List<Signed> before = history.signedBefore(last);
        LedgerTable.Head head = table.head();
        for (Signed signed : before) {
            if (signed.checkpoint().size() > head.position()) {
                if (!head.complete()) {
                    return Optional.empty();
                }
                throw new SigningRefused("The ledger ends at position " + head.position() + ", but "
                        + signed.checkpoint().size() + " positions were signed (" + signed.where()
                        + "): the newest events are gone, or an old backup was restored");
            }
        }
        history.makeAgain(before, head.position());
        return Optional.of(history);
    }

    private List<Signed> signedBefore(Optional<String> last) throws IOException {
        TrustedLog log = TrustedLog.of(signer.verifier());
        List<Signed> before = new ArrayList<>();
        if (last.isPresent()) {
            before.add(new Signed(
                    "ledger.checkpoint",
                    open(log, "ledger.checkpoint", SignedNote.parse(last.get().getBytes(StandardCharsets.UTF_8)))));
        }
        for (int i = 0; i < copies.size(); i++) {
            LedgerCopy copy = copies.get(i);
            Optional<SignedNote> note = copy.checkpoint();
            if (note.isPresent()) {
                known.put(copy.folder(), note.get().toString());
                before.add(new Signed(
                        copy.folder().toString(), open(log, copy.folder().toString(), note.get())));
            } else if (i == 0 && last.isPresent()) {
                throw new SigningRefused("The copy of the last checkpoint in " + copy.folder()
                        + " is gone, so that nothing tells whether the database still continues it."
                        + " Bring it back from a copy outside");
            }
        }
        return before;
    }

    private static Checkpoint open(TrustedLog log, String where, SignedNote note) {
        try {
            return log.open(note).checkpoint();
        } catch (EvidenceRejected e) {
            throw new SigningRefused("The checkpoint in " + where + " is not one of this log: " + e.getMessage(), e);
        }
    }

    private void makeAgain(List<Signed> before, long head) throws SQLException, IOException {
        List<Long> stops = before.stream()
                .map(signed -> signed.checkpoint().size())
                .sorted()
                .toList();
        for (long stop : stops) {
            grow(stop);
            for (Signed signed : before) {
                if (signed.checkpoint().size() == stop
                        && !signed.checkpoint().root().equals(tree.root())) {
                    throw new SigningRefused("The first " + stop + " events are not those that were signed ("
                            + signed.where() + "): verify names the first that differs");
                }
            }
        }
        grow(head);
    }

    /** Also fills copies that are new or were away. */
    private void grow(long upTo) throws SQLException, IOException {
        while (tree.size() < upTo) {
            table.extend(tree, upTo);
            Map<TilePath, HashTile> full = tree.takeFull();
            table.keepNodes(full);
            for (LedgerCopy copy : copies) {
                for (Map.Entry<TilePath, HashTile> tile : full.entrySet()) {
                    if (copy.lacks(tile.getKey())) {
                        copy.write(tile.getKey(), tile.getValue());
                    }
                }
            }
        }
    }

    /**
     * Signs the tree as it is now, if that is not done.
     *
     * @return the size of the last tree that is published
     */
    long signIfGrown() throws SQLException, IOException {
        long head = table.head().position();
        if (head == published) {
            return published;
        }
        if (head < tree.size()) {
            throw new SigningRefused("The ledger ends at position " + head + ", but it had " + tree.size()
                    + " positions before: the newest events are gone, or an old backup was restored");
        }
        grow(head);
        table.keepNodes(Map.of());
        Hash root = tree.root();
        SignedNote note = SignedNote.sign(new Checkpoint(origin, tree.size(), root).text(), signer);
        for (LedgerCopy copy : copies) {
            requireUntouched(copy);
        }
        for (LedgerCopy copy : copies) {
            copy.write(tree.edge(), note);
            known.put(copy.folder(), note.toString());
        }
        table.publish(tree.size(), root, note.toString());
        published = tree.size();
        return published;
    }

    /** Another signer, or somebody, may have written there: then this term is over and the next one compares. */
    private void requireUntouched(LedgerCopy copy) throws IOException {
        String expected = known.get(copy.folder());
        String found = copy.checkpoint().map(SignedNote::toString).orElse(null);
        if (!Objects.equals(expected, found)) {
            throw new IOException(
                    "The checkpoint in " + copy.folder() + (found == null ? " is gone" : " was written by another"));
        }
    }
}
