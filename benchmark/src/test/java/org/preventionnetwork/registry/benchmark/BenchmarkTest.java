package org.preventionnetwork.registry.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The parts that write; those that read are tried by {@link ReadingBenchmarkTest} at the same time. */
@Tag("slow")
@Tag("thorough")
class BenchmarkTest {
    @TempDir
    private Path results;

    static Settings small(Path results, String... parts) {
        return new Settings(
                List.of(parts), 1_000, 3_000, Duration.ofMillis(100), 1, 5, 200, Path.of("target/measured"), results);
    }

    @Test
    void every_part_runs_and_is_kept_newest_first() throws Exception {
        Path file = results.resolve("RESULTS.md");
        Benchmark.run(small(file, "start"));
        List<Figure> figures = Benchmark.run(small(file, "commands", "lag", "import"));
        assertThat(figures).extracting(Figure::what).anyMatch(what -> what.startsWith("commands on new aggregates"));
        assertThat(Files.readString(file))
                .startsWith("# Results, newest first")
                .containsSubsequence(figures.get(0).row(), "start with a new database");
    }
}
