package org.preventionnetwork.registry.api.officials;

import java.util.Objects;

/**
 * A piece of personal data inside an event, told apart from everything else from the first event on, so that it can be
 * encrypted per person and made unreadable without touching the history.
 *
 * @param person whose it is; the key is this person's
 * @param scheme how {@code value} is to be read: {@code plain} now, others to come
 * @param value never logged; {@link #toString()} hides it
 */
public record PersonalText(OfficialId person, String scheme, String value) {
    public static final String PLAIN = "plain";

    public PersonalText {
        Objects.requireNonNull(person);
        Objects.requireNonNull(scheme);
        Objects.requireNonNull(value);
    }

    public static PersonalText plain(OfficialId person, String value) {
        return new PersonalText(person, PLAIN, value);
    }

    @Override
    public String toString() {
        return "PersonalText[" + person + ", " + scheme + ", …]";
    }
}
