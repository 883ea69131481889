package org.preventionnetwork.registry.access.requests;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How requests are read.
 *
 * @param undeclaredFails for tests: an endpoint that reads what it does not declare fails
 */
@ConfigurationProperties("registry.requests")
record RequestSettings(@DefaultValue("false") boolean undeclaredFails) {}
