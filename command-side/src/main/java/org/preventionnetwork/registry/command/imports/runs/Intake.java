package org.preventionnetwork.registry.command.imports.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.preventionnetwork.registry.command.imports.samples.InstituteSample;

/** Where imports are handed in. */
public final class Intake {
    private final Imports imports;
    private final BatchAnnulment annulment;
    private final UploadFolder folder;

    Intake(Imports imports, BatchAnnulment annulment, UploadFolder folder) {
        this.imports = imports;
        this.annulment = annulment;
        this.folder = folder;
    }

    /** Puts an upload where it lies until it is imported. */
    @FunctionalInterface
    public interface Upload {
        void writeTo(Path file) throws IOException;
    }

    /**
     * @param scopes what the actor's recording is limited to; empty for no limit
     * @return the import's id
     */
    public String upload(Upload upload, String name, boolean dryRun, String actor, String role, Set<String> scopes)
            throws IOException {
        Path file = folder.newFile();
        try {
            upload.writeTo(file);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        return imports.submit(file, name, true, dryRun, actor, role, scopes);
    }

    public String sample(boolean dryRun, String actor, String role) throws IOException {
        return sample(dryRun, actor, role, Set.of());
    }

    /** @param scopes what the actor's recording is limited to; empty for no limit */
    public String sample(boolean dryRun, String actor, String role, Set<String> scopes) throws IOException {
        return upload(InstituteSample::writeZip, "the sample of the institute", dryRun, actor, role, scopes);
    }

    /** A file or a folder that stays where it is. */
    public String local(Path path, boolean dryRun, String actor, String role) {
        Path name = path.getFileName();
        return imports.submit(
                path, name == null ? path.toString() : name.toString(), false, dryRun, actor, role, Set.of());
    }

    /**
     * @param scopes what the actor's recording is limited to; empty for no limit
     * @throws org.preventionnetwork.registry.api.facts.Refused listing what depends on it, or because something of it is
     *     beyond the limit
     */
    public void annul(String id, org.preventionnetwork.registry.api.facts.Provenance provenance, Set<String> scopes) {
        annulment.annul(id, provenance, scopes);
    }
}
