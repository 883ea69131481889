package org.preventionnetwork.registry.standalone;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/** Words that stand for personal data, and a search for them through everything that a registry leaves behind. */
final class Canaries {
    private final Random random = new Random();
    private final List<String> words = new ArrayList<>();

    /** A word that is nowhere yet. */
    String next() {
        StringBuilder word = new StringBuilder("Qz");
        for (int i = 0; i < 12; i++) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        words.add(word.toString());
        return word.toString();
    }

    /** Where any of the words is, whatever its case: in files, and in what the database says its tables hold. */
    Set<String> found(RegistryProcess registry, Path home) throws Exception {
        Set<String> found = new TreeSet<>();
        try (Connection superuser = registry.superuser()) {
            try (Statement statement = superuser.createStatement()) {
                statement.execute("CHECKPOINT");
            }
            for (String table : tables(superuser)) {
                StringWriter dump = new StringWriter();
                superuser.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY " + table + " TO STDOUT", dump);
                look(unhex(dump.toString()), "table " + table, found);
            }
        }
        for (Path file : files(home)) {
            try {
                look(
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1),
                        "file " + home.relativize(file),
                        found);
            } catch (NoSuchFileException goneMeanwhile) {
                continue;
            }
        }
        return found;
    }

    /** The words that a text holds. */
    List<String> in(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return words.stream()
                .filter(word -> lower.contains(word.toLowerCase(Locale.ROOT)))
                .toList();
    }

    private void look(String content, String where, Set<String> found) {
        List<String> here = in(content);
        if (!here.isEmpty()) {
            found.add(where + " has " + here);
        }
    }

    private static List<String> tables(Connection superuser) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT oid::regclass::text FROM pg_class WHERE relkind = 'r' AND relnamespace::regnamespace::text"
                                + " NOT IN ('pg_catalog', 'information_schema')")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }

    /** Stored payloads come as {@code \\x7b…}. */
    private static String unhex(String dump) {
        StringBuilder text = new StringBuilder(dump);
        java.util.regex.Matcher bytes =
                java.util.regex.Pattern.compile("\\\\\\\\x((?:[0-9a-f]{2})+)").matcher(dump);
        while (bytes.find()) {
            text.append(new String(java.util.HexFormat.of().parseHex(bytes.group(1)), StandardCharsets.ISO_8859_1));
        }
        return text.toString();
    }

    private static Set<Path> files(Path home) throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            return new HashSet<>(all.filter(Files::isRegularFile).toList());
        }
    }
}
