package org.preventionnetwork.registry.standalone.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.preventionnetwork.registry.api.files.OwnerOnly;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running server. One thread owns it for as long as this process lives, because the kernel interrupts the server
 * when the thread that started it ends; the same thread starts it again should it end by itself.
 */
final class PostgresServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PostgresServer.class);
    private static final int PORT_ATTEMPTS = 3;
    private static final long LOG_LIMIT = 10_000_000;
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(60);
    private static final Duration PAUSE_BEFORE_RESTART = Duration.ofMillis(500);

    private final PostgresCluster cluster;
    private final int port;
    private final AtomicReference<Process> process = new AtomicReference<>();
    private final CompletableFuture<Process> launched = new CompletableFuture<>();
    private volatile boolean ready;
    private volatile boolean stopping;

    private PostgresServer(PostgresCluster cluster, int port) {
        this.cluster = cluster;
        this.port = port;
    }

    /** Returns when the server accepts connections; recovery after a crash is waited for. */
    static PostgresServer start(PostgresCluster cluster, int port, Duration timeout)
            throws IOException, InterruptedException {
        Path serverLog = cluster.serverLog();
        if (Files.exists(serverLog) && Files.size(serverLog) > LOG_LIMIT) {
            Files.move(serverLog, serverLog.resolveSibling("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        OwnerOnly.make(serverLog);
        for (int attempt = 1; ; attempt++) {
            PostgresServer server = new PostgresServer(cluster, port == 0 ? freePort() : port);
            Thread owner = new Thread(server::own, "postgres-owner");
            owner.setDaemon(true);
            owner.start();
            try {
                server.awaitReady(timeout);
                return server;
            } catch (IOException e) {
                server.close();
                if (port != 0 || attempt == PORT_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    int port() {
        return port;
    }

    private void own() {
        try {
            do {
                Process started = launch();
                process.set(started);
                launched.complete(started);
                int code = started.waitFor();
                if (ready && !stopping) {
                    log.warn("PostgreSQL ended by itself with code {}, see {}", code, cluster.serverLog());
                    TimeUnit.MILLISECONDS.sleep(PAUSE_BEFORE_RESTART.toMillis());
                    cluster.endOrphan();
                }
            } while (ready && !stopping);
        } catch (IOException | InterruptedException | RuntimeException e) {
            if (!launched.completeExceptionally(e)) {
                log.error("PostgreSQL could not be started again", e);
            }
        }
    }

    private Process launch() throws IOException {
        return new ProcessBuilder(cluster.launcher().server(command()))
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(cluster.serverLog().toFile()))
                .start();
    }

    private List<String> command() {
        return List.of(
                cluster.binaries().program("postgres"),
                "-D",
                cluster.data().toString(),
                "-p",
                Integer.toString(port),
                "--listen_addresses=127.0.0.1",
                "--unix_socket_directories=",
                "--fsync=on",
                "--synchronous_commit=on",
                "--full_page_writes=on",
                "--wal_compression=on",
                "--shared_buffers=256MB",
                "--effective_cache_size=1GB",
                "--work_mem=16MB",
                "--maintenance_work_mem=128MB",
                "--max_wal_size=2GB",
                "--min_wal_size=256MB",
                // A segment that is used again holds what was written to it before, erased keys of persons included.
                "--wal_recycle=off",
                // A row that is refused would be in the details.
                "--log_error_verbosity=terse",
                "--checkpoint_timeout=15min",
                "--checkpoint_completion_target=0.9",
                "--random_page_cost=1.1",
                // For three nodes as they are by default.
                "--max_connections=250",
                // What a process asked that was killed since is not worked on for long.
                "--client_connection_check_interval=10s",
                "--jit=off",
                "--timezone=UTC",
                "--log_timezone=UTC",
                // Errors quote values and statements; whoever asked is told them.
                "--log_min_messages=log",
                "--log_min_error_statement=panic",
                "--log_line_prefix=%m [%p] %u ");
    }

    private void awaitReady(Duration timeout) throws IOException, InterruptedException {
        Process started;
        try {
            started = launched.get();
        } catch (ExecutionException e) {
            throw new IOException("PostgreSQL could not be launched", e.getCause());
        }
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!saysReady(started.pid())) {
            if (!started.isAlive()) {
                throw new IOException("PostgreSQL ended with code " + started.exitValue() + " while starting, see "
                        + cluster.serverLog());
            }
            if (System.nanoTime() > deadline) {
                throw new IOException("PostgreSQL was not ready within " + timeout + ", see " + cluster.serverLog());
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
        ready = true;
    }

    /** The server writes its state into the eighth line of its pid file. */
    private boolean saysReady(long pid) throws IOException {
        Path file = cluster.data().resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return false;
        }
        List<String> lines = Files.readAllLines(file);
        return lines.size() >= 8
                && lines.get(0).strip().equals(Long.toString(pid))
                && lines.get(7).strip().equals("ready");
    }

    @Override
    public void close() {
        stopping = true;
        Process current = process.get();
        if (current == null || !current.isAlive()) {
            return;
        }
        try {
            cluster.interrupt(current.pid());
            if (!current.waitFor(STOPS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                log.warn("PostgreSQL did not stop within {}, its recovery will run at the next start", STOPS_WITHIN);
                current.destroyForcibly();
            }
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL could not be told to stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
