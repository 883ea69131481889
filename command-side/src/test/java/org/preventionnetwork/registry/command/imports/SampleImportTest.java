package org.preventionnetwork.registry.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preventionnetwork.registry.command.imports.runs.Intake;
import org.preventionnetwork.registry.command.imports.runs.RunReport;

@Tag("slow")
class SampleImportTest {
    private static final Path SAMPLE = Path.of("src/main/resources/samples/institute");

    @TempDir
    Path data;

    /** With {@code -Dsamples.write=true} the files are written anew instead. */
    @Test
    void the_fictional_files_are_what_their_generator_makes() throws IOException {
        for (Map.Entry<String, String> file :
                FictionalOfficials.from(SAMPLE.resolve("seminars.csv")).entrySet()) {
            Path path = SAMPLE.resolve(file.getKey() + ".csv");
            if (Boolean.getBoolean("samples.write")) {
                Files.writeString(path, file.getValue());
            }
            assertThat(Files.readString(path)).isEqualTo(file.getValue());
        }
    }

    /** An alumnus has completed every part of a cycle: without these columns 64 are counted at the end of 2013, not 20. */
    @Test
    void the_seminars_of_three_cycles_say_which_part_of_which_cycle_they_are() throws IOException {
        List<String> parts = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(SAMPLE.resolve("seminars.csv"))) {
            rows.stream()
                    .filter(row -> !row.getField("cycle").isEmpty())
                    .forEach(row -> parts.add(
                            row.getField("seminar") + " " + row.getField("cycle") + " " + row.getField("part")));
        }
        assertThat(parts)
                .containsExactly(
                        "s-2013-06 Latin American Network, cycle 1 1",
                        "s-2014-06 Latin American Network, cycle 1 2",
                        "s-2014-10 Latin American Network, cycle 2 1",
                        "s-2015-05 Latin American Network, cycle 2 2",
                        "s-2016-02 Latin American Network, cycle 3 1",
                        "s-2016-05 Latin American Network, cycle 3 2");
    }

    @Test
    void the_sample_imports_without_an_error_and_only_once() throws IOException, SQLException {
        try (TestRegistry registry = TestRegistry.start(data)) {
            Intake intake = registry.bean(Intake.class);
            RunReport rehearsed = registry.await(intake.sample(true, "tester", "SECRETARIAT"));
            assertThat(registry.problems(rehearsed)).isEmpty();
            assertThat(registry.events()).isZero();

            RunReport applied = registry.await(intake.sample(false, "tester", "SECRETARIAT"));
            assertThat(registry.problems(applied)).isEmpty();
            assertThat(applied.recorded()).isEqualTo(applied.rowsTotal()).isEqualTo(rehearsed.recorded());
            long events = registry.events();

            RunReport again = registry.await(intake.sample(false, "tester", "SECRETARIAT"));
            assertThat(again.unchanged()).isEqualTo(again.rowsTotal());
            assertThat(registry.events()).isEqualTo(events);
        }
    }
}
