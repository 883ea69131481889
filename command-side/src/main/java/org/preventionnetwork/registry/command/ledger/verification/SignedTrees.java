package org.preventionnetwork.registry.command.ledger.verification;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
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

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final TreeMap<Long, List<Signed>> bySize = new TreeMap<>();
    private final Map<Path, Long> sizes = new HashMap<>();
    private final LedgerHome home;
    private final Findings findings;
    private @Nullable TrustedLog log;
    private boolean keyRead;

    private SignedTrees(LedgerHome home, Findings findings) {
        this.home = home;
        this.findings = findings;
    }

    /** @param where a folder, or the table of checkpoints */
    record Signed(String where, long size, Hash root) {}

    /**
     * Reads the copies; the database's own checkpoints come as the tree grows.
     *
     * @param patience for the first checkpoint in a copy: a signer that has just begun writes one everywhere
     */
    static SignedTrees read(LedgerHome home, Findings findings, Duration patience) throws InterruptedException {
        SignedTrees trees = new SignedTrees(home, findings);
        long deadline = System.nanoTime() + patience.toNanos();
        for (LedgerCopy copy : home.copies()) {
            trees.read(copy, deadline);
        }
        return trees;
    }

    private void read(LedgerCopy copy, long deadline) throws InterruptedException {
        try {
            Optional<SignedNote> note = copy.checkpoint();
            while (note.isEmpty() && System.nanoTime() < deadline) {
                TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
                note = copy.checkpoint();
            }
            if (note.isPresent()) {
                sizes.put(copy.folder(), Checkpoint.parse(note.get().text()).size());
                add(copy.folder().toString(), note.get());
            } else {
                findings.add(null, null, "COPY_MISSING", "there is no checkpoint in " + copy.folder());
            }
        } catch (EvidenceRejected e) {
            findings.add(null, null, "COPY_DAMAGED", copy.folder() + ": " + e.getMessage());
        } catch (IOException e) {
            findings.unchecked("the copy in " + copy.folder() + " could not be read: " + kindOf(e));
        }
    }

    /** How large the tree was that a copy's checkpoint spoke of when it was read; 0 for one without. */
    long sizeOf(LedgerCopy copy) {
        return sizes.getOrDefault(copy.folder(), 0L);
    }

    static String kindOf(Throwable failure) {
        String said = failure instanceof FileSystemException file ? file.getReason() : failure.getMessage();
        return failure.getClass().getSimpleName() + (said == null ? "" : " (" + said + ")");
    }

    /** Read when the first checkpoint is there: the key was there before it. */
    private @Nullable TrustedLog trusted() {
        if (!keyRead) {
            keyRead = true;
            Path file = home.directory().resolve("log.vkey");
            try {
                log = TrustedLog.of(NoteVerifier.parse(Files.readString(file).strip()));
            } catch (NoSuchFileException gone) {
                findings.add(null, null, "KEY_MISSING", "there is no public key to verify checkpoints with: " + file);
            } catch (EvidenceRejected | CharacterCodingException damaged) {
                findings.add(null, null, "KEY_MISSING", file + " is no public key: " + damaged.getMessage());
            } catch (IOException e) {
                findings.unchecked("no signature was verified, since " + file + " could not be read: " + kindOf(e));
            }
        }
        return log;
    }

    private void add(String where, SignedNote note) {
        TrustedLog trusted = trusted();
        if (trusted == null) {
            return;
        }
        try {
            Checkpoint checkpoint = trusted.open(note).checkpoint();
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
