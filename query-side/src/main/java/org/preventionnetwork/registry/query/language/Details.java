package org.preventionnetwork.registry.query.language;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import tools.jackson.databind.JsonNode;

/** What a sentence is made of, by name: the same of a record and of its JSON. */
@FunctionalInterface
public interface Details {
    /** Null for what is not there; so is an empty list. */
    @Nullable
    Object get(String name);

    /** The components of a record, of which the JVM makes new ones whenever it is asked. */
    static List<RecordComponent> components(Class<?> record) {
        return OfRecord.COMPONENTS.get(record);
    }

    static Details of(Map<String, ?> given) {
        return given::get;
    }

    static Details of(Record record) {
        return new OfRecord(record);
    }

    static Details of(JsonNode json) {
        return new OfJson(json);
    }

    /** Of a JSON object's text. */
    static Details parse(String json) {
        return new OfJson(RegistryJson.mapper().readTree(json));
    }

    /** These, and names that are known otherwise; what is given comes first. */
    default Details with(Map<String, ?> more) {
        return more.isEmpty()
                ? this
                : name -> {
                    Object given = more.get(name);
                    return given == null ? get(name) : given;
                };
    }

    /** The components of a record. */
    record OfRecord(Record record) implements Details {
        private static final ClassValue<Map<String, Method>> ACCESSORS = new ClassValue<>() {
            @Override
            protected Map<String, Method> computeValue(Class<?> type) {
                Map<String, Method> accessors = new HashMap<>();
                for (RecordComponent component : COMPONENTS.get(type)) {
                    component.getAccessor().setAccessible(true);
                    accessors.put(component.getName(), component.getAccessor());
                }
                return accessors;
            }
        };

        private static final ClassValue<List<RecordComponent>> COMPONENTS = new ClassValue<>() {
            @Override
            protected List<RecordComponent> computeValue(Class<?> type) {
                return List.of(type.getRecordComponents());
            }
        };

        @Override
        public @Nullable Object get(String name) {
            Method accessor = ACCESSORS.get(record.getClass()).get(name);
            try {
                Object value = accessor == null ? null : accessor.invoke(record);
                return value instanceof Collection<?> items && items.isEmpty() ? null : value;
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot read " + name + " of " + record.getClass(), e);
            }
        }
    }

    /** The fields of a JSON object. */
    record OfJson(JsonNode json) implements Details {
        @Override
        public @Nullable Object get(String name) {
            JsonNode value = json.get(name);
            return value == null || value.isNull() || value.isContainer() && value.isEmpty() ? null : value(value);
        }

        private static Object value(JsonNode value) {
            if (value.isArray()) {
                List<Object> items = new ArrayList<>();
                value.forEach(item -> items.add(value(item)));
                return items;
            }
            return value.isObject() ? new OfJson(value) : value.asString();
        }
    }
}
