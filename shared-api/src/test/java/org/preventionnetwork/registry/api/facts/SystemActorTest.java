package org.preventionnetwork.registry.api.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SystemActorTest {
    private static final List<String> OTHERS =
            List.of("anonymous", "nobody", "registry", "itself", "sample", "import", "null", "undefined");

    static List<String> own_names() {
        return java.util.stream.Stream.concat(
                        Arrays.stream(SystemActor.values()).map(SystemActor::actor), OTHERS.stream())
                .toList();
    }

    /** As docs/security.md says. */
    @ParameterizedTest
    @MethodSource("own_names")
    void every_own_name_is_refused_in_each_form_that_is_promised(String name) {
        String doubled = name.replaceFirst("([a-z])$", "$1$1");
        String marked = String.join(".", name.split(""));
        String digits = name.replace('o', '0')
                .replace('i', '1')
                .replace('e', '3')
                .replace('a', '4')
                .replace('s', '5');
        String alike = name.replace('y', 'v')
                .replace('c', 'k')
                .replace('u', 'v')
                .replace('g', 'q')
                .replace('s', 'z');
        String wide = name.replace("m", "rn").replace("d", "cl").replace("w", "vv");
        for (String form : List.of(name, doubled, marked, digits, alike, wide)) {
            for (String like : List.of(
                    form,
                    form.toUpperCase(java.util.Locale.ROOT),
                    form + "s",
                    form + "1",
                    form + "-17",
                    "2" + form,
                    "the-" + form,
                    "the" + form,
                    form + ".service",
                    "my-" + form + "-bot")) {
                assertThat(SystemActor.isTakenFor(like)).as(like).isTrue();
            }
        }
        assertThat(SystemActor.isTakenFor(name + "-system")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"svstem", "the-system", "system1", "konsole", "consoles", "import", "imports", "5ystem1"})
    void what_was_found_to_be_taken_is_refused(String name) {
        assertThat(SystemActor.isReserved(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "maria.g",
                "press-office",
                "the-clerk",
                "theresa",
                "consoler",
                "registrar",
                "systematic",
                "systems-office",
                "import-office",
                "importer",
                "account-1",
                "account-console",
                "account-the-system",
                "user",
                "the",
                "a",
                "1",
                "",
                "samples.lab",
                "unknowable",
                "kunz",
                "nobel"
            })
    void names_of_people_and_offices_are_free(String name) {
        assertThat(SystemActor.isTakenFor(name)).isFalse();
    }
}
