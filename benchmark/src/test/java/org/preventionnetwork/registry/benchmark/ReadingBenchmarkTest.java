package org.preventionnetwork.registry.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The parts that ask, and rebuild what is asked. */
@Tag("slow")
@Tag("thorough")
class ReadingBenchmarkTest {
    @TempDir
    private Path results;

    @Test
    void every_part_runs_and_is_kept() throws Exception {
        Path file = results.resolve("RESULTS.md");
        List<Figure> figures = Benchmark.run(BenchmarkTest.small(file, "questions", "rebuild"));
        assertThat(figures).extracting(Figure::what).anyMatch(what -> what.startsWith("members of a network"));
        assertThat(Files.readString(file))
                .startsWith("# Results, newest first")
                .contains(figures.get(0).row());
    }
}
