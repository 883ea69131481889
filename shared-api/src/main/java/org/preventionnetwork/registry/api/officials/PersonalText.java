package org.preventionnetwork.registry.api.officials;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A piece of personal data inside an event, told apart from everything else from the first event on, so that it can be
 * encrypted per person and made unreadable without touching the history. As JSON it is
 * {@code {"person": …, "scheme": …, "value": …}}, and outside of events it says its place, too.
 *
 * <p>Equal are texts of one person, scheme and value, wherever they stand. {@link #toString()} never shows the value.
 */
@JsonAutoDetect(isGetterVisibility = JsonAutoDetect.Visibility.NONE)
public final class PersonalText {
    /** The value is the text itself; in memory only, and in events from before there were keys. */
    public static final String PLAIN = "plain";
    /** The value is the text encrypted with the person's key, in base64. */
    public static final String SEALED = "aead1";
    /** The person's key was destroyed, and the value is empty; never stored. */
    public static final String ERASED = "erased";

    private final OfficialId person;
    private final String scheme;
    private final String value;
    private final @Nullable PersonalPlace place;
    private final @Nullable PersonalText stored;

    private PersonalText(
            OfficialId person,
            String scheme,
            String value,
            @Nullable PersonalPlace place,
            @Nullable PersonalText stored) {
        this.person = Objects.requireNonNull(person);
        this.scheme = Objects.requireNonNull(scheme);
        this.value = Objects.requireNonNull(value);
        this.place = place;
        this.stored = stored;
    }

    @JsonCreator
    static PersonalText of(
            @JsonProperty(value = "person", required = true) OfficialId person,
            @JsonProperty(value = "scheme", required = true) String scheme,
            @JsonProperty(value = "value", required = true) String value,
            @JsonProperty("place") @Nullable PersonalPlace place) {
        return new PersonalText(person, scheme, value, place, null);
    }

    public static PersonalText plain(OfficialId person, String value) {
        return new PersonalText(person, PLAIN, value, null, null);
    }

    public static PersonalText sealed(OfficialId person, String value, PersonalPlace place) {
        return new PersonalText(person, SEALED, value, place, null);
    }

    /** This text, opened. It remembers how it is stored. */
    public PersonalText opened(String text) {
        return new PersonalText(person, PLAIN, text, null, this);
    }

    /** What is left of this text when the person's key is destroyed. */
    public PersonalText erased() {
        return new PersonalText(person, ERASED, "", null, this);
    }

    /** The same text, known to stand there. */
    public PersonalText at(PersonalPlace where) {
        return new PersonalText(person, scheme, value, where, stored);
    }

    /** The same text as its event holds it: an event says by itself where its texts stand. */
    public PersonalText withoutPlace() {
        return new PersonalText(person, scheme, value, null, null);
    }

    /** Whose it is; the key is this person's. */
    @JsonProperty
    public OfficialId person() {
        return person;
    }

    /** How {@link #value()} is to be read. */
    @JsonProperty
    public String scheme() {
        return scheme;
    }

    /** Never to be logged. */
    @JsonProperty
    public String value() {
        return value;
    }

    /** Where it stands, for a sealed text outside of its event. */
    @JsonProperty
    public @Nullable PersonalPlace place() {
        return place;
    }

    /** How this text was read from the store before it was opened; null for one that is new. */
    public @Nullable PersonalText stored() {
        return stored;
    }

    public boolean isPlain() {
        return scheme.equals(PLAIN);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PersonalText that
                && person.equals(that.person)
                && scheme.equals(that.scheme)
                && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(person, scheme, value);
    }

    @Override
    public String toString() {
        return "PersonalText[" + person + ", " + scheme + ", …]";
    }
}
