package org.preventionnetwork.registry.standalone.postgres;

/** Who may do what in the database: nobody who serves requests may change a table or an event. */
enum Role {
    /** Creates roles and the database; used for nothing else. */
    SUPERUSER("postgres"),
    /** Owns the schemas of events and ledger, and runs their migrations. */
    OWNER("registry_owner"),
    /** Appends events and ledger entries; can neither update nor delete them. */
    COMMAND("registry_command"),
    /** Reads events and ledger; owns the schemas of the projections. */
    QUERY("registry_query"),
    /** Owns the keys of persons, and sees nothing else. */
    KEYS("registry_keys");

    private final String databaseName;

    Role(String databaseName) {
        this.databaseName = databaseName;
    }

    String databaseName() {
        return databaseName;
    }
}
