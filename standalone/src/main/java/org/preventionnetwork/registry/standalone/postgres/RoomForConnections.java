package org.preventionnetwork.registry.standalone.postgres;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Says at the start, in two lines, when PostgreSQL has not enough room for all connections that this node may come to
 * open. A node starts with one connection, so without this it would be found out under load, by whoever is answered 503,
 * on this node or on another one.
 */
@Component
public class RoomForConnections {
    /** What to do about it. */
    static final String CURE = "Raise max_connections, or let every node have fewer:"
            + " spring.datasource.hikari.maximum-pool-size (32), registry.query.datasource.maximum-pool-size (16) and"
            + " registry.keys.datasource.maximum-pool-size (16); each needs some five more beside";

    private static final Logger log = LoggerFactory.getLogger(RoomForConnections.class);
    /** Sequencer, signer, what is verified and what is read without end. */
    private static final int BESIDE = 5;
    /** How many there are is told to everybody, of what is reserved for others too. */
    private static final String LEFT =
            """
            SELECT current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
                   - coalesce(current_setting('reserved_connections', true), '0')::int
                   - (SELECT coalesce(sum(numbackends), 0) FROM pg_stat_database)
            """;

    private final List<HikariDataSource> pools;

    @Autowired
    RoomForConnections(ObjectProvider<HikariDataSource> pools) {
        this(new ArrayList<>(pools.stream().toList()));
    }

    /** @param pools all of this node */
    public RoomForConnections(List<HikariDataSource> pools) {
        this.pools = pools;
    }

    @EventListener(ApplicationReadyEvent.class)
    public void look() {
        Map<String, List<HikariDataSource>> servers =
                pools.stream().collect(Collectors.groupingBy(RoomForConnections::server));
        servers.values().forEach(RoomForConnections::lookAt);
    }

    private static void lookAt(List<HikariDataSource> pools) {
        int may = BESIDE;
        for (HikariDataSource pool : pools) {
            may += pool.getMaximumPoolSize() - open(pool);
        }
        Long left;
        try {
            left = new JdbcTemplate(pools.get(0)).queryForObject(LEFT, Long.class);
        } catch (DataAccessException away) {
            log.warn("Whether PostgreSQL has room for this node's connections is not known", away);
            return;
        }
        if (left != null && left < may) {
            log.warn(
                    "PostgreSQL has room for {} more connections, and this node may come to open {} more; then some"
                            + " requests are answered 503, here or on other nodes.{}{}.",
                    Math.max(0, left),
                    may,
                    System.lineSeparator(),
                    CURE);
        }
    }

    private static int open(HikariDataSource pool) {
        return pool.getHikariPoolMXBean() == null
                ? 0
                : pool.getHikariPoolMXBean().getTotalConnections();
    }

    /** Without the database's name and the parameters: the limit is the server's. */
    private static String server(HikariDataSource pool) {
        return String.valueOf(pool.getJdbcUrl()).replaceFirst("/[^/]*$", "");
    }
}
