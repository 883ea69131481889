package org.preventionnetwork.registry.command.imports.runs;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.personal.ViewingLog;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes down whose personal data an import reads where its rows name persons by name or e-mail, dry run or not: who
 * hands in a list learns by it whether somebody is recorded. One row of the access log for each person and import, before
 * anything is said about the row that named the person. For any number of threads.
 */
final class LookedUp implements Consumer<OfficialId> {
    /** As the query side calls it. */
    private static final String KIND = "IMPORT";

    private final JdbcClient database;
    private final ImportRunner.Order order;
    private final Set<OfficialId> written = ConcurrentHashMap.newKeySet();

    LookedUp(JdbcClient database, ImportRunner.Order order) {
        this.database = database;
        this.order = order;
    }

    @Override
    public void accept(OfficialId person) {
        if (written.add(person)) {
            ViewingLog.write(
                    database.sql(ViewingLog.PERSONS).param("officials", new String[] {person.value()}),
                    new ViewingLog.Entry(order.actor(), order.role(), KIND, "/api/imports/" + order.id(), order.id()));
        }
    }
}
