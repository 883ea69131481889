package org.preventionnetwork.registry.query.personal;

import javax.sql.DataSource;
import org.preventionnetwork.registry.personal.retention.DailyDeletion;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Deletes, once a day, what the access log has had for longer than {@code registry.access-log.retention}. How long that
 * is, the database itself knows from its migrations: whoever serves answers cannot delete anything younger.
 */
@Component
final class AccessLogRetention extends DailyDeletion {
    private final JdbcClient jdbc;

    AccessLogRetention(@Qualifier("query") DataSource database) {
        super("access-log-retention", "Rows of the access log");
        this.jdbc = JdbcClient.create(database);
    }

    @Override
    public long deleteOld() {
        return jdbc.sql("SELECT access_log.delete_old()").query(Long.class).single();
    }
}
