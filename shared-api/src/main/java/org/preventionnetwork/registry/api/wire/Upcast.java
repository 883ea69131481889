package org.preventionnetwork.registry.api.wire;

import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * How an event stored with an older revision is read with a newer one. The stored bytes are never changed.
 *
 * @param event the logical name
 * @param from the revision as stored
 * @param to the revision that {@code change} produces
 * @param change gets the payload and returns it in the newer shape
 */
public record Upcast(String event, String from, String to, UnaryOperator<ObjectNode> change) {}
