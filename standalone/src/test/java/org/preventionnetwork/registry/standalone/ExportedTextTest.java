package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preventionnetwork.registry.command.imports.files.Limits;
import org.preventionnetwork.registry.command.imports.files.Row;
import org.preventionnetwork.registry.command.imports.files.Submission;
import org.preventionnetwork.registry.query.http.Csv;
import org.preventionnetwork.registry.testing.TestRun;

/** What the one side writes into a CSV file, the other reads from it as it was. */
class ExportedTextTest {
    private static final String LETTERS = "''=+-@＝－ \t\r\n\u3000\u200bab1;,\"é\u00a0";

    @TempDir
    private Path folder;

    private record Programme(String programme, String name) {}

    @Test
    void every_text_is_imported_as_it_was_before_it_was_exported() throws IOException {
        long seed = TestRun.SEED;
        Random random = new Random(seed);
        List<String> texts =
                new ArrayList<>(List.of("=1+1", "＝1+1", "'=1+1", "'tis", "\u200b=1+1", "-3", "+48 22", "a\r\nb"));
        while (texts.size() < 5_000) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(8); j >= 0; j--) {
                text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            // Blanks around a cell are no part of what it says, whatever kind of blank they are.
            texts.add(text.toString().replaceAll("^[\\s\\p{Z}\u200b]+|[\\s\\p{Z}\u200b]+$", ""));
        }
        texts.removeIf(String::isEmpty);
        StringBuilder csv = new StringBuilder(Csv.header(Programme.class));
        texts.forEach(text -> csv.append(Csv.line(new Programme("p-1", text))));
        Path file = Files.writeString(folder.resolve("programmes.csv"), csv);

        List<Row> rows = new ArrayList<>();
        try (Submission submission = Submission.open(file, "programmes.csv", Limits.STANDARD)) {
            submission.tables().forEach(table -> table.read(rows::add));
        }

        assertThat(rows).hasSameSizeAs(texts);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i).problems())
                    .as("seed %d, <%s>", seed, texts.get(i))
                    .isEmpty();
            assertThat(rows.get(i).text("name")).as("seed %d", seed).isEqualTo(texts.get(i));
        }
    }
}
