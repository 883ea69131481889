package org.preventionnetwork.registry.benchmark;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** As whom the benchmark asks; the registry lets it ask as fast as it can. */
final class Login {
    private static final String PASSWORD = "measured and thrown away";

    /** What a registry is started with. */
    static final List<String> ARGUMENTS =
            List.of("--registry.admin.password=" + PASSWORD, "--registry.limits.requests-per-second=1000000");

    private static final String HEADER =
            "Basic " + Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8));

    private Login() {}

    static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).header("Authorization", HEADER);
    }
}
