package org.preventionnetwork.registry.standalone.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.files.OwnerOnly;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The registry's own PostgreSQL. It starts beside the application, keeps everything below the data directory, listens
 * on 127.0.0.1 only, writes durably, and ends with this process.
 *
 * <p>Layout: {@code postgres} (the cluster), {@code postgres-bin} (its programs), {@code postgres.credentials} (0600),
 * {@code postgres.log}, {@code registry.lock}.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private final CompletableFuture<Running> start;

    private EmbeddedPostgres(CompletableFuture<Running> start) {
        this.start = start;
    }

    /**
     * @param home the data directory, created when missing
     * @param programs where PostgreSQL's programs are unpacked; any number of registries may share it
     * @param port 0 for a free one
     * @param startTimeout how long recovery after a crash may take
     */
    public record Settings(Path home, Path programs, int port, Duration startTimeout) {}

    record Running(DataDirectoryLock lock, PostgresServer server, Credentials credentials) {}

    /** Returns at once; whoever needs a connection waits for the server, and learns why it did not start. */
    public static EmbeddedPostgres startInBackground(Settings settings) {
        CompletableFuture<Running> start = new CompletableFuture<>();
        Thread starter = new Thread(
                () -> {
                    try {
                        start.complete(start(settings));
                    } catch (Throwable e) {
                        start.completeExceptionally(e);
                    }
                },
                "postgres-start");
        starter.setDaemon(true);
        starter.start();
        return new EmbeddedPostgres(start);
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + running().server().port() + "/" + Bootstrap.DATABASE
                + "?reWriteBatchedInserts=true";
    }

    String password(Role role) {
        return running().credentials().of(role);
    }

    private Running running() {
        try {
            return start.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("The embedded PostgreSQL did not start", e.getCause());
        }
    }

    private static Running start(Settings settings) throws IOException, InterruptedException, SQLException {
        long began = System.nanoTime();
        Path home = OwnerOnly.folder(settings.home()).toRealPath();
        DataDirectoryLock lock = DataDirectoryLock.acquire(home);
        PostgresServer server = null;
        try {
            Launcher launcher = Launcher.forThisMachine();
            PostgresBinaries binaries = PostgresBinaries.unpackInto(settings.programs());
            launcher.letIn(home, binaries.directory());
            PostgresCluster cluster = new PostgresCluster(home, binaries, launcher);
            Credentials credentials = cluster.prepare();
            server = PostgresServer.start(cluster, settings.port(), settings.startTimeout());
            new Bootstrap(server.port(), credentials).run();
            log.info(
                    "PostgreSQL is ready on 127.0.0.1:{} after {} ms, data in {}",
                    server.port(),
                    Duration.ofNanos(System.nanoTime() - began).toMillis(),
                    home);
            return new Running(lock, server, credentials);
        } catch (IOException | InterruptedException | SQLException | RuntimeException e) {
            closeAll(server, lock);
            throw e;
        }
    }

    @Override
    public void close() {
        Running running = start.handle((value, failure) -> value).join();
        if (running != null) {
            closeAll(running.server(), running.lock());
        }
    }

    private static void closeAll(@Nullable PostgresServer server, DataDirectoryLock lock) {
        try (lock) {
            if (server != null) {
                server.close();
            }
        }
    }
}
