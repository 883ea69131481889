package org.preventionnetwork.registry.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FailureCodeTest {
    private static final Pattern OTHERWISE_CALLED =
            Pattern.compile("\"(INTERNAL|INTERNAL_SERVER_ERROR|BAD_REQUEST|PAYLOAD_TOO_LARGE|CONTENT_TOO_LARGE)\""
                    + "|status(\\.value\\(\\))?, status\\.name\\(\\)");

    @Test
    void a_failure_has_the_code_that_the_interface_documents() {
        assertThat(Stream.of(400, 404, 405, 413, 422, 500, 503).map(FailureCode::of))
                .containsExactly(
                        "MALFORMED",
                        "NOT_FOUND",
                        "METHOD_NOT_ALLOWED",
                        "TOO_LARGE",
                        "UNPROCESSABLE_CONTENT",
                        "INTERNAL_ERROR",
                        "SERVICE_UNAVAILABLE");
        assertThat(FailureCode.of(499)).isEqualTo("MALFORMED");
        assertThat(FailureCode.of(599)).isEqualTo("INTERNAL_ERROR");
    }

    @Test
    void nobody_calls_it_otherwise() throws IOException {
        for (String module : List.of("access-control", "command-side", "query-side", "standalone")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src/main/java"))) {
                for (Path file :
                        files.filter(one -> one.toString().endsWith(".java")).toList()) {
                    assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern(OTHERWISE_CALLED);
                }
            }
        }
    }
}
