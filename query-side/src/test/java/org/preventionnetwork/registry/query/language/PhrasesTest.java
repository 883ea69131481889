package org.preventionnetwork.registry.query.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.editions.EditionFigure;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.wire.EventCatalogue;

/** The bundle {@code sentences} is whole in all languages. */
class PhrasesTest {
    private static final List<String> OTHERS = List.of("es", "fr", "pt");
    /** Words that are spelt as in English. */
    private static final Set<String> LIKE_ENGLISH = Set.of(
            "es NetworkKind.REGIONAL",
            "es value.false",
            "fr NetworkKind.INTERNATIONAL",
            "fr field.cycle",
            "fr field.institution",
            "fr field.participants",
            "fr field.position",
            "fr field.programme",
            "fr field.type",
            "pt NetworkKind.REGIONAL");

    private static Texts in(String language) {
        return Texts.in(Locale.forLanguageTag(language));
    }

    private static Stream<Class<? extends RegistryEvent>> facts() {
        return EventCatalogue.standard().events().stream().filter(Fact.class::isAssignableFrom);
    }

    private static String name(Class<?> fact) {
        return EventCatalogue.standard().nameOf(fact).name();
    }

    @Test
    void every_fact_has_its_sentence_and_its_topic_and_every_field_a_name_in_every_language() {
        for (String language : List.of("en", "es", "fr", "pt")) {
            Tongue tongue = Tongue.of(Locale.forLanguageTag(language));
            facts().forEach(fact -> {
                assertThat(tongue.knows(name(fact))).as(name(fact)).isTrue();
                assertThat(tongue.knows(name(fact) + ".topic")).as(name(fact)).isTrue();
                for (RecordComponent field : fact.getRecordComponents()) {
                    assertThat(tongue.field(name(fact), field.getName())).isNotBlank();
                }
            });
        }
    }

    @Test
    void every_constant_that_facts_hold_has_a_name_in_every_language() {
        Set<Class<?>> types = Stream.concat(facts(), Stream.of(EditionFigure.class))
                .flatMap(fact -> Stream.of(fact.getRecordComponents()))
                .map(PhrasesTest::type)
                .filter(Class::isEnum)
                .collect(Collectors.toSet());
        types.add(CorrectionKind.class);
        assertThat(types).hasSizeGreaterThan(9);
        for (String language : List.of("en", "es", "fr", "pt")) {
            Set<String> known = in(language).all().keySet();
            types.forEach(type -> Stream.of(type.getEnumConstants())
                    .forEach(constant -> assertThat(known).contains(type.getSimpleName() + "." + constant)));
        }
    }

    private static Class<?> type(RecordComponent field) {
        return field.getGenericType() instanceof ParameterizedType list
                ? (Class<?>) list.getActualTypeArguments()[0]
                : field.getType();
    }

    @Test
    void all_languages_have_the_same_texts_and_none_is_left_in_english() {
        Map<String, String> english = in("en").all();
        Map<String, String> faults = new TreeMap<>();
        for (String language : OTHERS) {
            Map<String, String> texts = in(language).all();
            assertThat(withoutDates(texts.keySet())).as(language).isEqualTo(withoutDates(english.keySet()));
            texts.forEach((key, text) -> {
                boolean hasWords = text.replaceAll("\\{[^}]*}", "").matches("(?s).*\\p{L}.*");
                if (text.isBlank() || hasWords && !key.startsWith("date.") && text.equals(english.get(key))) {
                    faults.put(language + " " + key, text);
                }
                if (text.contains("'") && !key.startsWith("date.pattern.")) {
                    faults.put(language + " " + key + ": quotes are ’ here", text);
                }
            });
        }
        faults.keySet().removeAll(LIKE_ENGLISH);
        assertThat(faults).isEmpty();
    }

    /** Each language says dates in its own way; {@link DatesTest} looks at that. */
    private static Set<String> withoutDates(Set<String> keys) {
        return keys.stream().filter(key -> !key.startsWith("date.")).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void a_sentence_is_made_of_the_same_details_in_every_language() {
        Tongue english = Tongue.of(Locale.ENGLISH);
        for (String language : OTHERS) {
            Tongue tongue = Tongue.of(Locale.forLanguageTag(language));
            withoutDates(in(language).all().keySet())
                    .forEach(key -> assertThat(new TreeSet<>(tongue.phrase(key).names(tongue)))
                            .as(language + " " + key)
                            .isEqualTo(new TreeSet<>(english.phrase(key).names(english))));
        }
    }

    @Test
    void what_stands_in_brackets_is_said_when_its_details_are_there() {
        Phrase phrase = Phrase.of("a[ {b}[ and {c}]| without b][{?d}!]");
        assertThat(said(phrase, Map.of("b", "B"))).isEqualTo("a B");
        assertThat(said(phrase, Map.of("b", "B", "c", "{b} [x]"))).isEqualTo("a B and {b} [x]");
        assertThat(said(phrase, Map.of("c", "C", "d", "D"))).isEqualTo("a without b!");
        assertThatThrownBy(() -> Phrase.of("a [b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Phrase.of("a b]")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String said(Phrase phrase, Map<String, String> details) {
        StringBuilder out = new StringBuilder();
        assertThat(phrase.say(out, Tongue.API, Details.of(details))).isTrue();
        return out.toString();
    }
}
