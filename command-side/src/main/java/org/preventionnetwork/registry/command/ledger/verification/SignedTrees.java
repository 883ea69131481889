package org.preventionnetwork.registry.command.ledger.verification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.transparency.Checkpoint;
import org.preventionnetwork.registry.api.transparency.EvidenceRejected;
import org.preventionnetwork.registry.api.transparency.Hash;
import org.preventionnetwork.registry.api.transparency.NoteVerifier;
import org.preventionnetwork.registry.api.transparency.SignedNote;
import org.preventionnetwork.registry.api.transparency.TrustedLog;
import org.preventionnetwork.registry.command.ledger.signing.LedgerCopy;
import org.preventionnetwork.registry.command.ledger.signing.LedgerHome;

/** The trees that were signed: of each size the root, and where that is said. */
final class SignedTrees {
    private static final String PUBLISHED =
            "SELECT size, root, note FROM ledger.checkpoint WHERE size > ? AND size <= ? ORDER BY size";

    private final TreeMap<Long, List<Signed>> bySize = new TreeMap<>();
    private final @Nullable TrustedLog log;
    private final Findings findings;

    private SignedTrees(@Nullable TrustedLog log, Findings findings) {
        this.log = log;
        this.findings = findings;
    }

    /** @param where a folder, or the table of checkpoints */
    record Signed(String where, long size, Hash root) {}

    /** Reads the copies; the database's own checkpoints come as the tree grows. */
    static SignedTrees read(LedgerHome home, Findings findings) {
        SignedTrees trees = new SignedTrees(trusted(home), findings);
        for (LedgerCopy copy : home.copies()) {
            try {
                Optional<SignedNote> note = copy.checkpoint();
                if (note.isPresent()) {
                    trees.add(copy.folder().toString(), note.get());
                } else {
                    findings.add(null, null, "COPY_MISSING", "there is no checkpoint in " + copy.folder());
                }
            } catch (EvidenceRejected e) {
                findings.add(null, null, "COPY_DAMAGED", copy.folder() + ": " + e.getMessage());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return trees;
    }

    private static @Nullable TrustedLog trusted(LedgerHome home) {
        try {
            String vkey = Files.readString(home.directory().resolve("log.vkey")).strip();
            return TrustedLog.of(NoteVerifier.parse(vkey));
        } catch (IOException nothingWasSignedYet) {
            return null;
        }
    }

    static long sizeOf(LedgerCopy copy) {
        try {
            return copy.checkpoint()
                    .map(note -> Checkpoint.parse(note.text()).size())
                    .orElse(0L);
        } catch (EvidenceRejected damagedAndToldSo) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String where, SignedNote note) {
        if (log == null) {
            findings.add(null, null, "KEY_MISSING", "there is no public key to verify the checkpoint in " + where);
            return;
        }
        try {
            Checkpoint checkpoint = log.open(note).checkpoint();
            bySize.computeIfAbsent(checkpoint.size(), size -> new ArrayList<>())
                    .add(new Signed(where, checkpoint.size(), checkpoint.root()));
        } catch (EvidenceRejected e) {
            findings.add(null, null, "SIGNATURE_WRONG", "the checkpoint in " + where + ": " + e.getMessage());
        }
    }

    void readPublished(Connection connection, long after, int window) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PUBLISHED)) {
            statement.setLong(1, after == 0 ? -1 : after);
            statement.setLong(2, after + window);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    addPublished(row);
                }
            }
        }
    }

    private void addPublished(ResultSet row) throws SQLException {
        String where = "ledger.checkpoint of size " + row.getLong("size");
        SignedNote note;
        try {
            note = SignedNote.parse(row.getString("note").getBytes(StandardCharsets.UTF_8));
        } catch (EvidenceRejected e) {
            findings.add(null, null, "SIGNATURE_WRONG", where + ": " + e.getMessage());
            return;
        }
        add(where, note);
        bySize.computeIfAbsent(row.getLong("size"), size -> new ArrayList<>())
                .add(new Signed(where, row.getLong("size"), Hash.of(row.getBytes("root"))));
    }

    /** What was signed at this size, each once. */
    List<Signed> take(long size) {
        return Optional.ofNullable(bySize.remove(size)).orElse(List.of());
    }

    /** Signed positions after the last: somebody has taken the newest away. */
    void requireNoneBeyond(Connection connection, long size, Findings found) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT coalesce(max(size), 0) FROM ledger.checkpoint")) {
            row.next();
            if (row.getLong(1) > size) {
                bySize.computeIfAbsent(row.getLong(1), s -> new ArrayList<>())
                        .add(new Signed("ledger.checkpoint", row.getLong(1), Hash.sha256(new byte[0])));
            }
        }
        for (Map.Entry<Long, List<Signed>> beyond : bySize.tailMap(size, false).entrySet()) {
            for (Signed signed : beyond.getValue()) {
                found.add(
                        size + 1,
                        null,
                        "NEWEST_MISSING",
                        "the ledger ends at position " + size + ", but " + signed.size() + " positions were signed ("
                                + signed.where() + "): position " + (size + 1) + " is the first that is gone");
            }
        }
    }
}
