package org.preventionnetwork.registry.query.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.preventionnetwork.registry.query.figures.definition.Definitions;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The dictionary of figures in the documentation. Write it anew with {@code -Dregenerate}. */
class DictionaryTest {
    private static final Path DOCUMENT = Path.of("../docs/figures.md");

    @Test
    void is_made_from_the_definitions_that_count() throws IOException {
        ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
        texts.setBasenames("messages", "texts/definitions");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        Dictionary dictionary = new Dictionary(new Definitions(new PGSimpleDataSource()), texts);
        String page = dictionary.document(Locale.ENGLISH);
        if (System.getProperty("regenerate") != null) {
            Files.writeString(DOCUMENT, page);
        }
        assertThat(Files.readString(DOCUMENT))
                .as(
                        "the definitions have changed: look at it, run this test with -Dregenerate, and commit %s",
                        DOCUMENT)
                .isEqualTo(page);
        for (Dictionary.FigureMeaning entry : dictionary.entries(Locale.FRENCH)) {
            assertThat(entry.counts())
                    .isNotEqualTo(dictionary.entries(Locale.ENGLISH).stream()
                            .filter(one -> one.metric() == entry.metric())
                            .findFirst()
                            .map(Dictionary.FigureMeaning::counts)
                            .orElseThrow());
            assertThat(Objects.requireNonNullElse(entry.before(), "")).doesNotContain("definitions.");
        }
    }
}
