package org.preventionnetwork.registry.command.timeline;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.FactId;

/** What a fact says, without its id: two facts with the same content are the same fact told twice. */
record Content(Class<?> type, List<@Nullable Object> values) {
    private static final ClassValue<List<Method>> ACCESSORS = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
            List<Method> accessors = new ArrayList<>();
            for (RecordComponent component : type.getRecordComponents()) {
                if (component.getType() != FactId.class) {
                    accessors.add(component.getAccessor());
                }
            }
            return accessors;
        }
    };

    static Content of(Fact fact) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Method accessor : ACCESSORS.get(fact.getClass())) {
            try {
                values.add(accessor.invoke(fact));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("cannot read " + accessor, e);
            }
        }
        return new Content(fact.getClass(), values);
    }
}
