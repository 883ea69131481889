package org.preventionnetwork.registry.command;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL of a test's own, that can be made to crash and to start again on the same port. */
public final class CrashingPostgres implements AutoCloseable {
    private static final Path HOME = Path.of("target", "postgres").toAbsolutePath();

    private final Path data;
    private final EmbeddedPostgres postgres;

    public CrashingPostgres() throws IOException {
        data = HOME.resolve(
                "crashing-" + ProcessHandle.current().pid() + "-" + Integer.toHexString(System.identityHashCode(this)));
        postgres = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(HOME.toFile())
                .setDataDirectory(data)
                .setCleanDataDirectory(true)
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
    }

    public String url(String database) {
        return postgres.getJdbcUrl("postgres", database);
    }

    /** Every process of the server ends at once, without writing anything down; then it recovers, and is ready. */
    public void crashAndRecover() throws IOException, InterruptedException {
        run("stop", "-m", "immediate");
        run("start", "-w", "-l", data.resolve("crashes.log").toString(), "-o", "-p " + postgres.getPort());
    }

    private void run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(program().toString(), "-D", data.toString()));
        command.addAll(List.of(arguments));
        File output = Files.createTempFile(HOME, "pg_ctl", ".log").toFile();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + Files.readString(output.toPath()));
        }
    }

    private static Path program() throws IOException {
        try (Stream<Path> unpacked = Files.list(HOME)) {
            return unpacked.map(folder -> folder.resolve("bin/pg_ctl"))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
