package org.preventionnetwork.registry.command.http;

import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.facts.RegistryCommand;
import org.preventionnetwork.registry.api.facts.Slug;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.seminars.Nominator;
import org.preventionnetwork.registry.api.statements.Scope;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.api.time.InvalidHistoricalDate;
import org.preventionnetwork.registry.command.reading.Envelope;
import org.preventionnetwork.registry.command.reading.RecordShape;
import org.preventionnetwork.registry.command.reading.RecordShape.FieldShape;

/** Bodies of commands as JSON schemas, from the same records that they are read with. */
final class CommandSchemas {
    private CommandSchemas() {}

    /**
     * @param fromPath fields that the address names
     * @param made a field for which an id is made where it is absent, or null
     */
    static Schema<Object> body(Class<? extends RegistryCommand> command, Set<String> fromPath, @Nullable String made) {
        Schema<Object> body = ofType("object");
        RecordShape shape = RecordShape.of(command);
        for (FieldShape field : shape.fields()) {
            if (field.isInBody() && !fromPath.contains(field.name())) {
                body.addProperty(field.name(), field(field));
                if (field.isRequired() && !field.name().equals(made)) {
                    body.addRequiredItem(field.name());
                }
            }
        }
        for (String name : Envelope.FIELDS) {
            body.addProperty(name, text(Envelope.MAX_LENGTH));
        }
        if (shape.isCorrection()) {
            body.addRequiredItem(Provenance.REASON);
            body.description("Beside these, the fields of the fact as it should have been recorded: one that is present"
                    + " replaces the old value, null clears it, an absent one stays.");
        }
        body.setAdditionalProperties(shape.isCorrection());
        return body;
    }

    static Schema<Object> id() {
        Schema<Object> id = ofType("string");
        return id.pattern("^" + Slug.PATTERN + "$");
    }

    private static Schema<Object> field(FieldShape field) {
        Schema<Object> schema;
        if (field.element() != null) {
            schema = ofType("array");
            schema.setItems(single(field, field.element()));
            Size size = field.constraint(Size.class);
            schema.setMaxItems(size == null ? null : size.max());
        } else {
            schema = single(field, field.type());
        }
        if (field.type() != FactId.class) {
            schema.setExample(CommandExamples.value(field));
        }
        return schema;
    }

    private static Schema<Object> single(FieldShape field, Class<?> type) {
        if (type == String.class) {
            Schema<Object> text = text(field.maxLength());
            text.setFormat(field.constraint(Email.class) == null ? null : "email");
            return text;
        }
        if (type == boolean.class) {
            return ofType("boolean");
        }
        if (RecordShape.isComposite(type)) {
            return composite(RecordShape.of(type));
        }
        if (type == Integer.class || type == long.class || type == Long.class) {
            Schema<Object> number = ofType("integer");
            Min min = field.constraint(Min.class);
            Max max = field.constraint(Max.class);
            number.setMinimum(min == null ? null : BigDecimal.valueOf(min.value()));
            number.setMaximum(max == null ? null : BigDecimal.valueOf(max.value()));
            return number;
        }
        if (type.isEnum()) {
            Schema<Object> names = ofType("string");
            Arrays.stream(type.getEnumConstants()).forEach(constant -> names.addEnumItemObject(constant.toString()));
            return names;
        }
        return value(type);
    }

    private static Schema<Object> composite(RecordShape shape) {
        Schema<Object> object = ofType("object");
        for (FieldShape field : shape.fields()) {
            object.addProperty(field.name(), field(field));
            if (!field.nullable()) {
                object.addRequiredItem(field.name());
            }
        }
        object.setAdditionalProperties(false);
        return object;
    }

    private static Schema<Object> value(Class<?> type) {
        if (type == HistoricalDate.class) {
            return ofType("string").description("A date as precise as its source: " + InvalidHistoricalDate.ACCEPTED);
        }
        if (type == StateCode.class) {
            return ofType("string")
                    .description("An ISO 3166-1 code, or a name in English, Spanish, French or Portuguese");
        }
        if (type == Nominator.class) {
            return ofType("string").description("A state, or the id of an institution");
        }
        if (type == Scope.class) {
            return ofType("string").description("The id of a network or of a programme; without it, everything");
        }
        if (type == FactId.class) {
            return ofType("string").description("An id of yours for the fact; without it, a new one is made");
        }
        return id();
    }

    private static Schema<Object> text(int maxLength) {
        Schema<Object> text = ofType("string");
        return text.maxLength(maxLength);
    }

    /** Both spellings: {@code type} is OpenAPI 3.0's, {@code types} 3.1's. */
    @SuppressWarnings("unchecked")
    static Schema<Object> ofType(String type) {
        Schema<Object> schema = new Schema<>();
        schema.setType(type);
        schema.addType(type);
        return schema;
    }
}
