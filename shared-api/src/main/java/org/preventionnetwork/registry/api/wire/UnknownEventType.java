package org.preventionnetwork.registry.api.wire;

/**
 * The store holds an event that this version does not know. Reading stops here: a history with holes would be a wrong
 * history.
 */
public final class UnknownEventType extends RuntimeException {
    UnknownEventType(String name) {
        super("the event store holds an event of unknown type '" + name
                + "'; it was written by another version of the registry");
    }
}
