package org.preventionnetwork.registry.access.description;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says of the fields of answers and of bodies, which are records, whether they can be null: as their types say. What
 * cannot be is always there, and so are all fields of answers.
 */
@Component
class NullableFields implements ModelConverter {
    private static final String OWN = "org.preventionnetwork.registry.";
    private static final String REFERENCE = "#/components/schemas/";

    /** Whose fields stand under a name: were two records called the same, one would be described as the other. */
    private final Map<String, Class<?>> described = new ConcurrentHashMap<>();

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Schema<?> resolved = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        JavaType java = Json.mapper().constructType(type.getType());
        Class<?> raw = java.getRawClass();
        if (resolved == null || !raw.isRecord() || !raw.getName().startsWith(OWN)) {
            return resolved;
        }
        String reference = resolved.get$ref();
        if (reference != null) {
            Class<?> other = described.putIfAbsent(reference, raw);
            if (other != null && other != raw) {
                throw new IllegalStateException("of " + raw + " and " + other + " one needs another name: see @Schema");
            }
        }
        Schema<?> model =
                reference == null ? resolved : context.getDefinedModels().get(reference.substring(REFERENCE.length()));
        if (model != null && model.getProperties() != null) {
            Map<String, Boolean> fields = new LinkedHashMap<>();
            collect(java, fields);
            fields.forEach((name, nullable) -> mark(model, name, nullable));
        }
        return resolved;
    }

    private static void collect(JavaType type, Map<String, Boolean> fields) {
        for (RecordComponent component : type.getRawClass().getRecordComponents()) {
            if (isUnwrapped(component)) {
                collect(
                        Json.mapper()
                                .getTypeFactory()
                                .resolveMemberType(component.getGenericType(), type.getBindings()),
                        fields);
            } else {
                fields.put(component.getName(), isNullable(component));
            }
        }
    }

    private static boolean isUnwrapped(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(JsonUnwrapped.class);
    }

    /** What identifies a person is null, or an empty list, for who does not see persons. */
    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                || !List.class.isAssignableFrom(component.getType())
                        && java.util.Arrays.stream(component.getAnnotations()).anyMatch(annotation -> annotation
                                .annotationType()
                                .getSimpleName()
                                .equals("IdentifiesPerson"));
    }

    @SuppressWarnings("unchecked")
    private static void mark(Schema<?> model, String name, boolean nullable) {
        Schema<Object> field = (Schema<Object>) model.getProperties().get(name);
        if (field == null) {
            return;
        }
        if (!nullable) {
            if (model.getRequired() == null || !model.getRequired().contains(name)) {
                model.addRequiredItem(name);
            }
        } else if (field.get$ref() != null) {
            Schema<Object> either = new Schema<>();
            either.addAnyOfItem(new Schema<>().$ref(field.get$ref()));
            Schema<Object> nothing = new Schema<>();
            nothing.addType("null");
            either.addAnyOfItem(nothing);
            model.getProperties().put(name, either);
        } else if (field.getTypes() != null) {
            field.addType("null");
            if (field.getEnum() != null && !field.getEnum().contains(null)) {
                field.addEnumItemObject(null);
            }
        }
    }
}
