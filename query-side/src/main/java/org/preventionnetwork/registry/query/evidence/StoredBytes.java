package org.preventionnetwork.registry.query.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.preventionnetwork.registry.api.store.EventTables;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Payload and metadata of events, byte for byte. */
@Component
class StoredBytes {
    private static final String AT = "SELECT position, payload, metadata FROM " + EventTables.IN_ORDER
            + " event WHERE position = ANY(:positions) ORDER BY position";

    private final JdbcClient jdbc;

    StoredBytes(@Qualifier("query") DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    @SuppressWarnings("ArrayRecordComponent") // handed on and forgotten
    record Event(long position, byte[] payload, byte[] metadata) {}

    /** In the order of record. */
    List<Event> at(List<Long> positions) {
        return jdbc.sql(AT)
                .param("positions", positions.toArray(Long[]::new))
                .query(StoredBytes::event)
                .list();
    }

    private static Event event(ResultSet row, int n) throws SQLException {
        return new Event(row.getLong("position"), row.getBytes("payload"), row.getBytes("metadata"));
    }
}
