package org.preventionnetwork.registry.query.personal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Collection;
import javax.sql.DataSource;
import org.preventionnetwork.registry.access.CurrentCaller;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.outages.NotStored;
import org.preventionnetwork.registry.api.store.EventTables;
import org.preventionnetwork.registry.personal.ViewingLog;
import org.preventionnetwork.registry.query.http.Unanswerable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Writes down who reads whose personal data, a row for each person, before an answer leaves. */
@Component
public final class AccessLog {
    /** Events of who is erased hold nothing that anybody can read. */
    private static final String EVENTS =
            """
            SELECT substr(aggregate_id, 10)
            FROM (SELECT DISTINCT aggregate_id FROM ledger.entry
                  WHERE aggregate_id LIKE 'official:%%' AND %s) AS person
            WHERE NOT EXISTS (SELECT FROM %s event
                              WHERE event.aggregate_id = person.aggregate_id
                                AND payload_type = 'official.OfficialErased')
            """;

    private static final String AT =
            ViewingLog.insert(EVENTS.formatted("position = ANY(:positions)", EventTables.STORED));
    private static final String BETWEEN =
            ViewingLog.insert(EVENTS.formatted("position > :after AND position <= :upTo", EventTables.STORED));

    private final JdbcClient jdbc;
    private final CurrentCaller callers;
    private final Timer time;
    private final Counter failures;

    AccessLog(@Qualifier("query") DataSource database, CurrentCaller callers, MeterRegistry meters) {
        this.jdbc = JdbcClient.create(database);
        this.callers = callers;
        this.time = Timer.builder("registry.access.log")
                .description("Writing down who reads personal data, which is done before it is answered")
                .register(meters);
        this.failures = Counter.builder("registry.access.log.failures")
                .description("Answers that were refused because it could not be written down who reads them")
                .register(meters);
    }

    /** Before the stored events at these positions leave. */
    public void recordEvents(HttpServletRequest request, ViewKind kind, Collection<Long> positions) {
        write(jdbc.sql(AT).param("positions", positions.toArray(Long[]::new)), viewer(request), kind);
    }

    /** Before the stored events of a part of the ledger leave. */
    public void recordEvents(HttpServletRequest request, ViewKind kind, long after, long upTo) {
        write(jdbc.sql(BETWEEN).param("after", after).param("upTo", upTo), viewer(request), kind);
    }

    Viewer viewer(HttpServletRequest request) {
        return Viewer.of(request, callers.of(request));
    }

    void record(Viewer viewer, ViewKind kind, Collection<OfficialId> persons) {
        if (!persons.isEmpty()) {
            String[] officials = persons.stream().map(OfficialId::value).toArray(String[]::new);
            write(jdbc.sql(ViewingLog.PERSONS).param("officials", officials), viewer, kind);
        }
    }

    private void write(StatementSpec insert, Viewer viewer, ViewKind kind) {
        ViewingLog.Entry entry =
                new ViewingLog.Entry(viewer.actor(), viewer.role(), kind.name(), viewer.path(), viewer.correlation());
        try {
            time.record(() -> ViewingLog.write(insert, entry));
        } catch (DataAccessException | NotStored failure) {
            failures.increment();
            throw new Unanswerable(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "ACCESS_LOG_UNAVAILABLE",
                    "who reads personal data is written down first, and that cannot be done now; ask again",
                    Duration.ofSeconds(5),
                    failure);
        }
    }
}
