package org.preventionnetwork.registry.query.language;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.editions.EditionFigure;
import org.preventionnetwork.registry.api.officials.PersonalText;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.seminars.Nominator;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.query.http.Masked;

/** Says a value of a fact's field by the field's type, be it the value itself or its JSON. */
record Values(Tongue tongue) {
    String of(Type type, @Nullable Object value) {
        if (value == null) {
            return tongue.text("value.none");
        } else if (type == String.class) {
            return tongue.words("quoted", value);
        } else if (value instanceof Collection<?> items) {
            Type item = type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : Object.class;
            return tongue.list(items, one -> item == String.class ? one.toString() : of(item, one));
        } else if (type == PersonalText.class) {
            return Masked.HIDDEN;
        } else if (type == EditionFigure.class) {
            return tongue.words("each EditionFigure", List.of(value));
        } else if (type == boolean.class) {
            return tongue.text("value." + value);
        } else if (type instanceof Class<?> constant && constant.isEnum()) {
            return tongue.constant(constant.getSimpleName(), value);
        }
        return tongue.words(form(type), value);
    }

    private static String form(Type type) {
        if (type == HistoricalDate.class) {
            return "date";
        } else if (type == StateCode.class) {
            return "state";
        }
        return type == Nominator.class ? "nominator" : "";
    }
}
