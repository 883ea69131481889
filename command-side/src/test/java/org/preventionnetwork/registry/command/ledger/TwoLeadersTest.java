package org.preventionnetwork.registry.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.command.TestDatabase;

/** Sequencers that all believe they lead, because the lock that tells them apart was lost: the epoch still does. */
class TwoLeadersTest {
    private static final Sequencer.Settings QUICK =
            new Sequencer.Settings(Duration.ofMillis(1), Duration.ZERO, Duration.ofMillis(5), 3);
    private static final int LEADERS = 3;
    private static final int WRITERS = 4;
    private static final int EVENTS_OF_EACH = 100;

    private final LedgerAppender appender = new LedgerAppender();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Sequencer> sequencers = new ArrayList<>();
    private TestDatabase database;

    @BeforeEach
    void migrate() throws SQLException {
        database = TestDatabase.migrated();
    }

    @AfterEach
    void stop() {
        sequencers.forEach(Sequencer::stop);
        threads.shutdownNow();
    }

    @Test
    void take_turns_and_append_nothing_twice() throws Exception {
        for (int i = 0; i < LEADERS; i++) {
            Sequencer sequencer =
                    new Sequencer(() -> believingItLeads(database.connect()), new LockHolderBarrier(), QUICK);
            sequencers.add(sequencer);
            sequencer.start();
        }
        List<Future<?>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            String aggregate = "writer-" + i;
            writers.add(threads.submit(() -> {
                try (Connection connection = database.connect()) {
                    for (int sequence = 0; sequence < EVENTS_OF_EACH; sequence++) {
                        new EventWriter(connection).append(aggregate, sequence);
                    }
                    return null;
                }
            }));
        }
        for (Future<?> writer : writers) {
            writer.get();
        }
        try (Connection connection = database.connect()) {
            await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> assertThat(LedgerAudit.of(connection))
                    .isEqualTo(LedgerAudit.faultless(WRITERS * EVENTS_OF_EACH)));
            assertThat(epoch(connection)).as("changes of leadership").isGreaterThan(2L * LEADERS);
        }
    }

    @Test
    void the_older_one_fails_although_it_looked_before_the_newer_one_began() throws SQLException {
        for (int isolation :
                new int[] {Connection.TRANSACTION_READ_COMMITTED, Connection.TRANSACTION_REPEATABLE_READ}) {
            try (Connection older = database.connect();
                    Connection newer = database.connect()) {
                older.setTransactionIsolation(isolation);
                long epoch = appender.beginEpoch(older).number();
                older.setAutoCommit(false);
                assertThat(epoch(older)).isEqualTo(epoch);
                new EventWriter(newer).append("isolation-" + isolation, 0);
                appender.beginEpoch(newer);
                assertThatThrownBy(() -> appender.append(older, epoch, Long.MAX_VALUE, 10))
                        .satisfiesAnyOf(
                                failure -> assertThat(failure).isInstanceOf(EpochIsOver.class),
                                failure -> assertThat(failure).hasMessageContaining("could not serialize access"));
                assertThat(LedgerAudit.of(newer).entries()).isZero();
            }
        }
    }

    @Test
    void the_older_one_fails_although_its_append_began_before_the_newer_epoch_was_committed() throws Exception {
        try (Connection older = database.connect();
                Connection newer = database.connect();
                Connection watching = database.connect()) {
            new EventWriter(watching).append("a", 0);
            long epoch = appender.beginEpoch(older).number();
            newer.setAutoCommit(false);
            appender.beginEpoch(newer);
            Future<?> append = threads.submit(() -> appender.append(older, epoch, 1, 10));
            await().until(() -> longOf(watching, "SELECT count(*) FROM pg_locks WHERE NOT granted") > 0);
            newer.commit();
            assertThatThrownBy(append::get).hasCauseInstanceOf(EpochIsOver.class);
            assertThat(LedgerAudit.of(watching).entries()).isZero();
        }
    }

    /** Asked for the leader's lock, it says yes without having it. */
    private static Connection believingItLeads(Connection session) {
        return (Connection) Proxy.newProxyInstance(
                TwoLeadersTest.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    try {
                        if (method.getName().equals("prepareStatement")
                                && arguments[0].toString().contains("pg_try_advisory_lock")) {
                            return session.prepareStatement("SELECT ?::bigint IS NOT NULL");
                        }
                        return method.invoke(session, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static long epoch(Connection connection) throws SQLException {
        return longOf(connection, "SELECT epoch FROM ledger.state");
    }

    private static long longOf(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }
}
