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
     * @param own connection details qualified by the part's name
     */
    public static HikariDataSource of(
            String part,
            ObjectProvider<JdbcConnectionDetails> own,
            ObjectProvider<JdbcConnectionDetails> shared,
            Environment environment) {
        String prefix = "registry." + part + ".datasource.";
        JdbcConnectionDetails separate = own.getIfAvailable();
        JdbcConnectionDetails details = separate != null ? separate : shared.getObject();
        Environment settings = separate == null ? environment : null;
        HikariDataSource pool = new PatientPool();
        pool.setPoolName(part);
        pool.setJdbcUrl(setting(settings, prefix + "url", details.getJdbcUrl()));
        pool.setUsername(setting(settings, prefix + "username", details.getUsername()));
        pool.setPassword(setting(settings, prefix + "password", details.getPassword()));
        pool.setMaximumPoolSize(environment.getProperty(prefix + "maximum-pool-size", Integer.class, 16));
        pool.setConnectionTimeout(environment.getProperty(
                "spring.datasource.hikari.connection-timeout", Long.class, ANSWERED_WITHIN_MILLIS));
        return pool;
    }

    private static @Nullable String setting(@Nullable Environment settings, String name, @Nullable String otherwise) {
        String configured = settings == null ? null : settings.getProperty(name);
        return configured != null ? configured : otherwise;
    }
}
