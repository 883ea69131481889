package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
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
    private static final Set<Class<?>> MEASURED = Set.of(int.class, Duration.class, Period.class, DataSize.class);

    /** @param name as operators write it */
    record Setting(Class<?> owner, String prefix, String name, Class<?> type) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Setting> measured() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scanner.findCandidateComponents("org.preventionnetwork.registry").stream()
                .map(found -> ClassUtils.resolveClassName(Objects.requireNonNull(found.getBeanClassName()), null))
                .flatMap(SettingsTest::settings)
                .toList();
    }

    private static Stream<Setting> settings(Class<?> owner) {
        String prefix = owner.getAnnotation(ConfigurationProperties.class).value();
        return Stream.of(owner.getRecordComponents())
                .filter(component -> MEASURED.contains(component.getType()))
                .map(component -> new Setting(owner, prefix, prefix + "." + kebab(component), component.getType()));
    }

    private static String kebab(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }

    @Test
    void what_is_set_by_default_is_accepted() {
        assertThat(measured()).hasSizeGreaterThan(25);
        measured().forEach(one -> assertThatCode(() -> bind(one, Map.of())).doesNotThrowAnyException());
    }

    @ParameterizedTest
    @MethodSource("measured")
    void a_number_or_time_below_what_can_be_is_refused_by_name(Setting setting) {
        String less = setting.type() == int.class
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
