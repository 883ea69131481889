package org.preventionnetwork.registry.standalone.recording;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.Slug;
import org.preventionnetwork.registry.api.kinds.EntityKinds;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import org.preventionnetwork.registry.command.reading.RecordShape.FieldShape;
import org.preventionnetwork.registry.query.history.AnyEntity;
import org.preventionnetwork.registry.query.history.EntityFacts;
import org.preventionnetwork.registry.query.history.HistoryAnswers.FactItem;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.UnknownEntity;
import org.preventionnetwork.registry.query.language.Tongue;
import org.preventionnetwork.registry.query.lookup.EntityFinder;
import org.preventionnetwork.registry.query.web.Wording;
import org.preventionnetwork.registry.standalone.recording.Form.Context;
import org.preventionnetwork.registry.standalone.recording.Recordable.Route;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.StringNode;

/** Makes the form of a command, with what the address says filled in. */
@Component
class Forms {
    private final EntityFinder finder;
    private final EntityFacts facts;
    private final Recordables recordables;
    private final Whom whom;

    Forms(EntityFinder finder, EntityFacts facts, Recordables recordables, Whom whom) {
        this.finder = finder;
        this.facts = facts;
        this.recordables = recordables;
        this.whom = whom;
    }

    /** What is known of a form's entity. */
    record Known(AnyEntity entity, List<FactItem> facts) {
        Optional<FactItem> fact(@Nullable String id) {
            return facts.stream().filter(fact -> fact.factId().equals(id)).findFirst();
        }
    }

    /**
     * The entity that the address names and that the form is about.
     *
     * @throws UnknownEntity when it is not recorded
     */
    Optional<Known> known(Recordable recordable, HttpServletRequest request, long position, Tongue tongue) {
        String id = request.getParameter(recordable.entityField());
        if (id == null || id.isBlank() || recordable.createsEntity()) {
            return Optional.empty();
        }
        AnyEntity entity = new AnyEntity(recordable.entity(), id);
        List<FactItem> items = facts.facts(entity, position, false, tongue);
        if (items.isEmpty()) {
            throw new UnknownEntity(recordable.entity().prefix());
        }
        return Optional.of(new Known(entity, items));
    }

    /**
     * What must be chosen before there can be a form: what is corrected or annulled. Empty where it is known, or where
     * something is recorded for the first time.
     */
    Optional<FormField> asked(Recordable recordable, @Nullable Known known, HttpServletRequest request, Wording say) {
        if (!recordable.isCorrection() && !recordable.isAnnulment()) {
            return Optional.empty();
        }
        return recordable.shape().fields().stream()
                .filter(shape -> known == null && shape.name().equals(recordable.entityField())
                        || FormFields.isPart(shape.type())
                                && known != null
                                && known.facts().stream()
                                        .noneMatch(fact -> isAbout(fact, request.getParameter(shape.name()))))
                .findFirst()
                .map(shape -> new FormFields(say).of(shape, false, null));
    }

    private static boolean isAbout(FactItem fact, @Nullable String part) {
        return fact.subject().equals(part)
                || EntityKinds.parts().stream()
                        .flatMap(kind -> Stream.ofNullable(kind.opening()))
                        .anyMatch(opening ->
                                fact.fields().path(opening.field()).asString("").equals(part));
    }

    /** @param now where those are named whom it is about */
    Form form(
            Recordable recordable,
            @Nullable Known known,
            HttpServletRequest request,
            long position,
            Clocks now,
            Wording say) {
        FormFields make = new FormFields(say);
        Optional<FactItem> fact = known == null ? Optional.empty() : known.fact(request.getParameter("factId"));
        List<Context> context = context(recordable, known, request, now, say);
        Set<String> settled = new LinkedHashSet<>();
        context.forEach(one -> settled.add(one.name()));
        List<FormField> fields = new ArrayList<>();
        List<FormField> ids = new ArrayList<>();
        for (FieldShape shape : recordable.shape().fields()) {
            boolean made = recordable.madeField().filter(shape.name()::equals).isPresent();
            if (shape.isInBody() && !settled.contains(shape.name()) && isAsked(recordable, shape)) {
                (made ? ids : fields).add(make.of(shape, made, given(request, shape)));
            }
        }
        String originals = null;
        if (recordable.isCorrection() && known != null) {
            Correctable correctable = fact.map(item -> Correctable.ofFact(item, recordables.of(recordable.entity())))
                    .orElseGet(
                            () -> Correctable.ofWhole(recordable.command(), part(recordable, request), known.facts()));
            fields.addAll(0, corrected(correctable, request, make));
            originals = correctable.values().toString();
        }
        String subject = fact.map(FactItem::subject).orElse(subject(recordable, settled, request));
        Long version = known == null
                        || recordable
                                .madeField()
                                .filter(f -> !settled.contains(f))
                                .isPresent()
                ? null
                : Long.valueOf(facts.version(known.entity(), subject, position));
        Set<String> officials = new LinkedHashSet<>();
        if (known != null) {
            String factId = fact.map(FactItem::factId).orElse(null);
            officials.addAll(Whom.about(known.entity(), known.facts(), subject, factId));
        }
        fields.stream()
                .filter(Forms::isOfOfficial)
                .map(FormField::value)
                .filter(value -> value != null && value.matches(Slug.PATTERN))
                .forEach(officials::add);
        String of = known == null ? "" : known.entity().aggregateId();
        List<Whom.Person> persons = whom.persons(officials, of, subject, now, say);
        return new Form(
                recordable,
                context,
                persons,
                fields.stream().map(field -> inWords(field, persons)).toList(),
                ids,
                routes(recordable),
                originals,
                of,
                subject,
                version,
                position,
                then(request));
    }

    private static boolean isOfOfficial(FormField field) {
        return field.refersTo().equals("officials");
    }

    private static FormField inWords(FormField field, List<Whom.Person> persons) {
        return persons.stream()
                .filter(one -> isOfOfficial(field) && one.id().equals(field.value()))
                .findFirst()
                .map(one -> field.shownAs(one.name()))
                .orElse(field);
    }

    private static List<FormField> corrected(Correctable correctable, HttpServletRequest request, FormFields make) {
        return correctable
                .fields()
                .map(shape -> {
                    JsonNode given = given(request, shape);
                    FormField field = make.of(
                            shape, false, given == null ? correctable.values().get(shape.name()) : given);
                    return correctable.hidden().contains(shape.name()) ? field.asHidden() : field;
                })
                .toList();
    }

    /** What the address names of the command's own address, which the form does not change. */
    private List<Context> context(
            Recordable recordable, @Nullable Known known, HttpServletRequest request, Clocks now, Wording say) {
        List<Context> context = new ArrayList<>();
        if (known == null) {
            return context;
        }
        String id = known.entity().value();
        context.add(new Context(
                recordable.entityField(),
                id,
                recordable.entity().prefix(),
                recordable.entity() == EntityType.OFFICIAL
                        ? whom.names(List.of(id), now, say).getOrDefault(id, id)
                        : finder.name(recordable.entity(), id, say).orElse(id)));
        for (String name : recordable.routes().get(0).variables()) {
            String value = request.getParameter(name);
            if (value != null && value.matches(Slug.PATTERN) && !name.equals(recordable.entityField())) {
                Optional<FormField> part = recordable
                        .shape()
                        .field(name)
                        .filter(shape -> FormFields.isPart(shape.type()))
                        .map(shape -> new FormFields(say).of(shape, false, null));
                Optional<String> shown = part.flatMap(field ->
                        finder.partName(field.refersTo(), known.entity().aggregateId(), value, now, say));
                boolean chosen = recordable.madeField().filter(name::equals).isPresent() && shown.isEmpty();
                if (!chosen) {
                    context.add(new Context(name, value, name, shown.orElse(value)));
                }
            }
        }
        return context;
    }

    /** Facts get an id of their own, and those that are corrected or annulled are chosen before. */
    private static boolean isAsked(Recordable recordable, FieldShape shape) {
        return shape.type() != FactId.class && shape.type() != CorrectionKind.class
                || shape.type() == CorrectionKind.class && recordable.isCorrection();
    }

    private static @Nullable String part(Recordable recordable, HttpServletRequest request) {
        return recordable.shape().fields().stream()
                .filter(shape -> FormFields.isPart(shape.type()))
                .map(shape -> request.getParameter(shape.name()))
                .findFirst()
                .orElse(null);
    }

    private static String subject(Recordable recordable, Set<String> settled, HttpServletRequest request) {
        return recordable.shape().fields().stream()
                .filter(shape -> FormFields.isPart(shape.type()) && settled.contains(shape.name()))
                .map(shape -> String.valueOf(request.getParameter(shape.name())))
                .findFirst()
                .orElse("");
    }

    private static @Nullable JsonNode given(HttpServletRequest request, FieldShape shape) {
        String[] values = request.getParameterValues(shape.name());
        if (values == null) {
            return null;
        }
        if (shape.element() == null) {
            return StringNode.valueOf(values[0]);
        }
        ArrayNode list = RegistryJson.mapper().createArrayNode();
        for (String value : values) {
            list.add(value);
        }
        return list;
    }

    private static String routes(Recordable recordable) {
        List<Route> routes = recordable.routes();
        return RegistryJson.mapper().writeValueAsString(routes);
    }

    /** Only a path of this registry's own. */
    static String then(HttpServletRequest request) {
        String then = request.getParameter("then");
        return then != null && then.matches("/(?![/\\\\])[^\\\\\\p{Cntrl}]{0,500}") ? then : "";
    }
}
