package org.preventionnetwork.registry.query.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The bundle {@code sentences} in one language; whole, nothing is taken from another. */
final class Texts {
    private final Map<String, String> texts = new HashMap<>();

    static Texts in(Locale language) {
        String suffix = language.equals(Locale.ENGLISH) ? "" : "_" + language.getLanguage();
        Properties file = new Properties();
        try (InputStream bytes = Texts.class.getResourceAsStream("/sentences" + suffix + ".properties")) {
            if (bytes == null) {
                throw new IllegalStateException("no sentences in " + language);
            }
            file.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("cannot read the sentences in " + language, e);
        }
        Texts all = new Texts();
        file.stringPropertyNames().forEach(key -> all.texts.put(key, file.getProperty(key)));
        return all;
    }

    Map<String, String> all() {
        return texts;
    }

    @Nullable
    String find(String key) {
        return texts.get(key);
    }

    String get(String key) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalStateException("no text " + key);
        }
        return text;
    }
}
