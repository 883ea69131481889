package org.preventionnetwork.registry.standalone.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.preventionnetwork.registry.api.files.OwnerOnly;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of the database: made once, and freed from whatever a crash left behind. */
record PostgresCluster(Path home, PostgresBinaries binaries, Launcher launcher) {
    private static final Logger log = LoggerFactory.getLogger(PostgresCluster.class);
    private static final Duration ORPHAN_STOPS_WITHIN = Duration.ofSeconds(90);

    Path data() {
        return home.resolve("postgres");
    }

    Path serverLog() {
        return home.resolve("postgres.log");
    }

    /** Afterwards the cluster exists and no server works in it. */
    Credentials prepare() throws IOException, InterruptedException {
        OwnerOnly.make(serverLog());
        Path credentialsFile = home.resolve("postgres.credentials");
        if (!Files.exists(data())) {
            initialise(credentialsFile);
        } else if (!Files.exists(credentialsFile)) {
            throw new IOException(data() + " holds a database, but its passwords are missing: restore "
                    + credentialsFile + " from a backup");
        }
        endOrphan();
        return Credentials.read(credentialsFile);
    }

    private void initialise(Path credentialsFile) throws IOException, InterruptedException {
        log.info("Creating a new database in {}", data());
        Credentials credentials = Credentials.generate();
        Path fresh = home.resolve("postgres.new");
        PostgresBinaries.deleteTree(fresh);
        launcher.give(OwnerOnly.folder(fresh));
        Path passwordFile = home.resolve("postgres.password.new");
        Files.deleteIfExists(passwordFile);
        launcher.give(Files.createFile(passwordFile, OwnerOnly.file(passwordFile)));
        try {
            Files.writeString(passwordFile, credentials.of(Role.SUPERUSER));
            runTool(
                    binaries.program("initdb"),
                    "--pgdata=" + fresh,
                    "--username=" + Role.SUPERUSER.databaseName(),
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C");
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Files.writeString(fresh.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
        credentials.write(credentialsFile);
        Files.move(fresh, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** A registry that was killed may leave a server behind, or the pid file of one. */
    void endOrphan() throws IOException, InterruptedException {
        OptionalLong pid = PostgresProcesses.recordedPid(data());
        if (pid.isPresent() && PostgresProcesses.worksIn(pid.getAsLong(), data())) {
            log.info("Stopping PostgreSQL process {}, left behind by a registry that was killed", pid.getAsLong());
            interrupt(pid.getAsLong());
        }
        long deadline = System.nanoTime() + ORPHAN_STOPS_WITHIN.toNanos();
        while (PostgresProcesses.anyWorksIn(data())) {
            if (System.nanoTime() > deadline) {
                throw new IOException("Another PostgreSQL works in " + data() + " and does not stop");
            }
            TimeUnit.MILLISECONDS.sleep(25);
        }
        Files.deleteIfExists(data().resolve("postmaster.pid"));
    }

    /** Asks the server for a fast shutdown: sessions end, everything is written, no recovery is needed. */
    void interrupt(long pid) throws IOException, InterruptedException {
        new ProcessBuilder(launcher.tool(binaries.program("pg_ctl"), "kill", "INT", Long.toString(pid)))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(serverLog().toFile()))
                .start()
                .waitFor();
    }

    private void runTool(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(launcher.tool(command))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException(Path.of(command[0]).getFileName() + " failed:\n" + output);
        }
    }
}
