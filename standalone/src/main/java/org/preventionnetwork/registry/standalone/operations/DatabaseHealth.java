package org.preventionnetwork.registry.standalone.operations;

import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether the ways to the database are open, all asked at the same time and none waited for longer than a moment: what
 * asks for health must hear that it is down while it is, not afterwards.
 */
@Component("dbHealthIndicator")
class DatabaseHealth implements HealthIndicator, DisposableBean {
    private static final int PATIENCE_SECONDS = 2;

    private final Map<String, DataSource> databases;
    private final java.util.concurrent.ExecutorService asking = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "database-health");
        thread.setDaemon(true);
        return thread;
    });

    DatabaseHealth(ListableBeanFactory beans) {
        databases = new LinkedHashMap<>(beans.getBeansOfType(DataSource.class));
    }

    @Override
    public Health health() {
        Map<String, CompletableFuture<Boolean>> answers = new LinkedHashMap<>();
        databases.forEach((name, database) -> answers.put(name, ask(database, asking)));
        Health.Builder health = Health.up();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        answers.forEach((name, answer) -> {
            String state = state(answer, until);
            health.withDetail(name, state);
            if (!state.equals("UP")) {
                health.down();
            }
        });
        return health.build();
    }

    private static CompletableFuture<Boolean> ask(DataSource database, Executor asking) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try (Connection connection = database.getConnection()) {
                        return connection.isValid(PATIENCE_SECONDS);
                    } catch (java.sql.SQLException away) {
                        return false;
                    }
                },
                asking);
    }

    private static String state(CompletableFuture<Boolean> answer, long until) {
        try {
            boolean up = answer.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
            return up ? "UP" : "DOWN";
        } catch (TimeoutException slow) {
            return "DOES NOT ANSWER";
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return "DOES NOT ANSWER";
        } catch (java.util.concurrent.ExecutionException broken) {
            return "DOWN";
        }
    }

    @Override
    public void destroy() {
        asking.shutdownNow();
    }
}
