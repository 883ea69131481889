package org.preventionnetwork.registry.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Who misspells a setting is told so, rather than that it be taken for not set. */
class KnownSettingsTest {
    private static final KnownSettings SETTINGS =
            new KnownSettings(List.of(Limits.class, Oidc.class, Ledger.class, Start.class));

    @ConfigurationProperties("registry.limits")
    record Limits(@DefaultValue("200") int requestsPerSecond, @DefaultValue("8s") Duration silence) {}

    @ConfigurationProperties("registry.oidc")
    record Oidc(@DefaultValue Map<String, String> roles) {}

    @ConfigurationProperties("registry.ledger")
    record Ledger(@DefaultValue List<String> outside, @DefaultValue Own datasource) {}

    record Own(@DefaultValue("") String url) {}

    @ConfigurationProperties("registry")
    record Start(
            @DefaultValue("data") String data,
            @Name("import") @DefaultValue("") String path,
            @Name("import.dry-run") @DefaultValue("false") boolean dryRun) {}

    private static Map<String, Optional<String>> unknown(String name) {
        return SETTINGS.unknown(List.of(new MapPropertySource("arguments", Map.of(name, "s3cret"))));
    }

    private static Map<String, Optional<String>> unknownVariable(String name) {
        return SETTINGS.unknown(List.of(new SystemEnvironmentPropertySource("environment", Map.of(name, "s3cret"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "registry.limits.requests-per-second",
                "registry.limits.requestsPerSecond",
                "registry.limits.requests_per_second",
                "registry.oidc.roles.some.value",
                "registry.oidc.roles[a.b]",
                "registry.ledger.outside",
                "registry.ledger.outside[1]",
                "registry.ledger.datasource.url",
                "registry.data",
                "registry.import",
                "registry.import.dry-run",
                "server.port",
                "registrys.data"
            })
    void what_is_a_setting_or_none_of_ours_is_no_matter(String name) {
        assertThat(unknown(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "registry.limits.request-per-second, registry.limits.requests-per-second",
        "registry.limit.requests-per-second, registry.limits.requests-per-second",
        "Registry.Limits.RequestPerSecond,",
        "registry.limitsrequests-per-second, registry.limits.requests-per-second",
        "registry.imports.dry-run, registry.import.dry-run",
        "registry.dta, registry.data",
        "registry.ledger.outsides[0], registry.ledger.outside",
        "registry.ledger.datasource.uri, registry.ledger.datasource.url",
        "registry.oidc.role.x,",
        "registry.nothing-like-it,",
        "registry.ledger,"
    })
    void what_is_none_is_told_with_the_nearest(String written, String nearest) {
        assertThat(unknown(written)).containsOnlyKeys(written);
        if (nearest != null) {
            assertThat(unknown(written)).containsEntry(written, Optional.of(nearest));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "REGISTRY_LIMITS_REQUESTSPERSECOND",
                "REGISTRY_LIMITS_REQUESTS_PER_SECOND",
                "REGISTRY_OIDC_ROLES_X",
                "REGISTRY_LEDGER_OUTSIDE_0",
                "REGISTRY_DATA",
                // What Kubernetes makes for a service of this name, and what other tools read.
                "REGISTRY_PORT",
                "REGISTRY_PORT_8080_TCP_ADDR",
                "REGISTRY_SERVICE_HOST",
                "REGISTRY_AUTH_FILE"
            })
    void variables_that_are_settings_or_somebody_else_s_are_no_matter(String name) {
        assertThat(unknownVariable(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "REGISTRY_LIMITS_REQUESTPERSECOND, registry.limits.requests-per-second",
        "REGISTRY_LIMITS_REQUEST_PER_SECOND, registry.limits.requests-per-second",
        "REGISTRY_LEDGER_OUTSIDES, registry.ledger.outside"
    })
    void variables_that_are_nearly_settings_are_told(String name, String nearest) {
        assertThat(unknownVariable(name)).containsExactly(Map.entry(name, Optional.of(nearest)));
    }

    @Test
    void a_start_with_what_is_no_setting_is_refused_with_its_name_and_the_nearest_and_without_the_value() {
        ApplicationContextRunner start = new ApplicationContextRunner().withInitializer(new SettingsCheck());
        start.withPropertyValues("registry.limits.requests-per-second=1")
                .run(context -> assertThat(context).hasNotFailed());
        start.withPropertyValues("registry.limits.request-per-second=1234567", "registry.mine=1234567")
                .run(context -> {
                    Throwable refused = Objects.requireNonNull(context.getStartupFailure());
                    FailureAnalysis said = new UnknownSettingsAnalyzer().analyze(refused);
                    assertThat(refused).hasMessageNotContaining("1234567");
                    assertThat(said.getDescription())
                            .isEqualTo("There is no setting registry.limits.request-per-second, nor registry.mine.");
                    assertThat(said.getAction())
                            .isEqualTo("Perhaps registry.limits.requests-per-second is meant. All settings are in"
                                    + " docs/operations.md.");
                });
    }

    /** A context that a test starts would refuse an option of tests that is called as a setting is. */
    @Test
    void no_option_of_tests_is_called_as_a_setting() throws IOException {
        assertThat(Files.readString(Path.of("../CONTRIBUTING.md"))).doesNotContain("-Dregistry.");
        for (String module : List.of("shared-api", "access-control", "command-side", "query-side", "standalone")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src/test/java"))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    assertThat(Files.readString(file))
                            .as(file.toString())
                            .doesNotContain("getBoolean(\"" + "registry.", "getInteger(\"" + "registry.");
                }
            }
        }
    }
}
