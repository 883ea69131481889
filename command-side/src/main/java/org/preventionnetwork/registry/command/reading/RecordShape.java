package org.preventionnetwork.registry.command.reading;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.BatchId;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.FactPatch;
import org.preventionnetwork.registry.api.officials.PersonalText;

/** The fields of a command or a fact, as its record declares them. */
public final class RecordShape {
    private static final int DEFAULT_MAX_LENGTH = 500;
    /** Texts that may be longer than this may have several lines. */
    private static final int LONGEST_LINE = 1000;

    private static final ClassValue<RecordShape> SHAPES = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return new RecordShape(type);
        }
    };

    private final Class<?> type;
    private final List<FieldShape> fields;
    private final Constructor<?> constructor;

    /**
     * @param owner the record
     * @param type the field's class; of a list {@link List}, of personal data {@link String}
     * @param element what a list holds, else null
     * @param maxLength of a text, or of the texts in a list
     * @param sized whether {@code maxLength} is declared by the record, and checked as a constraint
     */
    public record FieldShape(
            Class<?> owner,
            String name,
            Class<?> type,
            @Nullable Class<?> element,
            boolean nullable,
            int maxLength,
            boolean sized) {

        /** A batch is never named by a sender. */
        public boolean isInBody() {
            return type != BatchId.class && type != FactPatch.class;
        }

        /**
         * Whether a sender must name it. Absent lists are empty, absent booleans false, and a fact without an id gets a
         * new one; all else must be there unless the record says that it can be null.
         */
        public boolean isRequired() {
            return element != null
                    ? constraint(NotEmpty.class) != null
                    : !nullable && type != FactId.class && type != boolean.class;
        }

        /** Constraints are found on the record's private fields: they are not meant for components. */
        public <A extends Annotation> @Nullable A constraint(Class<A> annotation) {
            try {
                return owner.getDeclaredField(name).getAnnotation(annotation);
            } catch (NoSuchFieldException e) {
                throw new IllegalStateException(e);
            }
        }

        public boolean hasLines() {
            return maxLength > LONGEST_LINE;
        }

        FieldShape ofElement() {
            return new FieldShape(owner, name, element == null ? type : element, null, false, maxLength, sized);
        }

        boolean readsLike(FieldShape other) {
            return type == other.type && element == other.element;
        }
    }

    private static final ClassValue<Boolean> COMPOSITE = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return type.isRecord()
                    && Arrays.stream(type.getDeclaredMethods())
                            .noneMatch(method -> method.isAnnotationPresent(JsonValue.class));
        }
    };

    private RecordShape(Class<?> type) {
        this.type = type;
        List<FieldShape> shapes = new ArrayList<>();
        List<Class<?>> types = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            shapes.add(shape(type, component));
            types.add(component.getType());
        }
        this.fields = List.copyOf(shapes);
        try {
            this.constructor = type.getDeclaredConstructor(types.toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type + " has no canonical constructor", e);
        }
    }

    public static RecordShape of(Class<?> recordType) {
        return SHAPES.get(recordType);
    }

    /** Whether its JSON is an object with fields, not a single value. */
    public static boolean isComposite(Class<?> type) {
        return COMPOSITE.get(type);
    }

    /** In the order of the record. */
    public List<FieldShape> fields() {
        return fields;
    }

    public Optional<FieldShape> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** Whether it is a correction: all that its other fields do not name is the fact as it should be. */
    public boolean isCorrection() {
        return fields.stream().anyMatch(field -> field.type() == FactPatch.class);
    }

    Object create(@Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException invalid) {
                throw new InvalidCommand(
                        List.of(new FieldError("", FieldError.Code.INVALID, String.valueOf(invalid.getMessage()))));
            }
            throw new IllegalStateException("cannot make a " + type.getSimpleName(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + type.getSimpleName(), e);
        }
    }

    /** Constraints are found on the record's private fields: they are not meant for components. */
    private static FieldShape shape(Class<?> type, RecordComponent component) {
        Size size;
        try {
            size = component.getType() == List.class
                    ? sizeOfElements(component.getAnnotatedType())
                    : type.getDeclaredField(component.getName()).getAnnotation(Size.class);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
        Class<?> element = component.getGenericType() instanceof ParameterizedType list
                ? (Class<?>) list.getActualTypeArguments()[0]
                : null;
        return new FieldShape(
                type,
                component.getName(),
                component.getType() == PersonalText.class ? String.class : component.getType(),
                element,
                component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                size == null ? DEFAULT_MAX_LENGTH : size.max(),
                size != null);
    }

    private static @Nullable Size sizeOfElements(AnnotatedType list) {
        return list instanceof AnnotatedParameterizedType parameterized
                ? parameterized.getAnnotatedActualTypeArguments()[0].getAnnotation(Size.class)
                : null;
    }
}
