package org.preventionnetwork.registry.personal;

import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * All that has to do with the keys of persons, over one database.
 *
 * @param keys who has one, and who had one
 * @param index finds persons without reading their names
 * @param events seals and opens what is personal in events
 * @param remains of destroyed keys, in the database's files
 */
public record PersonalData(PersonKeys keys, BlindIndex index, SealedEvents events, Remains remains) {

    /** How the master keys are come by. */
    @FunctionalInterface
    public interface Masters {
        /** @param mayBeMade whether nothing was sealed yet, so that there are none to be missed */
        MasterKeys get(boolean mayBeMade);
    }

    /** For one node that is alone with the database. */
    public static PersonalData in(DataSource database, Masters masters, ErasedPersons erased, Duration remembered) {
        return in(database, masters, erased, remembered, Duration.ZERO, null);
    }

    /**
     * @param database under the role that owns schema {@code keys}, which is made when it is not there
     * @param remembered how long a key stays in memory
     * @param otherNodes how long a destroyed one may stay in the memory of other nodes; zero where there are none
     * @param cluster the folder of the database's PostgreSQL, where it is this process's to delete from
     */
    public static PersonalData in(
            DataSource database,
            Masters masters,
            ErasedPersons erased,
            Duration remembered,
            Duration otherNodes,
            @Nullable Path cluster) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/keys")
                .schemas("keys")
                .table("migration")
                .load()
                .migrate();
        JdbcClient jdbc = JdbcClient.create(database);
        KeyTable table = new KeyTable(jdbc);
        MasterKeys master = masters.get(table.isEmpty());
        PersonKeys keys = new PersonKeys(table, master.wrapping(), erased, remembered);
        BlindIndex index = new BlindIndex(master.tokens(), jdbc);
        return new PersonalData(
                keys, index, new SealedEvents(keys, index), new Remains(database, table, otherNodes, cluster));
    }
}
