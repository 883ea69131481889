package org.preventionnetwork.registry.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.preventionnetwork.registry.api.verification.Check;
import org.preventionnetwork.registry.api.verification.Outcome;
import org.preventionnetwork.registry.command.dispatch.Commands;
import org.preventionnetwork.registry.command.ledger.EventSeal;
import org.preventionnetwork.registry.command.ledger.Sequencer;
import org.preventionnetwork.registry.command.ledger.signing.CheckpointSigner;
import org.preventionnetwork.registry.command.ledger.verification.LedgerCheck;
import org.preventionnetwork.registry.personal.SealedEvents;
import org.preventionnetwork.registry.query.projection.Projection;
import org.preventionnetwork.registry.query.projection.engine.Projections;
import org.preventionnetwork.registry.query.projection.engine.Rebuild;
import org.preventionnetwork.registry.standalone.RegistryApplication;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The real application in this process, on an embedded PostgreSQL of its own. */
final class RunningRegistry implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private RunningRegistry(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static RunningRegistry start(Path home, Path programs, String... more) {
        SpringApplication application = new SpringApplication(RegistryApplication.class);
        application.setDefaultProperties(Map.of("logging.level.root", "warn"));
        List<String> arguments = new ArrayList<>(Login.ARGUMENTS);
        arguments.addAll(
                List.of("--registry.data=" + home, "--registry.postgres.programs=" + programs, "--server.port=0"));
        arguments.addAll(List.of(more));
        return new RunningRegistry(application.run(arguments.toArray(String[]::new)));
    }

    Commands commands() {
        return context.getBean(Commands.class);
    }

    /** Keeps the read side still, so that writing is measured alone. */
    Projections projections() {
        return context.getBean(Projections.class);
    }

    /** Everything that orders and signs. */
    void startLedger() {
        context.getBean(Sequencer.class).start();
        context.getBean(CheckpointSigner.class).start();
    }

    void stopLedger() {
        context.getBean(CheckpointSigner.class).stop();
        context.getBean(Sequencer.class).stop();
    }

    /** One check of the verification, as of the ledger's last position. */
    Outcome verify(String name, long position) throws InterruptedException {
        if (name.equals(LedgerCheck.NAME)) {
            return context.getBean(LedgerCheck.class).run();
        }
        return context.getBeansOfType(Check.class).values().stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .orElseThrow()
                .run(position);
    }

    /** With which the application marks its own events. */
    EventSeal seal() {
        return context.getBean(EventSeal.class);
    }

    SealedEvents sealedEvents() {
        return context.getBean(SealedEvents.class);
    }

    String storeId() throws SQLException {
        try (Connection connection = connectAsQuerySide();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT store_id FROM ledger.state")) {
            row.next();
            return Objects.requireNonNull(row.getString(1));
        }
    }

    Rebuild rebuild() {
        return context.getBean(Rebuild.class);
    }

    List<Projection> all() {
        return projections().all();
    }

    String url(String path) {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path;
    }

    /** A plain connection under the role that appends events. */
    Connection connectAsCommandSide() throws SQLException {
        return connect(context.getBean("dataSource", HikariDataSource.class));
    }

    /** A plain connection under the role that owns the projections; it may make schemas. */
    Connection connectAsQuerySide() throws SQLException {
        return connect(context.getBean("queryDataSource", HikariDataSource.class));
    }

    private static Connection connect(HikariDataSource pool) throws SQLException {
        return DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
    }

    void awaitLedger(long events) throws SQLException, InterruptedException {
        await("SELECT last_position >= " + events + " FROM ledger.state");
    }

    void awaitSigned(long events) throws SQLException, InterruptedException {
        await("SELECT coalesce(max(size), 0) >= " + events + " FROM ledger.checkpoint");
    }

    /** Until the sample is loaded and every projection knows it. */
    void awaitSample() throws SQLException, InterruptedException {
        try (Connection connection = connectAsCommandSide()) {
            await(connection, "SELECT count(*) > 0 AND bool_and(status = 'COMPLETED') FROM imports.run");
        }
        awaitProjections();
    }

    /** @throws IllegalStateException when a projection could not bring something in, as figures would be worth nothing */
    void awaitProjections() throws SQLException, InterruptedException {
        await("SELECT (SELECT min(position) FROM operations.projection WHERE state = 'LIVE')"
                + " >= (SELECT count(*) FROM events.domainevententry)"
                + " AND NOT EXISTS (SELECT 1 FROM operations.projection WHERE state IN ('BUILDING', 'CATCHING_UP'))");
        requireNone("SELECT string_agg(concat_ws(' ', projection, entity, position, error_code), ', ')"
                + " FROM operations.dead_letter");
        requireNone("SELECT string_agg(concat_ws(' ', name, state, detail), ', ')"
                + " FROM operations.projection WHERE state IN ('DIFFERS', 'FAILED')");
    }

    private void requireNone(String problems) throws SQLException {
        try (Connection connection = connectAsQuerySide();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(problems)) {
            row.next();
            if (row.getString(1) != null) {
                throw new IllegalStateException("the projections are not sound: " + row.getString(1));
            }
        }
    }

    private void await(String condition) throws SQLException, InterruptedException {
        try (Connection connection = connectAsQuerySide()) {
            await(connection, condition);
        }
    }

    private static void await(Connection connection, String condition) throws SQLException, InterruptedException {
        try (Statement statement = connection.createStatement()) {
            while (!is(statement, condition)) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
    }

    private static boolean is(Statement statement, String condition) throws SQLException {
        try (ResultSet row = statement.executeQuery(condition)) {
            row.next();
            return row.getBoolean(1);
        }
    }

    String postgresVersion() throws SQLException {
        try (Connection connection = connectAsQuerySide();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW server_version")) {
            row.next();
            return Objects.requireNonNull(row.getString(1));
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
