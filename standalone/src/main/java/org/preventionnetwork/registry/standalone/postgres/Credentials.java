package org.preventionnetwork.registry.standalone.postgres;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.preventionnetwork.registry.api.files.OwnerOnly;

/** One generated password for every {@link Role}, in a file that only its owner can read. */
record Credentials(Map<Role, String> passwords) {

    static Credentials generate() {
        SecureRandom random = new SecureRandom();
        Map<Role, String> passwords = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            byte[] secret = new byte[24];
            random.nextBytes(secret);
            passwords.put(role, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
        }
        return new Credentials(passwords);
    }

    static Credentials read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        Map<Role, String> passwords = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            String password = properties.getProperty(role.databaseName());
            if (password == null) {
                throw new IOException(file + " has no password for " + role.databaseName());
            }
            passwords.put(role, password);
        }
        return new Credentials(passwords);
    }

    String of(Role role) {
        String password = passwords.get(role);
        if (password == null) {
            throw new IllegalStateException("No password for " + role);
        }
        return password;
    }

    /** Replaces the file as a whole, so a crash leaves the old or the new one. */
    void write(Path file) throws IOException {
        String text = Arrays.stream(Role.values())
                .map(role -> role.databaseName() + "=" + of(role) + "\n")
                .collect(Collectors.joining());
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, OwnerOnly.file(fresh));
        Files.writeString(fresh, text);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public String toString() {
        return "Credentials for " + passwords.keySet();
    }
}
