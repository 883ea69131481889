package org.preventionnetwork.registry.query.projection.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.preventionnetwork.registry.query.projection.Projection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The schemas in which one check makes projections anew. They are nobody else's, on this node or another: they bear the
 * check's number, and its session holds a lock on that number. What a check left behind whose session is gone is dropped
 * by the next one.
 */
final class CheckRoom implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(CheckRoom.class);
    /** Advisory locks of two numbers: this one, and the check's. "chek" in ASCII. */
    private static final int LOCKS = 0x6368656b;

    private final Connection session;
    private final JdbcTemplate alone;
    private final Operations operations;
    private final Schemas schemas;
    private final List<ProjectionVersion> versions;
    private final int number;

    private CheckRoom(Connection session, List<Projection> projections, JdbcTemplate jdbc) {
        this.session = session;
        this.alone = new JdbcTemplate(new SingleConnectionDataSource(session, true));
        this.operations = new Operations(jdbc);
        this.schemas = new Schemas(jdbc);
        this.number = Objects.requireNonNull(
                alone.queryForObject("SELECT nextval('operations.check_number')", Integer.class));
        this.versions = projections.stream()
                .map(projection -> ProjectionVersion.forCheck(projection, number))
                .toList();
    }

    /** @param head the position up to which the ledger will be brought in */
    static CheckRoom open(List<Projection> projections, JdbcTemplate jdbc, long head) throws SQLException {
        DataSource pool = Objects.requireNonNull(jdbc.getDataSource());
        Connection session = pool.getConnection();
        CheckRoom room;
        try {
            room = new CheckRoom(session, projections, jdbc);
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
        try {
            room.lock(room.number);
            room.dropWhatIsLeftOfOthers(projections);
            room.create(head);
            return room;
        } catch (RuntimeException e) {
            room.close();
            throw e;
        }
    }

    List<ProjectionVersion> versions() {
        return versions;
    }

    private void create(long head) {
        for (ProjectionVersion version : versions) {
            operations.insert(version, "CHECKING", head);
            schemas.create(version);
        }
    }

    private void dropWhatIsLeftOfOthers(List<Projection> projections) {
        List<Integer> numbers = operations.versions().stream()
                .filter(row -> row.state().equals("CHECKING"))
                .map(row -> -row.version())
                .distinct()
                .toList();
        for (int other : numbers) {
            if (lock(other)) {
                projections.forEach(projection -> drop(ProjectionVersion.forCheck(projection, other)));
                unlock(other);
            }
        }
    }

    private void drop(ProjectionVersion version) {
        schemas.drop(version);
        operations.delete(version);
    }

    private boolean lock(int check) {
        return Boolean.TRUE.equals(
                alone.queryForObject("SELECT pg_try_advisory_lock(?, ?)", Boolean.class, LOCKS, check));
    }

    private void unlock(int check) {
        alone.queryForList("SELECT pg_advisory_unlock(?, ?)", LOCKS, check);
    }

    @Override
    public void close() throws SQLException {
        try (session) {
            try {
                versions.forEach(this::drop);
            } finally {
                // The session goes back among the others.
                unlock(number);
            }
        } catch (DataAccessException e) {
            log.warn("What check {} made stays until the next one drops it: {}", number, ErrorCode.of(e));
        }
    }
}
