package org.preventionnetwork.registry.personal;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.env.Environment;

/**
 * A part's own way to the database, under its own role. In order: connection details of its own,
 * {@code registry.<part>.datasource.*}, and for what is not given there, the application's {@code spring.datasource.*}.
 */
public final class OwnDataSource {
    /** While the database is away, whoever asks is told so, and soon. */
    private static final long ANSWERED_WITHIN_MILLIS = 5_000;

    private OwnDataSource() {}

    /**
     * @param part names the pool and the settings: {@code query}, {@code keys}
     * @param configured what is set of it, at least how many connections
     * @param own connection details qualified by the part's name
     */
    public static HikariDataSource of(
            String part,
            OwnDatabase configured,
            ObjectProvider<JdbcConnectionDetails> own,
            ObjectProvider<JdbcConnectionDetails> shared,
            Environment environment) {
        JdbcConnectionDetails separate = own.getIfAvailable();
        JdbcConnectionDetails details = separate != null ? separate : shared.getObject();
        OwnDatabase settings = separate == null ? configured : null;
        HikariDataSource pool = new PatientPool();
        pool.setPoolName(part);
        pool.setJdbcUrl(otherwise(settings == null ? null : settings.url(), details.getJdbcUrl()));
        pool.setUsername(otherwise(settings == null ? null : settings.username(), details.getUsername()));
        pool.setPassword(otherwise(settings == null ? null : settings.password(), details.getPassword()));
        pool.setMaximumPoolSize(configured.maximumPoolSize());
        pool.setConnectionTimeout(environment.getProperty(
                "spring.datasource.hikari.connection-timeout", Long.class, ANSWERED_WITHIN_MILLIS));
        return pool;
    }

    private static @Nullable String otherwise(@Nullable String configured, @Nullable String shared) {
        return configured != null ? configured : shared;
    }
}
