package org.preventionnetwork.registry.personal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialRegistered;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.officials.PersonalPlace;
import org.preventionnetwork.registry.api.officials.PersonalText;
import org.preventionnetwork.registry.api.wire.PersonalCipher;
import org.preventionnetwork.registry.api.wire.PersonalTexts;

/** Encrypts the personal texts of events with the persons' keys. */
public final class SealedEvents implements PersonalCipher {
    private static final String NAME = "fullName";
    private static final String EMAIL = "email";

    private final PersonKeys keys;
    private final BlindIndex index;

    SealedEvents(PersonKeys keys, BlindIndex index) {
        this.keys = keys;
        this.index = index;
    }

    /** What was not changed since it was read is stored as it was. */
    @Override
    public <E extends RegistryEvent> E seal(E event) {
        BlindIndex.Tokens tokens = new BlindIndex.Tokens();
        List<OfficialId> persons = new ArrayList<>();
        PersonalTexts.change(event, (text, place) -> {
            if (unchanged(text, place) == null) {
                requirePlain(text);
                persons.add(text.person());
                if (place.field().equals(NAME)) {
                    index.addName(text.value(), tokens);
                } else if (place.field().equals(EMAIL)) {
                    index.addEmail(text.value(), tokens);
                }
            }
            return text;
        });
        PersonKey key = persons.isEmpty()
                ? null
                : keys.forRecording(persons.get(0), event instanceof OfficialRegistered, tokens);
        return PersonalTexts.change(event, (text, place) -> {
            PersonalText kept = unchanged(text, place);
            PersonalText sealed =
                    kept != null ? kept : Objects.requireNonNull(key).seal(text.value(), place);
            if (!sealed.person().equals(text.person())) {
                throw new IllegalStateException("an event holds the texts of one person only");
            }
            return sealed.withoutPlace();
        });
    }

    private static @Nullable PersonalText unchanged(PersonalText text, PersonalPlace place) {
        PersonalText stored = text.stored();
        return stored != null && place.equals(stored.place()) ? stored : null;
    }

    private static void requirePlain(PersonalText text) {
        if (!text.isPlain()) {
            throw new IllegalStateException(
                    "a text of " + text.person() + " in scheme " + text.scheme() + " cannot be moved elsewhere");
        }
    }

    @Override
    public <E extends RegistryEvent> E open(E event) {
        return PersonalTexts.change(event, (text, place) -> open(text));
    }

    /**
     * @return the text in plain, or {@linkplain PersonalText#erased() erased}
     * @throws KeyUnavailable when there is no key although the person is not erased
     * @throws PersonalDataDamaged when the text was changed, or is from another place
     */
    public PersonalText open(PersonalText text) {
        if (text.isPlain()) {
            return text;
        }
        if (!text.scheme().equals(PersonalText.SEALED)) {
            throw new IllegalStateException("this version cannot read personal data in scheme " + text.scheme());
        }
        PersonalPlace place = Objects.requireNonNull(text.place(), "a sealed text is read with its place");
        return keys.find(text.person())
                .map(key -> text.opened(key.open(text.value(), place)))
                .orElseGet(text::erased);
    }
}
