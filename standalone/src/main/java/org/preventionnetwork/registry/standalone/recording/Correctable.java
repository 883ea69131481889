package org.preventionnetwork.registry.standalone.recording;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.facts.EntityKind;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.PartKind;
import org.preventionnetwork.registry.api.facts.RegistryCommand;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.facts.WholeCorrection;
import org.preventionnetwork.registry.api.institutions.InstitutionCommand;
import org.preventionnetwork.registry.api.kinds.EntityKinds;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.api.wire.EventCatalogue;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import org.preventionnetwork.registry.command.reading.RecordShape;
import org.preventionnetwork.registry.command.reading.RecordShape.FieldShape;
import org.preventionnetwork.registry.query.history.HistoryAnswers.FactItem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a correction can change, and how that stands now.
 *
 * @param shapes of the fields
 * @param values the fields' values by name; what is personal is left out
 * @param hidden the fields whose value is left out
 */
record Correctable(List<FieldShape> shapes, ObjectNode values, List<String> hidden) {
    private static final String MASKED = "…";

    /** When what is corrected as a whole no longer held; facts of their own say it, so no command declares it for all. */
    private static final FieldShape UNTIL = field(InstitutionCommand.PartnerInstitution.class, "until");

    private static FieldShape field(Class<?> command, String name) {
        return RecordShape.of(command).field(name).orElseThrow();
    }

    /** Ids of the entity, of its parts and of the fact itself stay: a fact is not moved elsewhere. */
    private static boolean isCorrectable(FieldShape field) {
        boolean own =
                EntityId.class.isAssignableFrom(field.type()) && field.name().endsWith("Id");
        return field.isInBody() && field.type() != FactId.class && !own && !FormFields.isPart(field.type());
    }

    /** @param vocabulary the commands about such an entity, whose fields say how long a text may be */
    static Correctable ofFact(FactItem fact, List<Recordable> vocabulary) {
        Class<? extends RegistryEvent> type = EventCatalogue.standard().classOf(fact.type());
        List<FieldShape> shapes = new ArrayList<>();
        if (type != null) {
            for (FieldShape field : RecordShape.of(type).fields()) {
                if (isCorrectable(field)) {
                    shapes.add(told(field, vocabulary));
                }
            }
        }
        return of(shapes, fact.fields());
    }

    private static FieldShape told(FieldShape field, List<Recordable> vocabulary) {
        return vocabulary.stream()
                .flatMap(one -> one.shape().field(field.name()).stream())
                .filter(other -> other.type() == field.type() && other.element() == field.element())
                .findFirst()
                .map(other -> new FieldShape(
                        other.owner(),
                        other.name(),
                        other.type(),
                        other.element(),
                        field.nullable(),
                        other.maxLength(),
                        other.sized()))
                .orElse(field);
    }

    /**
     * Of a correction of several facts as if they were one.
     *
     * @param part that it is about, or null for the entity
     * @param facts of the entity
     */
    static Correctable ofWhole(Class<? extends RegistryCommand> command, @Nullable String part, List<FactItem> facts) {
        EntityKind<?> kind = EntityKinds.ofCommand(command);
        for (PartKind one : kind.parts()) {
            if (part != null && one.correction() != null && one.correction().command() == command) {
                return of(shapes(one.correction()), ofPart(one, part, facts, new HashSet<>()));
            }
        }
        WholeCorrection correction = kind.correction();
        return correction == null || correction.command() != command
                ? of(List.of(), RegistryJson.mapper().createObjectNode())
                : of(shapes(correction), ofEntity(kind, facts));
    }

    private static List<FieldShape> shapes(WholeCorrection correction) {
        return Stream.concat(
                        correction.fields().stream().map(name -> field(correction.recordedBy(), name)),
                        correction.endable() ? Stream.of(UNTIL) : Stream.empty())
                .toList();
    }

    private static ObjectNode ofEntity(EntityKind<?> kind, List<FactItem> facts) {
        ObjectNode values = RegistryJson.mapper().createObjectNode();
        for (FactItem fact : facts) {
            Class<? extends RegistryEvent> type = EventCatalogue.standard().classOf(fact.type());
            if (type != null && kind.isCorrectedAsWhole(type) && fact.fields() instanceof ObjectNode fields) {
                values.setAll(fields);
            }
        }
        return values;
    }

    /** @param seen the parts that came before it; facts that go round in a circle end there */
    private static ObjectNode ofPart(PartKind kind, String part, List<FactItem> facts, Set<String> seen) {
        ObjectNode values = RegistryJson.mapper().createObjectNode();
        seen.add(part);
        for (FactItem fact : facts) {
            Class<? extends RegistryEvent> type = EventCatalogue.standard().classOf(fact.type());
            if (type == null || !(fact.fields() instanceof ObjectNode fields)) {
                continue;
            }
            if (opens(kind, type, fields, part)) {
                if (!seen.contains(fact.subject())) {
                    values.setAll(ofPart(kind, fact.subject(), facts, seen));
                }
                values.remove(UNTIL.name());
                values.setAll(fields);
            } else if (fact.subject().equals(part) && !kind.passing().contains(type)) {
                String end = kind.ends().get(type);
                if (end != null) {
                    values.set(UNTIL.name(), fields.path(end));
                } else {
                    values.setAll(fields);
                    EnrollmentStatus status = EnrollmentStatus.reachedBy(type);
                    if (status != null) {
                        values.put("status", status.name());
                    }
                }
            }
        }
        return values;
    }

    private static boolean opens(PartKind kind, Class<? extends RegistryEvent> type, ObjectNode fields, String part) {
        return kind.opening() != null
                && kind.opening().fact() == type
                && fields.path(kind.opening().field()).asString("").equals(part);
    }

    private static Correctable of(List<FieldShape> shapes, JsonNode fields) {
        ObjectNode values = RegistryJson.mapper().createObjectNode();
        List<String> hidden = new ArrayList<>();
        for (FieldShape shape : shapes) {
            JsonNode value = fields.get(shape.name());
            if (value != null && value.isString() && value.asString().equals(MASKED)) {
                hidden.add(shape.name());
            } else if (value != null && !value.isNull()) {
                values.set(shape.name(), value);
            }
        }
        return new Correctable(List.copyOf(shapes), values, List.copyOf(hidden));
    }

    Stream<FieldShape> fields() {
        return shapes.stream();
    }
}
