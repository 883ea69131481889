package org.preventionnetwork.registry.query.http;

import java.lang.reflect.Constructor;
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

    private final Persons persons;

    WithoutPersons(Persons persons) {
        this.persons = persons;
    }

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

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
        RecordComponent[] fields = whole.getClass().getRecordComponents();
        @Nullable Object[] values = new @Nullable Object[fields.length];
        boolean same = true;
        try {
            for (int i = 0; i < fields.length; i++) {
                fields[i].getAccessor().setAccessible(true);
                Object value = fields[i].getAccessor().invoke(whole);
                values[i] = blanked(fields[i], value);
                same &= values[i] == value;
            }
            return same ? whole : constructor(whole.getClass(), fields).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot blank " + whole.getClass(), e);
        }
    }

    private static @Nullable Object blanked(RecordComponent field, @Nullable Object value) {
        IdentifiesPerson identifies = field.getAnnotation(IdentifiesPerson.class);
        if (identifies == null) {
            return blanked(value);
        }
        if (identifies.onlyStoredIds() && value != null && !value.toString().contains("official:")) {
            return value;
        }
        return value instanceof List<?> ? List.of() : null;
    }

    private static Constructor<?> constructor(Class<?> type, RecordComponent[] fields) throws NoSuchMethodException {
        Constructor<?> constructor = type.getDeclaredConstructor(
                Arrays.stream(fields).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        return constructor;
    }
}
