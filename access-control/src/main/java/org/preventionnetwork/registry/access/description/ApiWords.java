package org.preventionnetwork.registry.access.description;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * What fields, path variables and tags mean, in the words of the OpenAPI document: {@code openapi/words.properties} of
 * every module. A field that means the same everywhere has one line, {@code field.asOf}; one that means something of its
 * own somewhere has another, {@code NetworkItem.status}.
 */
final class ApiWords {
    private final Properties words = new Properties();

    ApiWords() {
        try {
            for (Resource file : new PathMatchingResourcePatternResolver(ApiWords.class.getClassLoader())
                    .getResources("classpath*:openapi/words.properties")) {
                try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    words.load(reader);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("the words of the API's description cannot be read", e);
        }
    }

    /** @param schemas what the field is of, the first that has a line of its own for it counts */
    @Nullable
    String field(List<String> schemas, String name) {
        return schemas.stream()
                .map(schema -> words.getProperty(schema + "." + name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(words.getProperty("field." + name));
    }

    @Nullable
    String parameter(String path, String name) {
        return words.getProperty("parameter." + path + "." + name, words.getProperty("parameter." + name));
    }

    @Nullable
    String tag(String name) {
        return words.getProperty("tag." + name.replace(' ', '-'));
    }
}
