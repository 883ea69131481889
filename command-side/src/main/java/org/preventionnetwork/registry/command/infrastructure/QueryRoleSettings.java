package org.preventionnetwork.registry.command.infrastructure;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whom the migrations give the right to read.
 *
 * @param username of the query side, where it is another one's than the command side's
 */
@ConfigurationProperties("registry.query.datasource")
record QueryRoleSettings(@Nullable String username) {}
