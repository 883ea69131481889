package org.preventionnetwork.registry.query.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.transparency.EvidenceRejected;
import org.preventionnetwork.registry.api.transparency.NoteVerifier;
import org.preventionnetwork.registry.personal.DataFolder;
import org.preventionnetwork.registry.query.http.Unanswerable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The log's public key, as configured ({@code registry.ledger.vkey}) or as the log writes it beside its private one. Never
 * from the database: who can write there must not be able to give out a key of their own.
 */
@Component
public final class LedgerKey {
    private final @Nullable NoteVerifier configured;
    private final Path file;

    LedgerKey(DataFolder data, LogSettings settings) {
        this.configured = settings.key();
        this.file = data.folder("registry.ledger.directory", settings.directory(), "ledger")
                .resolve("log.vkey");
    }

    /** @throws Unanswerable when this process does not know the key */
    public NoteVerifier required() {
        return key().orElseThrow(() -> new Unanswerable(
                HttpStatus.NOT_FOUND,
                "LEDGER_KEY_UNKNOWN",
                "the log's public key is not known here; registry.ledger.vkey can tell it"));
    }

    private Optional<NoteVerifier> key() {
        if (configured != null) {
            return Optional.of(configured);
        }
        try {
            return Optional.of(NoteVerifier.parse(
                    Files.readString(file, StandardCharsets.UTF_8).strip()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the log's public key cannot be read", e);
        } catch (EvidenceRejected e) {
            throw new IllegalStateException(file + " has no public key", e);
        }
    }
}
