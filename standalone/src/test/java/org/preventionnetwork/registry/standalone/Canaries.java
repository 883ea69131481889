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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/** Words that stand for personal data, and a search for them through everything that a registry leaves behind. */
final class Canaries {
    /** What each begins with, so that all are looked for at once. */
    private static final String MARK = "Qz";

    private static final Pattern MARKED = Pattern.compile(MARK, Pattern.CASE_INSENSITIVE);
    private static final int LENGTH = 14;

    private final Random random = new Random();
    private final Set<String> words = new HashSet<>();

    /** A word that is nowhere yet. */
    String next() {
        StringBuilder word = new StringBuilder(MARK);
        for (int i = MARK.length(); i < LENGTH; i++) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        words.add(word.toString().toLowerCase(Locale.ROOT));
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

    /** The words that a text holds, whatever their case. */
    List<String> in(String text) {
        Set<String> found = new TreeSet<>();
        Matcher mark = MARKED.matcher(text);
        for (int at = 0; mark.find(at); at = mark.start() + 1) {
            String word = text.substring(mark.start(), Math.min(text.length(), mark.start() + LENGTH))
                    .toLowerCase(Locale.ROOT);
            if (words.contains(word)) {
                found.add(word);
            }
        }
        return List.copyOf(found);
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
