package org.preventionnetwork.registry.command.dispatch;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.CarriesPatch;
import org.preventionnetwork.registry.api.facts.CorrectsFact;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.Refused;
import org.preventionnetwork.registry.api.facts.RegistryCommand;
import org.preventionnetwork.registry.api.facts.Slug;
import org.preventionnetwork.registry.api.history.FactHistory;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.seminars.EnrollmentCommand;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact;
import tools.jackson.databind.JsonNode;

/**
 * Refuses commands that newly name an official who is erased, or whose registration is annulled; corrections too. What
 * names the official there already can be told again and go on, such as the steps of an enrolment. Which fields name
 * officials is read from the types of commands and facts, so no command is left out.
 */
public final class OfficialCheck implements MessageHandlerInterceptor<CommandMessage<?>> {
    private static final Map<Class<?>, List<RecordComponent>> NAMING = new ConcurrentHashMap<>();

    private final EventStore events;
    private final Standings standings;

    public OfficialCheck(EventStore events) {
        this.events = events;
        this.standings = new Standings(events);
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        if (unitOfWork.getMessage().getPayload() instanceof RegistryCommand command) {
            requireAlive(command);
        }
        return chain.proceed();
    }

    private void requireAlive(RegistryCommand command) {
        Map<String, OfficialId> named =
                command instanceof CarriesPatch correction ? stated(correction) : named(command, command.entity());
        for (Map.Entry<String, OfficialId> one : named.entrySet()) {
            Refused refused = standings.refusal(one.getValue(), one.getKey());
            if (refused != null && isNew(command, one.getKey(), one.getValue())) {
                throw refused;
            }
        }
    }

    /** All texts of a correction that may be an official's id; what they are, the corrected fact tells. */
    private static Map<String, OfficialId> stated(CarriesPatch correction) {
        Map<String, OfficialId> stated = new LinkedHashMap<>();
        for (String field : correction.patch().fields().propertyNames()) {
            JsonNode value = correction.patch().fields().get(field);
            if (value.isString() && value.asString().matches(Slug.PATTERN)) {
                stated.put(field, new OfficialId(value.asString()));
            }
        }
        return stated;
    }

    private boolean isNew(RegistryCommand command, String field, OfficialId official) {
        FactHistory<Fact> facts = RecordedFacts.of(command.entity(), events);
        if (command instanceof CarriesPatch correction) {
            List<Fact> corrected = corrected(correction, facts);
            return corrected.stream()
                            .flatMap(fact -> components(fact.getClass()).stream())
                            .anyMatch(component -> component.getName().equals(field))
                    && corrected.stream()
                            .noneMatch(fact ->
                                    official.equals(named(fact, fact.entity()).get(field)));
        }
        return facts.all().stream()
                .noneMatch(fact -> isOfTheSamePart(fact, command)
                        && named(fact, fact.entity()).containsValue(official));
    }

    /** An enrolment that is told under another id of it is known by its official. */
    private static boolean isOfTheSamePart(Fact fact, RegistryCommand command) {
        return fact.subject().equals(command.subject())
                || (fact instanceof EnrollmentFact && command instanceof EnrollmentCommand);
    }

    private static List<Fact> corrected(CarriesPatch correction, FactHistory<Fact> facts) {
        Collection<Fact> all = facts.all();
        return correction instanceof CorrectsFact one
                ? all.stream()
                        .filter(fact -> fact.factId().equals(one.factId()))
                        .toList()
                : all.stream()
                        .filter(fact -> fact.subject().equals(correction.subject()))
                        .toList();
    }

    /** Whom a command or fact names beside what it is about itself, by field. */
    private static Map<String, OfficialId> named(Object naming, EntityId itself) {
        Map<String, OfficialId> named = new LinkedHashMap<>();
        for (RecordComponent component : components(naming.getClass())) {
            Object value = value(component, naming);
            if (value instanceof OfficialId official && !official.equals(itself)) {
                named.put(component.getName(), official);
            }
        }
        return named;
    }

    private static List<RecordComponent> components(Class<?> type) {
        return NAMING.computeIfAbsent(type, record -> Arrays.stream(
                        Objects.requireNonNullElse(record.getRecordComponents(), new RecordComponent[0]))
                .filter(component -> component.getType() == OfficialId.class)
                .toList());
    }

    private static @Nullable Object value(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("commands and facts are public records", e);
        }
    }
}
