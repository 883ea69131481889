package org.preventionnetwork.registry.api.facts;

import java.util.List;

/**
 * By what people know a thing when they look for it.
 *
 * @param view the read view in which answers about it stand
 * @param label the view's columns that say what it is called
 * @param detail those that tell it from others that are called alike
 * @param ofOfficials whether it is an official's, whose name says more than the label does
 * @param hasNames whether its label is a name, beside which the view has those in languages ({@code names})
 */
public record Shown(String view, List<String> label, List<String> detail, boolean ofOfficials, boolean hasNames) {
    public Shown {
        label = List.copyOf(label);
        detail = List.copyOf(detail);
    }

    public static Shown by(String view, List<String> label, List<String> detail) {
        return new Shown(view, label, detail, false, false);
    }

    /** By its name on the day, in the reader's language where it has one in it; it is found by any that it ever had. */
    public static Shown byName(String view, List<String> detail) {
        return new Shown(view, List.of("name"), detail, false, true);
    }

    /** What is an official's. */
    public static Shown ofOfficial(String view, List<String> label, List<String> detail) {
        return new Shown(view, label, detail, true, false);
    }
}
