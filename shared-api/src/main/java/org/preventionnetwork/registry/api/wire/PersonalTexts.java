package org.preventionnetwork.registry.api.wire;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Correction;
import org.preventionnetwork.registry.api.facts.EventName;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.officials.PersonalPlace;
import org.preventionnetwork.registry.api.officials.PersonalText;

/** Changes all personal texts of an event, those of a corrected fact included. */
public final class PersonalTexts {
    /** What becomes of a text that stands at a place. */
    @FunctionalInterface
    public interface Change {
        PersonalText of(PersonalText text, PersonalPlace place);
    }

    /** The parts of a record, and which of them hold texts or a fact that may hold some. */
    private record Shape(Constructor<?> constructor, List<RecordComponent> parts, int[] texts, int[] facts) {
        boolean isImpersonal() {
            return texts.length == 0 && facts.length == 0;
        }
    }

    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return shape(type);
        }
    };

    private PersonalTexts() {}

    /** @return the same event when it has no personal texts */
    @SuppressWarnings("unchecked")
    public static <E extends RegistryEvent> E change(E event, Change change) {
        Shape shape = SHAPES.get(event.getClass());
        if (shape.isImpersonal()) {
            return event;
        }
        @Nullable Object[] values = values(shape, event);
        for (int i : shape.texts()) {
            if (values[i] instanceof PersonalText text) {
                values[i] = change.of(text, place((Fact) event, shape.parts().get(i)));
            }
        }
        for (int i : shape.facts()) {
            values[i] = change((RegistryEvent) Objects.requireNonNull(values[i]), change);
        }
        return (E) create(shape, values);
    }

    private static PersonalPlace place(Fact fact, RecordComponent field) {
        EventName name = Objects.requireNonNull(fact.getClass().getAnnotation(EventName.class));
        return new PersonalPlace(name.value(), field.getName(), fact.factId().value());
    }

    private static Shape shape(Class<?> type) {
        RecordComponent[] parts = Objects.requireNonNull(type.getRecordComponents(), () -> type + " is no record");
        List<Integer> texts = new ArrayList<>();
        List<Integer> facts = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            if (parts[i].getType() == PersonalText.class) {
                texts.add(i);
            } else if (Correction.class.isAssignableFrom(type) && mayHoldTexts(parts[i].getType())) {
                facts.add(i);
            }
            parts[i].getAccessor().setAccessible(true);
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return new Shape(constructor, List.of(parts), indexes(texts), indexes(facts));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has its canonical constructor", e);
        }
    }

    private static boolean mayHoldTexts(Class<?> type) {
        if (!Fact.class.isAssignableFrom(type)) {
            return false;
        }
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).anyMatch(PersonalTexts::mayHoldTexts)
                : type.isRecord()
                        && Arrays.stream(type.getRecordComponents())
                                .anyMatch(part -> part.getType() == PersonalText.class);
    }

    private static int[] indexes(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    private static @Nullable Object[] values(Shape shape, Object event) {
        @Nullable Object[] values = new @Nullable Object[shape.parts().size()];
        try {
            for (int i = 0; i < values.length; i++) {
                values[i] = shape.parts().get(i).getAccessor().invoke(event);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read a " + event.getClass().getSimpleName(), e);
        }
        return values;
    }

    private static Object create(Shape shape, @Nullable Object[] values) {
        try {
            return shape.constructor().newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "cannot copy a " + shape.constructor().getName(), e);
        }
    }
}
