package org.preventionnetwork.registry.standalone.postgres;

/** The class path holds PostgreSQL's programs for other machines only, or for none. */
final class NoPostgresForThisMachine extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoPostgresForThisMachine(Machine machine) {
        super("This build of the registry brings no PostgreSQL for " + machine);
    }
}
