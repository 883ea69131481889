package org.preventionnetwork.registry.query.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A sentence with places in it: <code>{name}</code>, <code>{name:form}</code> for what is to be said in some way, and
 * <code>{>key}</code> for another phrase of the same details; <code>{?name}</code> says nothing, but needs the detail. What stands in <code>[brackets]</code> is said when all of
 * its details are there, else what stands behind <code>|</code>, else nothing.
 */
final class Phrase {
    private static final String NOTHING = "?";

    private final String text;
    private final List<Part> parts;

    private Phrase(String text, List<Part> parts) {
        this.text = text;
        this.parts = parts;
    }

    static Phrase of(String text) {
        return new Parser(text).phrase();
    }

    /** @return whether all details were there; if not, what was written is worth nothing */
    boolean say(StringBuilder out, Tongue tongue, Details details) {
        for (Part part : parts) {
            if (!part.say(out, tongue, details)) {
                return false;
            }
        }
        return true;
    }

    /** Those that this phrase can say, by name. */
    Set<String> names(Tongue tongue) {
        Set<String> names = new LinkedHashSet<>();
        parts.forEach(part -> part.collect(names, tongue));
        return names;
    }

    @Override
    public String toString() {
        return text;
    }

    private sealed interface Part {
        boolean say(StringBuilder out, Tongue tongue, Details details);

        default void collect(Set<String> names, Tongue tongue) {}
    }

    private record Words(String words) implements Part {
        @Override
        public boolean say(StringBuilder out, Tongue tongue, Details details) {
            out.append(words);
            return true;
        }
    }

    private record Place(String name, String form) implements Part {
        @Override
        public boolean say(StringBuilder out, Tongue tongue, Details details) {
            Object value = details.get(name);
            if (value == null) {
                return false;
            }
            if (!form.equals(NOTHING)) {
                out.append(tongue.words(form, value));
            }
            return true;
        }

        @Override
        public void collect(Set<String> names, Tongue tongue) {
            names.add(name);
        }
    }

    private record Other(String key) implements Part {
        @Override
        public boolean say(StringBuilder out, Tongue tongue, Details details) {
            return tongue.phrase(key).say(out, tongue, details);
        }

        @Override
        public void collect(Set<String> names, Tongue tongue) {
            names.addAll(tongue.phrase(key).names(tongue));
        }
    }

    private record Choice(List<Phrase> alternatives) implements Part {
        @Override
        public boolean say(StringBuilder out, Tongue tongue, Details details) {
            int before = out.length();
            for (Phrase alternative : alternatives) {
                if (alternative.say(out, tongue, details)) {
                    return true;
                }
                out.setLength(before);
            }
            return true;
        }

        @Override
        public void collect(Set<String> names, Tongue tongue) {
            alternatives.forEach(alternative -> names.addAll(alternative.names(tongue)));
        }
    }

    private static final class Parser {
        private final String text;
        private int at;

        Parser(String text) {
            this.text = text;
        }

        Phrase phrase() {
            Phrase whole = alternative();
            if (at < text.length()) {
                throw new IllegalArgumentException("nothing opened what is closed at " + at + " of: " + text);
            }
            return whole;
        }

        /** Up to the end, or up to what ends an alternative. */
        private Phrase alternative() {
            List<Part> parts = new ArrayList<>();
            int start = at;
            while (at < text.length() && "|]".indexOf(text.charAt(at)) < 0) {
                parts.add(
                        switch (text.charAt(at)) {
                            case '[' -> choice();
                            case '{' -> place();
                            default -> words();
                        });
            }
            return new Phrase(text.substring(start, at), parts);
        }

        private Part words() {
            int start = at;
            while (at < text.length() && "|][{".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return new Words(text.substring(start, at));
        }

        private Part place() {
            int end = text.indexOf('}', at);
            String[] place = text.substring(at + 1, end).split(":", 2);
            at = end + 1;
            return switch (place[0].charAt(0)) {
                case '>' -> new Other(place[0].substring(1));
                case '?' -> new Place(place[0].substring(1), NOTHING);
                default -> new Place(place[0], place.length == 1 ? "" : place[1]);
            };
        }

        private Part choice() {
            List<Phrase> alternatives = new ArrayList<>();
            do {
                at++;
                alternatives.add(alternative());
            } while (at < text.length() && text.charAt(at) == '|');
            if (at == text.length()) {
                throw new IllegalArgumentException("a bracket is not closed in: " + text);
            }
            at++;
            return new Choice(alternatives);
        }
    }
}
