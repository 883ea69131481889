package org.preventionnetwork.registry.command.rehearsal;

import java.util.Collection;

/** The classes that decide for the registry, so that a rehearsal has the same ones. */
@FunctionalInterface
public interface AggregateTypes {
    Collection<Class<?>> types();
}
