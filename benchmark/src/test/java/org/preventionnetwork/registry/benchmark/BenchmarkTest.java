package org.preventionnetwork.registry.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class BenchmarkTest {
    @TempDir
    private Path results;

    @Test
    void every_part_runs_and_is_kept_newest_first() throws Exception {
        Path file = results.resolve("RESULTS.md");
        Settings settings = new Settings(
                List.of("start", "commands", "lag", "questions", "rebuild", "import"),
                1_000,
                3_000,
                Duration.ofMillis(100),
                1,
                5,
                200,
                Path.of("target/measured"),
                file);
        List<Figure> figures = Benchmark.run(settings);
        assertThat(figures).extracting(Figure::what).anyMatch(what -> what.startsWith("members of a network"));
        assertThat(Files.readString(file))
                .startsWith("# Results, newest first")
                .contains(figures.get(0).row());
    }
}
