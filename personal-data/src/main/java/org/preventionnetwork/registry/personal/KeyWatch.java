package org.preventionnetwork.registry.personal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.preventionnetwork.registry.api.verification.Interference;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Says while the registry runs, with the keys that it read when it started, what the next start would be refused for: a key
 * file that is missing, damaged or another one. Makes, changes and adopts nothing.
 */
public final class KeyWatch {
    private static final String SCHEMA = "keys";

    private final DataSource database;
    private final List<KeyFile<?>> master;

    /**
     * @param database that remembers by what the keys are known again
     * @param master the files of the master keys
     */
    public KeyWatch(DataSource database, List<KeyFile<?>> master) {
        this.database = database;
        this.master = List.copyOf(master);
    }

    /** How many files are looked at, beside those of others. */
    public int size() {
        return master.size();
    }

    /**
     * @param others key files, beside those of the master keys
     * @return what is wrong, and what to do before the next start; with an {@link java.io.IOException} as cause where a
     *     file cannot be read now
     */
    public List<KeyRefused> look(List<KeyFile<?>> others) {
        Map<String, byte[]> known = known();
        List<KeyRefused> found = new ArrayList<>();
        for (List<KeyFile<?>> files : List.of(others, master)) {
            for (KeyFile<?> file : files) {
                byte[] fingerprint = known.get(file.file().getFileName().toString());
                try {
                    KeyFingerprints.compare(file, fingerprint);
                } catch (KeyRefused refused) {
                    found.add(refused);
                }
            }
        }
        return found;
    }

    /** What stands between the registry and the tables of keys, which may be in a database of their own. */
    public List<String> interference() {
        try (Connection connection = database.getConnection()) {
            return Interference.in(connection, SCHEMA);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The database of the keys cannot be asked", e);
        }
    }

    private Map<String, byte[]> known() {
        Map<String, byte[]> known = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT name, fingerprint FROM keys.fingerprint");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                known.put(row.getString(1), row.getBytes(2));
            }
            return known;
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The fingerprints of the keys cannot be read", e);
        }
    }
}
