package org.preventionnetwork.registry.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.text.NearestName;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.util.ClassUtils;

/**
 * The names of all settings that begin with {@code registry.}, as the records have them that they are read into. What is
 * misspelt would otherwise be taken for not set. They are asked for before there is anything else, so each module lists
 * its records in {@value #LIST}.
 */
final class KnownSettings {
    private static final String LIST = "META-INF/registry.settings";
    private static final String OURS = "registry.";
    private static final String OUR_VARIABLES = "registry_";
    private static final Pattern INDEX = Pattern.compile("\\[\\d+]$");
    private static final Pattern INDEX_OF_VARIABLE = Pattern.compile("_\\d+$");

    /** As operators write them, by how files and arguments are compared. */
    private final Map<String, String> properties = new TreeMap<>();
    /** The same, by how variables of the environment are, which have two ways to write a hyphen. */
    private final Map<String, String> variables = new HashMap<>();
    /** Those under which operators choose names of their own. */
    private final List<String> open;

    static KnownSettings all() {
        ClassLoader loader = KnownSettings.class.getClassLoader();
        List<Class<?>> records = new ArrayList<>();
        try {
            for (URL list : Collections.list(loader.getResources(LIST))) {
                try (InputStream lines = list.openStream()) {
                    for (String name : new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList()) {
                        records.add(ClassUtils.resolveClassName(name, loader));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("It cannot be found out which settings there are", e);
        }
        return new KnownSettings(records);
    }

    /** @param records all that settings are read into */
    KnownSettings(Collection<Class<?>> records) {
        List<Setting> all = records.stream()
                .flatMap(type -> of(prefix(type), type))
                .distinct()
                .toList();
        for (Setting setting : all) {
            String underscored = setting.name().replace('.', '_');
            properties.put(uniform(setting.name()), setting.name());
            variables.put(underscored.replace("-", ""), setting.name());
            variables.put(underscored.replace('-', '_'), setting.name());
        }
        open = all.stream().filter(Setting::isOpen).map(Setting::name).toList();
    }

    private record Setting(String name, boolean isOpen) {}

    private static String prefix(Class<?> type) {
        ConfigurationProperties read = type.getAnnotation(ConfigurationProperties.class);
        if (read == null) {
            throw new IllegalArgumentException(type + " does not say which settings are read into it");
        }
        return read.value().isEmpty() ? read.prefix() : read.value();
    }

    private static Stream<Setting> of(String prefix, Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Constructor<?> constructor = Arrays.stream(type.getDeclaredConstructors())
                .filter(one -> Arrays.equals(
                        one.getParameterTypes(),
                        Arrays.stream(components).map(RecordComponent::getType).toArray()))
                .findFirst()
                .orElseThrow();
        return IntStream.range(0, components.length).boxed().flatMap(i -> {
            Name given = constructor.getParameters()[i].getAnnotation(Name.class);
            String name = prefix + "." + (given == null ? hyphenated(components[i].getName()) : given.value());
            Class<?> read = components[i].getType();
            return read.isRecord() ? of(name, read) : Stream.of(new Setting(name, Map.class.isAssignableFrom(read)));
        });
    }

    private static String hyphenated(String component) {
        return component.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** @return what is set there and is no setting, as it is written, with what may have been meant */
    Map<String, Optional<String>> unknown(Iterable<PropertySource<?>> sources) {
        Map<String, Optional<String>> unknown = new TreeMap<>();
        for (PropertySource<?> source : sources) {
            if (source instanceof EnumerablePropertySource<?> listed) {
                for (String name : listed.getPropertyNames()) {
                    look(name, source instanceof SystemEnvironmentPropertySource, unknown);
                }
            }
        }
        return unknown;
    }

    private void look(String written, boolean inEnvironment, Map<String, Optional<String>> unknown) {
        String lower = written.toLowerCase(Locale.ROOT);
        if (inEnvironment && lower.startsWith(OUR_VARIABLES)) {
            String meant = misspeltVariable(lower);
            if (meant != null) {
                unknown.put(written, Optional.of(meant));
            }
        } else if (lower.startsWith(OURS) && !isKnown(INDEX.matcher(lower).replaceFirst(""))) {
            unknown.put(
                    written,
                    NearestName.of(behind(OURS, INDEX.matcher(lower).replaceFirst("")), own())
                            .map(own -> OURS + own));
        }
    }

    private boolean isKnown(String name) {
        return properties.containsKey(uniform(name))
                || open.stream().anyMatch(one -> name.startsWith(one + ".") || name.startsWith(one + "["));
    }

    /** Letters count, and between which dots they stand. */
    private static String uniform(String name) {
        return name.replace("-", "").replace("_", "");
    }

    private List<String> own() {
        return properties.values().stream().map(name -> behind(OURS, name)).toList();
    }

    private static String behind(String prefix, String name) {
        return name.substring(prefix.length());
    }

    /**
     * Others have such variables, too, and a cluster makes some for whatever it calls "registry": only what is nearly a
     * setting that has a section is taken for a misspelt one.
     */
    private @Nullable String misspeltVariable(String lower) {
        if (variables.containsKey(lower)
                || variables.containsKey(INDEX_OF_VARIABLE.matcher(lower).replaceFirst(""))
                || open.stream().anyMatch(one -> lower.startsWith(one.replace('.', '_') + "_"))) {
            return null;
        }
        Map<String, String> inSections = new HashMap<>();
        variables.forEach((variable, setting) -> {
            if (behind(OURS, setting).contains(".")) {
                inSections.put(behind(OUR_VARIABLES, variable), setting);
            }
        });
        return NearestName.of(behind(OUR_VARIABLES, lower), inSections.keySet())
                .map(inSections::get)
                .orElse(null);
    }
}
