package org.preventionnetwork.registry.command.ledger.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preventionnetwork.registry.api.transparency.Checkpoint;
import org.preventionnetwork.registry.api.transparency.Hash;
import org.preventionnetwork.registry.api.transparency.HashTile;
import org.preventionnetwork.registry.api.transparency.NoteSigner;
import org.preventionnetwork.registry.api.transparency.SignedNote;
import org.preventionnetwork.registry.api.transparency.SigningKey;
import org.preventionnetwork.registry.api.transparency.TilePath;

class LedgerCopyTest {
    @TempDir
    private Path folder;

    private final NoteSigner signer = NoteSigner.ed25519("example.org/log", SigningKey.generate());

    private void write(LedgerCopy copy, int width) throws IOException {
        HashTile tile = new HashTile(IntStream.range(0, width)
                .mapToObj(i -> Hash.sha256(new byte[] {(byte) i}))
                .toList());
        SignedNote note =
                SignedNote.sign(new Checkpoint("example.org/log", width, Hash.sha256(new byte[0])).text(), signer);
        copy.write(Map.of(new TilePath(0, 0, width), tile), note);
    }

    @Test
    void what_a_crash_left_half_written_is_in_nobodys_way() throws IOException {
        LedgerCopy copy = new LedgerCopy(folder);
        write(copy, 5);
        Path parts = folder.resolve("tile/0/000.p");
        Files.createFile(parts.resolve("7.new"));
        Files.createFile(folder.resolve("tile/0/000.new"));
        write(copy, 8);
        assertThat(parts).isDirectoryContaining(path -> path.endsWith("8"));
        assertThat(parts.toFile().list()).containsExactly("8");
        write(copy, TilePath.FULL);
        assertThat(parts).doesNotExist();
        assertThat(copy.read(new TilePath(0, 0, 3)).isFull()).isTrue();
    }

    @Test
    void strange_files_stay_and_do_not_stop_the_copy() throws IOException {
        LedgerCopy copy = new LedgerCopy(folder);
        write(copy, 5);
        Path strange = Files.writeString(folder.resolve("tile/0/000.p/notes.txt"), "mine");
        write(copy, TilePath.FULL);
        assertThat(strange).hasContent("mine");
        assertThat(copy.checkpoint().orElseThrow().text()).contains("\n256\n");
    }
}
