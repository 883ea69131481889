package org.preventionnetwork.registry.command.timeline;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.history.FactHistory;
import org.preventionnetwork.registry.api.places.Existence;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.places.States;
import org.preventionnetwork.registry.api.seminars.Nominator;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/** No fact names a state on a day on which that certainly did not exist, in whichever of its fields. */
public final class StatesInTheirDays<F extends Fact> implements Rule<F> {
    private static final ClassValue<List<Method>> FIELDS = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
            List<Method> fields = new ArrayList<>();
            for (RecordComponent component : type.getRecordComponents()) {
                Class<?> field = component.getType();
                if (field == StateCode.class || field == Nominator.class || Collection.class.isAssignableFrom(field)) {
                    fields.add(component.getAccessor());
                }
            }
            return fields;
        }
    };

    @Override
    public void check(FactHistory<F> facts, Set<String> touched, Violations violations) {
        for (String subject : touched) {
            for (F fact : facts.about(subject)) {
                HistoricalDate on = fact.effectiveOn();
                if (on != null) {
                    check(fact, on, violations);
                }
            }
        }
    }

    private void check(F fact, HistoricalDate on, Violations violations) {
        for (Method field : FIELDS.get(fact.getClass())) {
            Object value = value(field, fact);
            if (value instanceof Collection<?> several) {
                several.forEach(one -> check(fact, one, on, violations));
            } else {
                check(fact, value, on, violations);
            }
        }
    }

    private void check(F fact, @Nullable Object value, HistoricalDate on, Violations violations) {
        StateCode state = value instanceof StateCode code
                ? code
                : value instanceof Nominator nominator && StateCode.isOne(nominator.value())
                        ? new StateCode(nominator.value())
                        : null;
        if (state != null) {
            Existence existence = States.existence(state);
            if (existence.excludes(on)) {
                violations.add(RefusalCode.STATE_NOT_THERE, existence.refusal(on), fact);
            }
        }
    }

    private static @Nullable Object value(Method field, Fact fact) {
        try {
            return field.invoke(fact);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + field, e);
        }
    }
}
