package org.preventionnetwork.registry.query.history;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.api.kinds.EntityKinds;
import org.preventionnetwork.registry.query.history.StoredEvents.ToldEvent;
import org.preventionnetwork.registry.query.language.Details;
import org.preventionnetwork.registry.query.language.Told;
import org.preventionnetwork.registry.query.language.Tongue;
import tools.jackson.databind.JsonNode;

/**
 * A field of a fact before and after an event, in words; null where there was none. The id of the entity that the fact
 * is about is none of its fields: it stands beside each of them.
 *
 * @param name the field's own
 * @param title what it is called in the language
 * @param id whether its words are ids, which are no words of any language
 * @param personal whether a correction changed personal data in it, which is not shown
 */
record FactField(
        String name, String title, boolean id, @Nullable String before, @Nullable String after, boolean personal) {
    public boolean isChanged() {
        return personal || (before == null ? after != null : !before.equals(after));
    }

    /** Those that have a value before or after, in the order in which the fact has them. */
    static List<FactField> of(ToldEvent event, Tongue tongue) {
        Told told = event.told();
        List<FactField> fields = new ArrayList<>();
        if (told != null) {
            String own = ownId(event.event().entity());
            for (RecordComponent field : told.fields()) {
                String name = field.getName();
                if (name.equals(own)) {
                    continue;
                }
                String before = value(field, event.before(), tongue);
                String after = value(field, event.after(), tongue);
                if (before != null || after != null) {
                    fields.add(new FactField(
                            name,
                            Tongue.capitalised(tongue.field(told.fact(), name)),
                            isId(field.getGenericType()),
                            before,
                            after,
                            told.personal().contains(name)));
                }
            }
        }
        return fields;
    }

    private static String ownId(String entity) {
        return EntityKinds.of(EntityType.ofPrefix(entity.substring(0, entity.indexOf(':'))))
                .idField();
    }

    private static boolean isId(Type type) {
        return type instanceof ParameterizedType list
                ? isId(list.getActualTypeArguments()[0])
                : type instanceof Class<?> one
                        && one.isRecord()
                        && one.getSimpleName().endsWith("Id");
    }

    private static @Nullable String value(RecordComponent field, @Nullable JsonNode fact, Tongue tongue) {
        Object value = fact == null ? null : Details.of(fact).get(field.getName());
        return value == null ? null : tongue.value(field, value);
    }
}
