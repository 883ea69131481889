package org.preventionnetwork.registry.standalone.recording;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.facts.Mode;
import org.preventionnetwork.registry.api.facts.PartKind;
import org.preventionnetwork.registry.api.initiatives.InitiativeStage;
import org.preventionnetwork.registry.api.initiatives.InitiativeType;
import org.preventionnetwork.registry.api.institutions.InstitutionKind;
import org.preventionnetwork.registry.api.kinds.EntityKinds;
import org.preventionnetwork.registry.api.networks.MembershipKind;
import org.preventionnetwork.registry.api.networks.NetworkKind;
import org.preventionnetwork.registry.api.networks.NetworkList;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.programmes.ProgrammeList;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.api.seminars.Nominator;
import org.preventionnetwork.registry.api.seminars.SeminarEdition;
import org.preventionnetwork.registry.api.statements.Metric;
import org.preventionnetwork.registry.api.statements.Qualifier;
import org.preventionnetwork.registry.api.statements.Scope;
import org.preventionnetwork.registry.api.text.NameLanguage;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.command.reading.RecordShape;
import org.preventionnetwork.registry.command.reading.RecordShape.FieldShape;
import org.preventionnetwork.registry.query.web.Wording;
import org.preventionnetwork.registry.standalone.recording.FormField.Entry;
import org.preventionnetwork.registry.standalone.recording.FormField.Kind;
import tools.jackson.databind.JsonNode;

/** Makes fields of forms from the records that commands and facts are. */
final class FormFields {
    /** By which name the texts know the constants of a type. */
    private static final Map<Class<?>, String> CONSTANTS = Map.ofEntries(
            Map.entry(MembershipKind.class, "membershipKind"),
            Map.entry(NetworkKind.class, "networkKind"),
            Map.entry(Mode.class, "mode"),
            Map.entry(InitiativeStage.class, "stage"),
            Map.entry(InitiativeType.class, "initiativeType"),
            Map.entry(Metric.class, "metric"),
            Map.entry(CorrectionKind.class, "correctionKind"),
            Map.entry(SeminarEdition.class, "edition"),
            Map.entry(InstitutionKind.class, "institutionKind"),
            Map.entry(NameLanguage.class, "nameLanguage"),
            Map.entry(EnrollmentStatus.class, "enrollmentStatus"),
            Map.entry(Qualifier.class, "qualifier"),
            Map.entry(NetworkList.class, "completeList"),
            Map.entry(ProgrammeList.class, "completeList"));

    private final Wording say;

    FormFields(Wording say) {
        this.say = say;
    }

    static boolean isPart(Class<?> type) {
        return EntityKinds.partOfId(type).isPresent();
    }

    /**
     * @param made whether the id is the sender's choice
     * @param value that the field has at first, or null
     */
    FormField of(FieldShape shape, boolean made, @Nullable JsonNode value) {
        Class<?> type = shape.element() == null ? shape.type() : shape.element();
        Kind kind = made ? Kind.NEW_ID : kind(shape, type);
        boolean list = shape.element() != null;
        String text = value == null || value.isContainer() || value.isNull() ? null : value.asString();
        Min min = shape.constraint(Min.class);
        Max max = shape.constraint(Max.class);
        return new FormField(
                shape.name(),
                kind,
                !made && shape.isRequired(),
                list,
                shape.maxLength(),
                min == null ? null : min.value(),
                max == null ? null : max.value(),
                options(type),
                CONSTANTS.getOrDefault(type, ""),
                refersTo(type, kind),
                kind == Kind.COMPOSITE ? ofComposite(type, null) : List.of(),
                text,
                text == null ? null : shown(kind, text),
                entries(type, kind, value),
                false);
    }

    private List<FormField> ofComposite(Class<?> type, @Nullable JsonNode values) {
        return RecordShape.of(type).fields().stream()
                .map(field -> of(field, false, values == null ? null : values.get(field.name())))
                .toList();
    }

    private List<Entry> entries(Class<?> type, Kind kind, @Nullable JsonNode values) {
        if (values == null || !values.isArray()) {
            return List.of();
        }
        List<Entry> entries = new ArrayList<>();
        for (JsonNode value : values) {
            String text = value.isValueNode() ? value.asString() : "";
            entries.add(
                    new Entry(text, shown(kind, text), kind == Kind.COMPOSITE ? ofComposite(type, value) : List.of()));
        }
        return entries;
    }

    /** States are shown by their name. */
    private String shown(Kind kind, String value) {
        return (kind == Kind.STATE || kind == Kind.NOMINATOR) && StateCode.isOne(value) ? say.state(value) : value;
    }

    private static List<String> options(Class<?> type) {
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants())
                        .map(constant -> ((Enum<?>) constant).name())
                        .toList()
                : List.of();
    }

    private static Kind kind(FieldShape shape, Class<?> type) {
        if (type == HistoricalDate.class) {
            return Kind.DATE;
        } else if (type == StateCode.class) {
            return Kind.STATE;
        } else if (type.isEnum()) {
            return Kind.CHOICE;
        } else if (type == boolean.class || type == Boolean.class) {
            return Kind.YES;
        } else if (type == int.class || type == long.class || Number.class.isAssignableFrom(type)) {
            return Kind.NUMBER;
        } else if (type == Nominator.class) {
            return Kind.NOMINATOR;
        } else if (type == Scope.class) {
            return Kind.SCOPE;
        } else if (isPart(type)) {
            return Kind.PART;
        } else if (EntityId.class.isAssignableFrom(type)) {
            return Kind.REFERENCE;
        } else if (RecordShape.isComposite(type)) {
            return Kind.COMPOSITE;
        }
        return shape.hasLines() ? Kind.LINES : shape.constraint(Email.class) != null ? Kind.EMAIL : Kind.TEXT;
    }

    /** {@code institutions}, for an {@code InstitutionId}. */
    private static String refersTo(Class<?> type, Kind kind) {
        return switch (kind) {
            case REFERENCE ->
                EntityKinds.ofId(type).map(entity -> entity.type().collection()).orElse("");
            case PART -> EntityKinds.partOfId(type).map(PartKind::collection).orElse("");
            case SCOPE -> "scopes";
            case NOMINATOR -> "institutions";
            default -> "";
        };
    }
}
