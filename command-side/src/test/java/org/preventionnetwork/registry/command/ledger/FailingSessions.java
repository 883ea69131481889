package org.preventionnetwork.registry.command.ledger;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.preventionnetwork.registry.command.TestDatabase;

/** Sessions on a real database, of which one is lost at a given step: a statement that is sent, or a commit. */
final class FailingSessions implements LedgerSessions {
    private final TestDatabase database;
    private final int failingStep;
    private final Failure failure;
    private final AtomicInteger steps = new AtomicInteger();

    /** What happens to a session at its step. */
    enum Failure {
        /** The server ends it before the step reaches it. */
        TERMINATED_BEFORE,
        /** The server does the step and ends the session; the step's outcome is never heard of. */
        TERMINATED_AFTER,
        /** The connection breaks before the step is sent. */
        CUT_BEFORE,
        /** The connection breaks after the step was done. */
        CUT_AFTER,
        /** Not the session is lost, but the sequencer's own memory. */
        OUT_OF_MEMORY
    }

    FailingSessions(TestDatabase database, int failingStep, Failure failure) {
        this.database = database;
        this.failingStep = failingStep;
        this.failure = failure;
    }

    /** How many steps were taken, on all sessions. */
    int steps() {
        return steps.get();
    }

    boolean hasFailed() {
        return steps.get() >= failingStep;
    }

    @Override
    public Connection open() throws SQLException {
        Connection session = database.connect();
        int pid = session.unwrap(org.postgresql.PGConnection.class).getBackendPID();
        return proxy(Connection.class, session, (self, method, arguments) -> switch (method.getName()) {
            case "commit" -> step(session, pid, () -> method.invoke(session, arguments));
            case "prepareStatement" ->
                steps(PreparedStatement.class, session, pid, (PreparedStatement) method.invoke(session, arguments));
            case "createStatement" ->
                steps(Statement.class, session, pid, (Statement) method.invoke(session, arguments));
            default -> method.invoke(session, arguments);
        });
    }

    private <S extends Statement> S steps(Class<S> type, Connection session, int pid, S statement) {
        return proxy(
                type,
                statement,
                (self, method, arguments) -> method.getName().startsWith("execute")
                        ? step(session, pid, () -> method.invoke(statement, arguments))
                        : method.invoke(statement, arguments));
    }

    private interface Call {
        Object run() throws ReflectiveOperationException;
    }

    private Object step(Connection session, int pid, Call call) throws ReflectiveOperationException, SQLException {
        if (steps.incrementAndGet() != failingStep) {
            return call.run();
        }
        switch (failure) {
            case TERMINATED_BEFORE -> {
                terminate(pid);
                return call.run();
            }
            case TERMINATED_AFTER -> {
                call.run();
                terminate(pid);
                throw new SQLException("its outcome was not heard of");
            }
            case CUT_BEFORE -> {
                session.abort(Runnable::run);
                return call.run();
            }
            case CUT_AFTER -> {
                call.run();
                session.abort(Runnable::run);
                throw new SQLException("its outcome was not heard of");
            }
            case OUT_OF_MEMORY -> throw new OutOfMemoryError("not really");
        }
        throw new IllegalStateException(failure.name());
    }

    /** Waits for the session's end. */
    private void terminate(int pid) throws SQLException {
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(" + pid + ", 5000)");
        }
    }

    private static <T> T proxy(Class<T> type, T target, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(
                target.getClass().getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        return handler.invoke(self, method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
