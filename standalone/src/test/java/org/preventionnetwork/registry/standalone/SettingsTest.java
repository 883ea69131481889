package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;

/** Whoever sets what cannot be is told which setting it is and what would be accepted, and not what the value was. */
class SettingsTest {
    private static final Set<Class<?>> MEASURED =
            Set.of(int.class, long.class, Duration.class, Period.class, DataSize.class);

    /**
     * @param name as operators write it
     * @param usual what it is where nothing is set, empty for nothing
     */
    record Setting(Class<?> owner, String prefix, String name, Class<?> type, String usual) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Setting> measured() {
        return all().filter(setting -> MEASURED.contains(setting.type())).toList();
    }

    private static Stream<Setting> all() {
        return records().flatMap(owner -> settings(owner, prefix(owner), prefix(owner), owner));
    }

    private static Stream<Class<?>> records() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scanner.findCandidateComponents("org.preventionnetwork.registry").stream()
                .map(found -> ClassUtils.resolveClassName(Objects.requireNonNull(found.getBeanClassName()), null));
    }

    private static String prefix(Class<?> owner) {
        return owner.getAnnotation(ConfigurationProperties.class).value();
    }

    private static Stream<Setting> settings(Class<?> owner, String prefix, String above, Class<?> read) {
        return Stream.of(read.getDeclaredConstructors()[0].getParameters()).flatMap(parameter -> {
            Name given = parameter.getAnnotation(Name.class);
            String name = above + "." + (given == null ? kebab(parameter.getName()) : given.value());
            DefaultValue usual = parameter.getAnnotation(DefaultValue.class);
            return parameter.getType().isRecord()
                    ? settings(owner, prefix, name, parameter.getType())
                    : Stream.of(new Setting(
                            owner,
                            prefix,
                            Map.class.isAssignableFrom(parameter.getType()) ? name + ".<value>" : name,
                            parameter.getType(),
                            usual == null ? "" : String.join(", ", usual.value())));
        });
    }

    private static String kebab(String component) {
        return component.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }

    /** What docs/operations.md has of settings that begin with {@code registry.}, by name what is usual. */
    private static Map<String, String> documented() throws IOException {
        Pattern row = Pattern.compile("\\| `(registry\\.[^`]*)` \\| ([^|]*)\\|.*");
        Map<String, String> documented = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("..", "docs", "operations.md"))) {
            Matcher matcher = row.matcher(line);
            if (matcher.matches()) {
                assertThat(documented.put(
                                matcher.group(1),
                                matcher.group(2).replace("`", "").strip()))
                        .as(matcher.group(1) + " is there twice")
                        .isNull();
            }
        }
        return documented;
    }

    @Test
    void every_setting_is_in_the_documentation_and_every_documented_one_is_a_setting() throws IOException {
        assertThat(documented().keySet())
                .isEqualTo(all().map(Setting::name).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void every_record_is_listed_where_misspelt_settings_are_looked_for() throws IOException {
        List<String> listed = new ArrayList<>();
        for (URL list :
                Collections.list(SettingsTest.class.getClassLoader().getResources("META-INF/registry.settings"))) {
            try (InputStream lines = list.openStream()) {
                listed.addAll(new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList());
            }
        }
        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(
                        records().map(Class::getName).toList());
    }

    @Test
    void what_is_usual_is_documented_as_it_is() throws IOException {
        Map<String, String> documented = documented();
        all().filter(setting -> !setting.usual().isEmpty())
                .forEach(setting -> assertThat(documented.get(setting.name()))
                        .as(setting.name())
                        .isEqualTo(setting.usual()));
    }

    @Test
    void a_setting_that_two_read_is_the_same_for_both() {
        Map<String, List<Setting>> byName = all().collect(Collectors.groupingBy(Setting::name));
        assertThat(byName.get("registry.ledger.directory"))
                .as("the search finds what is there")
                .hasSizeGreaterThan(1);
        byName.forEach((name, readers) -> assertThat(readers.stream()
                        .map(setting -> setting.type() + " " + setting.usual())
                        .distinct())
                .as(name)
                .hasSize(1));
    }

    @Test
    void what_is_read_does_not_show_a_password_where_it_is_printed() {
        all().filter(setting -> setting.name().matches(".*(password|secret)")).forEach(setting -> assertThat(
                        bind(setting, Map.of(setting.name(), "s3cret")).toString())
                .as(setting.name())
                .doesNotContain("s3cret"));
    }

    static Stream<Arguments> unfit() {
        return Stream.of(
                arguments("registry.data", " "),
                arguments("registry.data", "a\0b"),
                arguments("registry.sample", "s3cret"),
                arguments("registry.admin.password", "s3cret".repeat(50)),
                arguments("registry.access.bcrypt-cost", "9"),
                arguments("registry.access.bcrypt-cost", "32"),
                arguments("registry.postgres.port", "65536"),
                arguments("registry.evidence.most-events", "13001"),
                arguments("registry.events.source", "s3cret s3cret"),
                arguments("registry.ledger.vkey", "s3cret"),
                arguments("registry.ledger.origin", "s3 cret"),
                arguments("registry.ledger.outside", "a,b\0c"),
                arguments("registry.ledger.directory", "a\0b"),
                arguments("registry.keys.directory", "a\0b"),
                arguments("registry.clock.confirmed", "s3cret"),
                arguments("registry.clock.tolerance", "40000d"),
                arguments("registry.keys.remembered", "1ns"),
                arguments("registry.keys.shared", "s3cret"),
                arguments("registry.oidc.roles.x", "s3cret"));
    }

    @ParameterizedTest
    @MethodSource("unfit")
    void what_does_not_fit_is_refused_by_name(String name, String value) {
        Setting setting = all().filter(one -> one.name().replace("<value>", "x").equals(name))
                .findFirst()
                .orElseThrow();
        FailureAnalysis said = refused(new Setting(setting.owner(), setting.prefix(), name, setting.type(), ""), value);
        assertThat(said.getDescription()).contains(name).doesNotContain("\n");
        assertThat(said.getAction()).startsWith("Accepted is ").doesNotContain("\n");
        assertThat(said.getDescription() + said.getAction()).doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource({
        "registry.verification.every, 0",
        "registry.keys.remembered, 0s",
        "registry.ledger.signed-within, 0s",
        "registry.query.health.patience, 0s",
        "registry.clock.confirmed, 2026-01-31",
        "registry.ledger.outside, ' a , b '",
        "registry.import, my-history.zip"
    })
    void what_means_something_is_accepted(String name, String value) {
        all().filter(one -> one.name().equals(name))
                .forEach(one -> assertThatCode(() -> bind(one, Map.of(one.name(), value)))
                        .doesNotThrowAnyException());
    }

    @Test
    void what_is_set_by_default_is_accepted() {
        assertThat(measured()).hasSizeGreaterThan(25);
        measured().forEach(one -> assertThatCode(() -> bind(one, Map.of())).doesNotThrowAnyException());
    }

    @ParameterizedTest
    @MethodSource("measured")
    void a_number_or_time_below_what_can_be_is_refused_by_name(Setting setting) {
        String less = setting.type() == int.class || setting.type() == long.class
                ? "-3"
                : setting.type() == Duration.class ? "-3s" : setting.type() == Period.class ? "-3d" : "-3MB";
        FailureAnalysis said = refused(setting, less);
        assertThat(said.getDescription())
                .contains(setting.name())
                .doesNotContain("-3")
                .doesNotContain("\n");
        assertThat(said.getAction())
                .startsWith("Accepted is ")
                .doesNotContain("-3")
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @MethodSource("measured")
    void what_is_no_number_or_time_at_all_is_refused_by_name_too(Setting setting) {
        FailureAnalysis said = refused(setting, "s3cret");
        assertThat(said.getDescription())
                .contains(setting.name())
                .doesNotContain("s3cret")
                .doesNotContain("\n");
        assertThat(said.getAction())
                .startsWith("Accepted is ")
                .doesNotContain("s3cret")
                .doesNotContain("\n");
    }

    @Test
    void what_is_imported_and_whether_it_is_only_checked_are_two_settings_of_which_one_is_the_other_s_name() {
        Setting path = all().filter(one -> one.name().equals("registry.import"))
                .findFirst()
                .orElseThrow();
        assertThat(bind(path, Map.of("registry.import", "my-history.zip", "registry.import.dry-run", "true")))
                .hasToString("StartSettings[sample=, path=my-history.zip, dryRun=true]");
    }

    private static FailureAnalysis refused(Setting setting, String value) {
        BindException refused =
                catchThrowableOfType(BindException.class, () -> bind(setting, Map.of(setting.name(), value)));
        assertThat(refused).as("%s = %s", setting.name(), value).isNotNull();
        return SpringFactoriesLoader.forDefaultResourceLocation().load(FailureAnalyzer.class, quiet()).stream()
                .map(analyzer -> analyzer.analyze(refused))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    /** Some of the framework's own want a context, which there is not. */
    private static SpringFactoriesLoader.FailureHandler quiet() {
        return (type, name, failure) -> {};
    }

    private static Object bind(Setting setting, Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate(setting.prefix(), Bindable.of(setting.owner()));
    }
}
