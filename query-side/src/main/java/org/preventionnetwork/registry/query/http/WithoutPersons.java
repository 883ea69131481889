package org.preventionnetwork.registry.query.http;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Blanks what {@linkplain IdentifiesPerson identifies a person} in every answer to a caller who does not see persons,
 * before it is written in whatever form.
 */
@RestControllerAdvice(basePackages = "org.preventionnetwork.registry.query")
class WithoutPersons implements ResponseBodyAdvice<Object> {
    private static final String ROOT = "org.preventionnetwork.registry.query.";

    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };

    private final Persons persons;

    WithoutPersons(Persons persons) {
        this.persons = persons;
    }

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    /** Who asks is looked up only where it matters: some answers are for those who have not logged in. */
    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        Object without = blanked(body);
        return without == body || persons.areSeen(((ServletServerHttpRequest) request).getServletRequest())
                ? body
                : without;
    }

    /** The same thing where there is nothing to blank in it. */
    static @Nullable Object blanked(@Nullable Object value) {
        if (value instanceof Record fields && value.getClass().getName().startsWith(ROOT)) {
            return blanked(fields);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> blanked = new ArrayList<>();
            boolean same = true;
            for (Object item : list) {
                Object without = blanked(item);
                blanked.add(without);
                same &= without == item;
            }
            return same ? list : blanked;
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> blanked = new TreeMap<>();
            map.forEach((key, item) -> blanked.put(key, blanked(item)));
            return map.entrySet().stream().allMatch(entry -> blanked.get(entry.getKey()) == entry.getValue())
                    ? map
                    : blanked;
        }
        return value;
    }

    private static Object blanked(Record whole) {
        Shape shape = SHAPES.get(whole.getClass());
        @Nullable Object[] values = new @Nullable Object[shape.fields().size()];
        boolean same = true;
        try {
            for (int i = 0; i < values.length; i++) {
                Field field = shape.fields().get(i);
                Object value = field.accessor().invoke(whole);
                values[i] = blanked(field.identifies(), value);
                same &= values[i] == value;
            }
            return same ? whole : shape.constructor().newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot blank " + whole.getClass(), e);
        }
    }

    private static @Nullable Object blanked(@Nullable IdentifiesPerson identifies, @Nullable Object value) {
        if (identifies == null) {
            return blanked(value);
        }
        if (identifies.onlyStoredIds() && value != null && !value.toString().contains("official:")) {
            return value;
        }
        return value instanceof List<?> ? List.of() : null;
    }

    private record Field(Method accessor, @Nullable IdentifiesPerson identifies) {
        static Field of(RecordComponent component) {
            component.getAccessor().setAccessible(true);
            return new Field(component.getAccessor(), component.getAnnotation(IdentifiesPerson.class));
        }
    }

    private record Shape(List<Field> fields, Constructor<?> constructor) {
        static Shape of(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            try {
                Constructor<?> constructor = type.getDeclaredConstructor(
                        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
                constructor.setAccessible(true);
                return new Shape(Arrays.stream(components).map(Field::of).toList(), constructor);
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("a record without its constructor: " + type, e);
            }
        }
    }
}
