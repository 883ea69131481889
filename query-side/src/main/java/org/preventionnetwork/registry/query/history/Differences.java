package org.preventionnetwork.registry.query.history;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.editions.EditionFigure;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.officials.PersonalText;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/** What a correction changed, field by field; of personal data only that it changed. */
final class Differences {
    private Differences() {}

    static String between(Fact before, Fact after) {
        List<String> changed = new ArrayList<>();
        for (RecordComponent field : before.getClass().getRecordComponents()) {
            Object old = value(field, before);
            Object now = value(field, after);
            if (!Objects.equals(old, now)) {
                String name = Words.field(field.getName());
                boolean personal = field.getType() == PersonalText.class;
                changed.add(personal ? name + " changed" : name + " " + words(old) + " → " + words(now));
            }
        }
        return changed.isEmpty() ? "nothing but its source" : String.join(", ", changed);
    }

    private static @Nullable Object value(RecordComponent field, Fact fact) {
        try {
            field.getAccessor().setAccessible(true);
            return field.getAccessor().invoke(fact);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + field, e);
        }
    }

    private static String words(@Nullable Object value) {
        if (value == null) {
            return "none";
        } else if (value instanceof HistoricalDate date) {
            return Words.date(date);
        } else if (value instanceof StateCode state) {
            return Words.state(state);
        } else if (value instanceof Enum<?> constant) {
            return Words.constant(constant);
        } else if (value instanceof Boolean yes) {
            return yes ? "yes" : "no";
        } else if (value instanceof EditionFigure figure) {
            return EditionSentences.figure(figure);
        } else if (value instanceof String text) {
            return Words.quoted(text);
        } else if (value instanceof Collection<?> items) {
            return items.isEmpty()
                    ? "none"
                    : Words.list(items.stream().map(Differences::item).toList());
        }
        return value.toString();
    }

    private static String item(Object item) {
        return item instanceof String text ? text : words(item);
    }
}
