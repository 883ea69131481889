package org.preventionnetwork.registry.standalone.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A data folder as an earlier version left it: its files, and its tables in a new cluster. */
public final class OldDataFolder {
    private static final String FILES = "files/";
    private static final String ANSWERS = "answers/";

    private OldDataFolder() {}

    /**
     * @param pack what {@code README.md} beside it says
     * @return what that version had answered, by the name of the file in {@code answers}
     */
    public static Map<String, String> unpack(InputStream pack, Path home) throws IOException, SQLException {
        Map<String, String> answers = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(pack)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (entry.isDirectory()) {
                    continue;
                }
                if (name.startsWith(FILES)) {
                    Path file = home.resolve(name.substring(FILES.length()));
                    Files.createDirectories(file.getParent());
                    Files.copy(zip, file);
                } else {
                    String text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                    answers.put(name.startsWith(ANSWERS) ? name.substring(ANSWERS.length()) : name, text);
                }
            }
        }
        restore(home, answers.remove("database.sql"));
        return answers;
    }

    private static void restore(Path home, String dump) throws IOException, SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.startInBackground(
                new EmbeddedPostgres.Settings(home, Path.of("target", "postgres-bin"), 0, Duration.ofMinutes(2)))) {
            String url = postgres.url();
            try (Connection superuser = DriverManager.getConnection(
                            url, Role.SUPERUSER.databaseName(), postgres.password(Role.SUPERUSER));
                    Statement statement = superuser.createStatement()) {
                statement.execute(dump);
            }
        }
    }
}
