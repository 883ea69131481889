package org.preventionnetwork.registry.standalone.postgres;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells both sides, and the migrations, how to reach the embedded PostgreSQL: each under its own role. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean(EmbeddedPostgres.class)
class EmbeddedPostgresConfiguration {

    @Bean
    JdbcConnectionDetails commandConnectionDetails(EmbeddedPostgres postgres) {
        return new RoleDetails(postgres, Role.COMMAND);
    }

    @Bean(defaultCandidate = false)
    @Qualifier("query")
    JdbcConnectionDetails queryConnectionDetails(EmbeddedPostgres postgres) {
        return new RoleDetails(postgres, Role.QUERY);
    }

    @Bean(defaultCandidate = false)
    @Qualifier("keys")
    JdbcConnectionDetails keysConnectionDetails(EmbeddedPostgres postgres) {
        return new RoleDetails(postgres, Role.KEYS);
    }

    @Bean
    FlywayConnectionDetails ownerConnectionDetails(EmbeddedPostgres postgres) {
        return new OwnerDetails(postgres);
    }

    private record RoleDetails(EmbeddedPostgres postgres, Role role) implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return role.databaseName();
        }

        @Override
        public String getPassword() {
            return postgres.password(role);
        }

        @Override
        public String getJdbcUrl() {
            return postgres.url();
        }
    }

    private record OwnerDetails(EmbeddedPostgres postgres) implements FlywayConnectionDetails {

        @Override
        public String getUsername() {
            return Role.OWNER.databaseName();
        }

        @Override
        public String getPassword() {
            return postgres.password(Role.OWNER);
        }

        @Override
        public String getJdbcUrl() {
            return postgres.url();
        }
    }
}
