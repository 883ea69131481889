package org.preventionnetwork.registry.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preventionnetwork.registry.command.imports.runs.RunReport;
import org.preventionnetwork.registry.testing.TestRun;

/** Whatever stands in the files. */
@Tag("slow")
class ImportPropertiesTest {
    private static final int ROUNDS = 12;

    @TempDir
    Path data;

    @TempDir
    Path folder;

    /** Repeats a failure with {@code -Dseed=…}. */
    private final long seed = TestRun.SEED;

    private final Random random = new Random(seed);

    @Test
    void a_dry_run_tells_what_will_happen_and_a_second_import_records_nothing() throws SQLException, IOException {
        try (TestRegistry registry = TestRegistry.start(data)) {
            for (int round = 0; round < ROUNDS; round++) {
                writeFiles();
                long before = registry.events();
                RunReport rehearsed = registry.rehearse(folder);
                assertThat(registry.events()).as("dry run, seed %d", seed).isEqualTo(before);
                RunReport applied = registry.apply(folder);
                long after = registry.events();
                RunReport again = registry.apply(folder);

                assertThat(registry.problems(applied))
                        .as("seed %d, round %d", seed, round)
                        .containsExactlyInAnyOrderElementsOf(registry.problems(rehearsed));
                assertThat(applied.files()).as("seed %d", seed).isEqualTo(rehearsed.files());
                assertThat(again.recorded())
                        .as("seed %d, round %d: %s", seed, round, again.files())
                        .isZero();
                assertThat(registry.events())
                        .as("seed %d, round %d: %s", seed, round, applied.files())
                        .isEqualTo(after);
                assertThat(again.conflicts() + again.errors())
                        .as("seed %d, round %d", seed, round)
                        .isEqualTo(applied.conflicts() + applied.errors());
            }
        }
    }

    private void writeFiles() throws IOException {
        file("programmes", "programme,name,established_on", 2, () -> row(id("p"), one("A", "B"), one("", "2008")));
        file(
                "networks",
                "network,name,kind,founded_on,dissolved_on,source",
                3,
                () -> row(
                        id("n"),
                        one("N", "M"),
                        one("REGIONAL", "COMMUNITY"),
                        one("", "2010", "2012"),
                        one("", "", "2019"),
                        one("", "s1", "s2")));
        file(
                "memberships",
                "network,state,kind,from,until",
                6,
                () -> row(
                        id("n"),
                        one("KE", "Peru", "BO"),
                        one("MEMBER", "OBSERVER"),
                        year(),
                        one("", "2013", "2015", "unknown")));
        file(
                "seminars",
                "seminar,title,programme,edition,mode,starts_on,status,capacity,participants",
                5,
                () -> row(
                        id("s"),
                        one("S", "T"),
                        id("p"),
                        "GLOBAL",
                        one("", "ONLINE"),
                        one("2014", "2015-03"),
                        one("HELD", "PLANNED", "CANCELLED"),
                        one("", "2"),
                        one("", "20", "30")));
        file(
                "officials",
                "official,full_name,state,email",
                5,
                () -> row(id("o"), one("X Y", "Z"), one("KE", "PE"), one("", "o@example.org")));
        file(
                "enrollments",
                "seminar,official,status,on,certificate",
                8,
                () -> row(
                        id("s"),
                        id("o"),
                        one("NOMINATED", "ACCEPTED", "COMPLETED", "WITHDRAWN"),
                        one("", "2014", "2015"),
                        one("", "c-1")));
        file(
                "initiatives",
                "initiative,title,states,type,stage,stage_on",
                4,
                () -> row(
                        id("i"),
                        one("I", "J"),
                        one("KE", "KE;PE", ""),
                        "POLICY",
                        one("", "PROPOSED", "CONCLUDED", "IN_IMPLEMENTATION"),
                        one("", "2012", "2016")));
    }

    private void file(String name, String header, int rows, Supplier<String> row) throws IOException {
        List<String> lines = new ArrayList<>(List.of(header));
        for (int i = 0; i < rows; i++) {
            lines.add(row.get());
        }
        Files.writeString(folder.resolve(name + ".csv"), String.join("\n", lines) + "\n");
    }

    private static String row(String... cells) {
        return String.join(",", cells);
    }

    private String id(String prefix) {
        return prefix + "-" + random.nextInt(4);
    }

    private String year() {
        return one("2011", "2012", "2013", "2014?", "2012-05", "12-2012");
    }

    private String one(String... values) {
        return values[random.nextInt(values.length)];
    }
}
