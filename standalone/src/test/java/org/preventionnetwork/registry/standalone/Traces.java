package org.preventionnetwork.registry.standalone;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a thief of the data folder would look for of one person: the wrapped key and the tokens of the blind index, in any
 * eight bytes of them, since compression keeps no more together of what cannot be compressed; and whatever in the files
 * the master key opens as this person's key.
 */
record Traces(String person, Set<Long> windows) {
    private static final int WINDOW = Long.BYTES;

    /** As the person's row is now. What others have in common with it says nothing. */
    static Traces of(String person, Connection database) throws SQLException {
        Set<Long> mine = new HashSet<>();
        Set<Long> others = new HashSet<>();
        try (PreparedStatement rows = database.prepareStatement(
                "SELECT official = ?, part FROM keys.person, unnest(words || names || emails || wrapped) part"
                        + " WHERE part IS NOT NULL AND (official = ? OR official NOT LIKE 'filler-%')")) {
            rows.setString(1, person);
            rows.setString(2, person);
            try (ResultSet row = rows.executeQuery()) {
                while (row.next()) {
                    (row.getBoolean(1) ? mine : others).addAll(windows(row.getBytes(2)));
                }
            }
        }
        mine.removeAll(others);
        return new Traces(person, mine);
    }

    private static List<Long> windows(byte[] secret) {
        List<Long> windows = new ArrayList<>();
        for (int i = 0; i + WINDOW <= secret.length; i++) {
            windows.add(ByteBuffer.wrap(secret).getLong(i));
        }
        return windows;
    }

    /** The files below the folder that hold any of it. */
    Set<String> found(Path home) throws IOException, GeneralSecurityException {
        boolean[] may = new boolean[1 << 20];
        windows.forEach(window -> may[slot(window)] = true);
        Aead master = master(home);
        Set<String> found = new TreeSet<>();
        List<Path> files;
        try (Stream<Path> all = Files.walk(home)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            byte[] bytes;
            try {
                bytes = Files.readAllBytes(file);
            } catch (NoSuchFileException goneMeanwhile) {
                continue;
            }
            String name = home.relativize(file).toString();
            long window = 0;
            for (int i = 0; i < bytes.length; i++) {
                window = window << 8 | bytes[i] & 0xff;
                if (may[slot(window)] && windows.contains(window)) {
                    found.add(name);
                    break;
                }
            }
            if (opensAKey(bytes, master)) {
                found.add(name + " has the key");
            }
        }
        return found;
    }

    private static int slot(long window) {
        return (int) ((window * 0x9E3779B97F4A7C15L) >>> 44);
    }

    private static Aead master(Path home) throws IOException, GeneralSecurityException {
        AeadConfig.register();
        return TinkJsonProtoKeysetFormat.parseKeyset(
                        Files.readString(home.resolve("keys/master.json")), InsecureSecretKeyAccess.get())
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    /** Tries everything that begins as what the master key has encrypted. */
    private boolean opensAKey(byte[] bytes, Aead master) throws GeneralSecurityException {
        byte[] begin = Arrays.copyOf(master.encrypt(new byte[0], new byte[0]), 5);
        byte[] associated = fields("registry.person-key.v1", person);
        for (int i = 3; i + begin.length < bytes.length; i++) {
            if (bytes[i] == begin[0]
                    && bytes[i + 1] == begin[1]
                    && Arrays.equals(bytes, i, i + begin.length, begin, 0, begin.length)) {
                int length = bytes[i - 1] >= 0 ? bytes[i - 1] : bytes[i - 2] & 0x7f | bytes[i - 1] << 7;
                int twoBytes = bytes[i - 2] < 0 ? bytes[i - 2] & 0x7f | bytes[i - 1] << 7 : length;
                for (int each : new int[] {length, twoBytes}) {
                    if (each > 0 && i + each <= bytes.length && opens(bytes, i, each, master, associated)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean opens(byte[] bytes, int from, int length, Aead master, byte[] associated) {
        try {
            master.decrypt(Arrays.copyOfRange(bytes, from, from + length), associated);
            return true;
        } catch (GeneralSecurityException somebodyElses) {
            return false;
        }
    }

    private static byte[] fields(String... fields) {
        ByteBuffer buffer = ByteBuffer.allocate(1000);
        for (String field : fields) {
            byte[] encoded = field.getBytes(StandardCharsets.UTF_8);
            buffer.putInt(encoded.length).put(encoded);
        }
        return Arrays.copyOf(buffer.array(), buffer.position());
    }
}
