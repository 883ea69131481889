package org.preventionnetwork.registry.standalone.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.initiatives.InitiativeCommand;
import org.preventionnetwork.registry.api.institutions.InstitutionCommand;
import org.preventionnetwork.registry.api.networks.NetworkCommand;
import org.preventionnetwork.registry.api.seminars.EnrollmentCommand;
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

    /** Of the corrections of a part as a whole, the commands whose fields they take. */
    private static final Map<Class<?>, List<FieldShape>> OF_PARTS = Map.of(
            NetworkCommand.CorrectMembership.class,
                    List.of(
                            field(NetworkCommand.AdmitState.class, "state"),
                            field(NetworkCommand.AdmitState.class, "kind"),
                            field(NetworkCommand.AdmitState.class, "from"),
                            field(InstitutionCommand.PartnerInstitution.class, "until")),
            NetworkCommand.CorrectFocalPoint.class,
                    List.of(
                            field(NetworkCommand.DesignateFocalPoint.class, "state"),
                            field(NetworkCommand.DesignateFocalPoint.class, "institution"),
                            field(NetworkCommand.DesignateFocalPoint.class, "official"),
                            field(NetworkCommand.DesignateFocalPoint.class, "from"),
                            field(InstitutionCommand.PartnerInstitution.class, "until")),
            EnrollmentCommand.CorrectEnrollment.class,
                    List.of(
                            field(EnrollmentCommand.RecordEnrollment.class, "official"),
                            field(EnrollmentCommand.RecordEnrollment.class, "nominatedBy"),
                            field(EnrollmentCommand.RecordEnrollment.class, "status"),
                            field(EnrollmentCommand.RecordEnrollment.class, "on"),
                            field(EnrollmentCommand.RecordEnrollment.class, "certificate")),
            InitiativeCommand.CorrectInitiative.class,
                    RecordShape.of(InitiativeCommand.LaunchInitiative.class).fields().stream()
                            .filter(Correctable::isCorrectable)
                            .toList());

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

    /** @param facts of the entity */
    static Correctable ofPart(Class<?> command, @Nullable String part, List<FactItem> facts) {
        ObjectNode values = RegistryJson.mapper().createObjectNode();
        for (FactItem fact : facts) {
            Optional<String> name =
                    Optional.of(fact.type().substring(fact.type().indexOf('.') + 1));
            JsonNode fields = fact.fields();
            boolean own = part == null || fact.subject().equals(part);
            boolean opens =
                    part != null && part.equals(fields.path("nextMembershipId").asString(""));
            if (own && name.filter("MembershipKindChanged"::equals).isPresent() && !opens) {
                values.set("until", fields.path("from"));
            } else if (own
                    && name.filter(n -> n.matches("StateWithdrew|FocalPointRelieved"))
                            .isPresent()) {
                values.set("until", fields.path("on"));
            } else if (own
                    && name.filter(n -> n.matches("Membership(Suspended|Reinstated)"))
                            .isPresent()) {
                continue;
            } else if (opens) {
                values.setAll((ObjectNode) fields);
                state(facts, fact.subject()).ifPresent(state -> values.set("state", state));
            } else if (own && fields instanceof ObjectNode object) {
                values.setAll(object);
                step(name.get()).ifPresent(step -> values.put("status", step));
            }
        }
        return of(OF_PARTS.getOrDefault(command, List.of()), values);
    }

    private static Optional<JsonNode> state(List<FactItem> facts, String membership) {
        return facts.stream()
                .filter(fact ->
                        fact.subject().equals(membership) && fact.fields().has("state"))
                .map(fact -> fact.fields().get("state"))
                .findFirst();
    }

    /** The status that a step of an enrolment leads to; one that is recorded as a whole says it itself. */
    private static Optional<String> step(String event) {
        return switch (event) {
            case "OfficialNominated" -> Optional.of("NOMINATED");
            case "AttendanceRecorded" -> Optional.of("ATTENDED");
            case "EnrollmentNotCompleted" -> Optional.of("NOT_COMPLETED");
            case "EnrollmentAccepted",
                    "EnrollmentWaitlisted",
                    "EnrollmentDeclined",
                    "EnrollmentConfirmed",
                    "EnrollmentWithdrawn",
                    "EnrollmentCompleted" ->
                Optional.of(event.substring("Enrollment".length()).toUpperCase(java.util.Locale.ROOT));
            default -> Optional.empty();
        };
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
