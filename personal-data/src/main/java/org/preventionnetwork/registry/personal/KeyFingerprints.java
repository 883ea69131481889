package org.preventionnetwork.registry.personal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.outages.NotStored;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * The database remembers by what each key file is known again, so that all nodes have the same keys for as long as the
 * registry lives: a file is made once, at the very first start; from then on a start with a missing, damaged or other
 * file is refused. Of several nodes that start on an empty database at once, one makes the keys; the others need them.
 */
public final class KeyFingerprints {
    /** "keys" in ASCII: one node at a time. */
    private static final long LOCK = 0x6b657973L;

    private final DataSource database;

    /** @param database under the role that owns schema {@code keys}, which is there */
    public KeyFingerprints(DataSource database) {
        this.database = database;
    }

    /**
     * Reads a key, and makes it when there never was one.
     *
     * @param needed whether something was made with the key before the database remembered it
     * @param belongs whether what was made before is this key's work; asked once, when a key of a release before this one
     *     is found
     * @throws KeyRefused unless it is the key that it was at every start before
     */
    public <K> K require(KeyFile<K> key, BooleanSupplier needed, Predicate<K> belongs) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                K read = require(connection, key, needed, belongs);
                connection.commit();
                return read;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The fingerprints of the keys cannot be read", e);
        }
    }

    private static <K> K require(Connection connection, KeyFile<K> key, BooleanSupplier needed, Predicate<K> belongs)
            throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("SELECT pg_advisory_xact_lock(?)")) {
            lock.setLong(1, LOCK);
            lock.execute();
        }
        String name = key.file().getFileName().toString();
        byte[] known = find(connection, name);
        if (!exists(key.file())) {
            if (known != null || needed.getAsBoolean()) {
                throw missing(key);
            }
            make(key);
        }
        K read = read(key);
        if (known == null) {
            if (!belongs.test(read)) {
                throw other(key);
            }
            insert(connection, name, key.fingerprint(read));
        } else if (!key.fits(read, known)) {
            throw other(key);
        }
        return read;
    }

    /** @throws KeyRefused as a start would, and where a start would take whatever key it finds */
    static <K> void compare(KeyFile<K> key, byte @Nullable [] known) {
        if (!exists(key.file())) {
            throw missing(key);
        }
        K read = read(key);
        if (known == null) {
            throw new KeyRefused(
                    key.file() + ", " + key.use() + ", is there, but the database forgot by what it is known again",
                    "Put the row of keys.fingerprint back from a backup of the database: the next start would take whatever"
                            + " key it finds",
                    null);
        }
        if (!key.fits(read, known)) {
            throw other(key);
        }
    }

    static boolean exists(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    static void make(KeyFile<?> key) {
        try {
            key.make();
        } catch (FileAlreadyExistsException otherNodeWasFaster) {
            // Its key is as good, and is read next.
        } catch (IOException e) {
            throw new KeyRefused(
                    key.file() + ", " + key.use() + ", cannot be made: " + reason(e),
                    "Let the registry write to " + key.file().toAbsolutePath().getParent(),
                    e);
        }
    }

    /** @throws KeyRefused when it is damaged, or may not be read */
    static <K> K read(KeyFile<K> key) {
        try {
            return key.read();
        } catch (KeyFile.Unusable e) {
            throw new KeyRefused(
                    key.file() + ", " + key.use() + ", is damaged: " + e.getMessage(), "Put " + fromBackup(), e);
        } catch (AccessDeniedException e) {
            throw new KeyRefused(
                    key.file() + ", " + key.use() + ", may not be read by this user",
                    "Let the user that the registry runs as read it, and nobody else",
                    e);
        } catch (IOException e) {
            throw new KeyRefused(
                    key.file() + ", " + key.use() + ", cannot be read: " + reason(e), "Put " + fromBackup(), e);
        }
    }

    static KeyRefused missing(KeyFile<?> key) {
        return new KeyRefused(
                key.file() + ", " + key.use() + ", is missing, and another key would not do",
                "If it is elsewhere, name its folder; else put " + fromBackup(),
                null);
    }

    private static KeyRefused other(KeyFile<?> key) {
        return new KeyRefused(
                key.file() + ", " + key.use() + ", is another key than the one that this registry began with",
                "Keep this one elsewhere, since it may be another registry's; of the right one, put " + fromBackup(),
                null);
    }

    private static String fromBackup() {
        return "it back from its backup, or copy it from another node of this registry";
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName();
    }

    private static byte @Nullable [] find(Connection connection, String name) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT fingerprint FROM keys.fingerprint WHERE name = ?")) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getBytes(1) : null;
            }
        }
    }

    private static void insert(Connection connection, String name, byte[] fingerprint) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO keys.fingerprint (name, fingerprint) VALUES (?, ?)")) {
            insert.setString(1, name);
            insert.setBytes(2, fingerprint);
            NotStored.unlessOne(insert.executeUpdate(), "by what a key is known again");
        }
    }
}
