package org.preventionnetwork.registry.personal;

import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.preventionnetwork.registry.testing.TestPostgres;

/** A new database for keys, on the PostgreSQL that all tests of this module share. */
final class KeysDatabase {
    private KeysDatabase() {}

    static DataSource empty() throws SQLException {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(TestPostgres.empty());
        return database;
    }

    /** PostgreSQL's own. */
    static Path folder() {
        return TestPostgres.folder();
    }
}
