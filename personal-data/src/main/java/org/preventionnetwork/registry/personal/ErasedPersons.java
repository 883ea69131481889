package org.preventionnetwork.registry.personal;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.store.EventTables;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who is erased, as the history says. It outweighs the keys: a backup of these that is from before an erasure revives
 * nobody.
 */
public interface ErasedPersons {
    /** Those of them who are erased. */
    Set<OfficialId> among(Collection<OfficialId> persons);

    /** Everybody who is erased. */
    List<OfficialId> all();

    /** Where nobody can be asked. */
    static ErasedPersons unknown() {
        return new ErasedPersons() {
            @Override
            public Set<OfficialId> among(Collection<OfficialId> persons) {
                return Set.of();
            }

            @Override
            public List<OfficialId> all() {
                return List.of();
            }
        };
    }

    /** From the event store. */
    static ErasedPersons in(JdbcClient database) {
        return new ErasedPersons() {
            private static final String ERASED =
                    """
                    SELECT substr(aggregate_id, 10) FROM %s event
                    WHERE payload_type = 'official.OfficialErased'
                    """
                            .formatted(EventTables.STORED);

            @Override
            public Set<OfficialId> among(Collection<OfficialId> persons) {
                String[] ids = persons.stream().map(OfficialId::aggregateId).toArray(String[]::new);
                return new HashSet<>(database.sql(ERASED + " AND aggregate_id = ANY (:ids)")
                        .param("ids", ids)
                        .query((row, n) -> new OfficialId(row.getString(1)))
                        .list());
            }

            @Override
            public List<OfficialId> all() {
                return database.sql(ERASED)
                        .query((row, n) -> new OfficialId(row.getString(1)))
                        .list();
            }
        };
    }
}
