package org.preventionnetwork.registry.api.projections;

/** Whether every projection has read on to an event; the query side can tell, in one JVM or over HTTP. */
@FunctionalInterface
public interface ProjectionsCaughtUp {
    /**
     * @param aggregateId as it is stored, {@code network:africa}
     * @param version the number of the aggregate's events up to the one in question
     */
    boolean passed(String aggregateId, long version);
}
