package org.preventionnetwork.registry.query.http;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.access.requests.DeclaredParameter;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.facts.Slug;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.statements.Scope;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/**
 * How a {@link Question} is read: the one place that knows, for each type that a component can have, what is accepted and
 * how that is described.
 */
public final class QuestionShape {
    private static final ClassValue<QuestionShape> SHAPES = new ClassValue<>() {
        @Override
        protected QuestionShape computeValue(Class<?> type) {
            return new QuestionShape(type);
        }
    };

    /** How values of a type are read from a parameter; null where nothing was said. */
    private interface Reader {
        @Nullable
        Object read(Parameters parameters, String name);
    }

    private record Field(DeclaredParameter parameter, Reader reader) {}

    private final List<Field> fields = new ArrayList<>();
    private final Constructor<?> constructor;

    private QuestionShape(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        if (components == null || !type.isAnnotationPresent(Question.class)) {
            throw new IllegalArgumentException("not a question: " + type);
        }
        for (RecordComponent component : components) {
            fields.add(field(type, component));
        }
        try {
            constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a record without its constructor: " + type, e);
        }
    }

    public static QuestionShape of(Class<?> type) {
        return SHAPES.get(type);
    }

    /** The parameters, as they are described. */
    List<DeclaredParameter> parameters() {
        return fields.stream().map(Field::parameter).toList();
    }

    /** The names of the parameters. */
    public List<String> names() {
        return fields.stream().map(field -> field.parameter().name()).toList();
    }

    Object read(Parameters parameters) {
        @Nullable
        Object[] values = fields.stream()
                .map(field -> field.reader().read(parameters, field.parameter().name()))
                .toArray();
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException("cannot make " + constructor, e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + constructor, e);
        }
    }

    private static Field field(Class<?> owner, RecordComponent component) {
        Means means = component.getAnnotation(Means.class);
        if (means == null) {
            throw new IllegalStateException(component + " of " + owner + " does not say what it means: see @Means");
        }
        Class<?> type = component.getType();
        Said said = new Said(owner.getSimpleName(), component.getName(), means);
        if (type == String.class) {
            return new Field(said.text("", "", (long) Parameters.LONGEST), Parameters::text);
        }
        if (type == HistoricalDate.class) {
            return new Field(
                    said.text(" A historical date: 2012-06-01, 2012-06, 2012 or 2015~.", "2012-06-01", null),
                    Parameters::date);
        }
        if (type == Instant.class) {
            return new Field(
                    said.text(
                            " An RFC 3339 instant in UTC, or a day, which means its "
                                    + (means.firstMoment() ? "first" : "last") + " moment.",
                            "2024-05-01T12:00:00Z",
                            null),
                    means.firstMoment() ? Parameters::firstInstant : Parameters::instant);
        }
        if (type == StateCode.class) {
            return new Field(
                    said.text(" A state, by its ISO 3166-1 code or usual name.", "AR", null), Parameters::state);
        }
        if (type == Long.class) {
            return new Field(said.of("integer", "int64", 0L), Parameters::count);
        }
        if (type == boolean.class) {
            return new Field(said.of("boolean", null, null), Parameters::flag);
        }
        if (type == Boolean.class) {
            return new Field(said.of("boolean", null, null), Parameters::choice);
        }
        if (type.isEnum()) {
            return enumeration(said, type);
        }
        if (type == Scope.class) {
            return new Field(said.text("", "", null), ids(type));
        }
        if (EntityId.class.isAssignableFrom(type)) {
            return new Field(said.text(" An id: " + Slug.PATTERN + ".", "", null), ids(type));
        }
        throw new IllegalStateException("no parameter is read as " + type);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Field enumeration(Said said, Class<?> type) {
        List<String> names =
                Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
        return new Field(said.oneOf(names), (parameters, name) -> parameters.oneOf(name, (Class<? extends Enum>) type));
    }

    private static Reader ids(Class<?> type) {
        Constructor<?> constructor;
        try {
            constructor = type.getDeclaredConstructor(String.class);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("an id is made of a text: " + type, e);
        }
        return (parameters, name) -> parameters.id(name, constructor);
    }

    private record Said(String owner, String name, Means means) {
        private @Nullable String example(String ofType) {
            String example = means.example().isEmpty() ? ofType : means.example();
            return example.isEmpty() ? null : example;
        }

        DeclaredParameter text(String accepted, String example, @Nullable Long longest) {
            return new DeclaredParameter(
                    owner, name, "string", null, means.value() + accepted, example(example), List.of(), null, longest);
        }

        DeclaredParameter of(String type, @Nullable String format, @Nullable Long minimum) {
            return new DeclaredParameter(
                    owner, name, type, format, means.value(), example(""), List.of(), minimum, null);
        }

        DeclaredParameter oneOf(List<String> names) {
            return new DeclaredParameter(owner, name, "string", null, means.value(), example(""), names, null, null);
        }
    }

    @Override
    public String toString() {
        return names().stream().collect(Collectors.joining(", "));
    }
}
