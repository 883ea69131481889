package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preventionnetwork.registry.standalone.postgres.InTarget;

/** What is in the data folder is nobody else's business, however the registry was started and ended. */
@Tag("process")
class DataFolderTest {
    private static final String NAMES = "Somebody Whose Name Nobody Else Reads;";

    @TempDir(factory = InTarget.class)
    private Path folder;

    @Test
    void nobody_else_reads_what_is_there_whatever_the_umask_while_an_upload_arrives_and_after_a_kill()
            throws Exception {
        Path home = wide(Files.createDirectory(folder.resolve("data")), "rwxrwxrwx");
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        Path kept = wide(Files.writeString(home.resolve("restored-from-a-backup"), NAMES), "rw-rw-rw-");
        Path imports = wide(Files.createDirectory(home.resolve("imports")), "rwxrwxrwx");
        Path left = wide(Files.writeString(imports.resolve("upload_1_00000001.tmp"), NAMES), "rw-r--r--");
        RegistryProcess registry = RegistryProcess.launchOpen(
                home,
                folder.resolve("registry.log"),
                temporary,
                "--registry.postgres.programs=" + home + "/postgres-bin");
        try {
            registry.awaitReady();
            registry.client()
                    .put("/api/networks/private", "{'name': 'Private', 'kind': 'REGIONAL'}")
                    .expect(201);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() ->
                            assertThat(home.resolve("ledger/tlog/checkpoint")).exists());
            assertThat(left).doesNotExist();
            assertThat(kept).exists();
            try (Socket socket = new Socket("127.0.0.1", registry.client().port())) {
                OutputStream out = socket.getOutputStream();
                out.write(beginning(registry.client().port()));
                out.flush();
                await().atMost(Duration.ofSeconds(30)).until(() -> arriving(imports) > 50_000);
                assertThat(readableByOthers(home)).isEmpty();
                registry.kill();
            }
        } finally {
            registry.kill();
        }
        assertThat(arriving(imports)).as("what a kill leaves").isPositive();
        assertThat(readableByOthers(home)).isEmpty();
        try (Stream<Path> elsewhere = Files.list(temporary)) {
            assertThat(elsewhere.map(Path::getFileName).map(Path::toString))
                    .as("left in the system's temporary folder")
                    .noneMatch(name -> name.contains("tomcat") || name.contains("upload"));
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> !Files.exists(home.resolve("postgres/postmaster.pid")));
    }

    /** The beginning of an upload whose end never comes. */
    private static byte[] beginning(int port) {
        String login =
                Base64.getEncoder().encodeToString(("admin:" + Client.PASSWORD).getBytes(StandardCharsets.UTF_8));
        return ("POST /api/imports HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nAuthorization: Basic " + login
                        + "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 9000000\r\n\r\n--b\r\n"
                        + "Content-Disposition: form-data; name=\"file\"; filename=\"officials.csv\"\r\n\r\n"
                        + NAMES.repeat(10_000))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static long arriving(Path imports) throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.list(imports)) {
            for (Path file : files.toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }

    private static List<String> readableByOthers(Path home) throws IOException {
        List<String> found = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> all = Files.walk(home)) {
            files = all.filter(file -> !Files.isSymbolicLink(file)).toList();
        } catch (java.io.UncheckedIOException changedMeanwhile) {
            return readableByOthers(home);
        }
        for (Path file : files) {
            try {
                String rights =
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS));
                if (!rights.endsWith("------")) {
                    found.add(rights + " " + home.relativize(file));
                }
            } catch (NoSuchFileException gone) {
                continue;
            }
        }
        assertThat(files).hasSizeGreaterThan(900);
        return found;
    }

    private static Path wide(Path path, String rights) throws IOException {
        return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
    }
}
