package org.preventionnetwork.registry.command.dispatch;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.AnnulsEverything;
import org.preventionnetwork.registry.api.facts.AnnulsFact;
import org.preventionnetwork.registry.api.facts.CarriesPatch;
import org.preventionnetwork.registry.api.facts.CorrectsFact;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.FactPatch;
import org.preventionnetwork.registry.api.facts.HomeScope;
import org.preventionnetwork.registry.api.facts.HomeScope.ByField;
import org.preventionnetwork.registry.api.facts.HomeScope.Home;
import org.preventionnetwork.registry.api.facts.HomeScope.Itself;
import org.preventionnetwork.registry.api.facts.HomeScope.Named;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.facts.Refused;
import org.preventionnetwork.registry.api.facts.RegistryCommand;
import org.preventionnetwork.registry.api.history.FactHistory;
import org.preventionnetwork.registry.api.kinds.EntityKinds;
import tools.jackson.databind.JsonNode;

/**
 * Refuses what a sender whose recording is limited may not record. Within the limit are its networks and programmes, the
 * seminars of its programmes and the initiatives of its networks, before and after the command, and links of these to what
 * is within the limit as well; and, since everybody needs them, new facts about officials and institutions, which others'
 * facts about them are not changed by. The event store is asked where a thing belongs, so the answer is never behind.
 */
public final class ScopeCheck implements MessageHandlerInterceptor<CommandMessage<?>> {
    /** Belongs to no network and no programme. */
    private static final String NOWHERE = "";

    private final EventStore events;

    public ScopeCheck(EventStore events) {
        this.events = events;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        CommandMessage<?> message = unitOfWork.getMessage();
        Object scopes = message.getMetaData().get(Provenance.SCOPES);
        if (scopes != null && message.getPayload() instanceof RegistryCommand command) {
            require(command, Set.of(scopes.toString().split(" ")));
        }
        return chain.proceed();
    }

    private void require(RegistryCommand command, Set<String> scopes) {
        HomeScope home = EntityKinds.of(command.entity().type()).home();
        boolean within = home instanceof Itself itself && scopes.containsAll(homes(command, itself))
                || home instanceof Named named && scopes.containsAll(homes(command, named))
                || home instanceof HomeScope.AddedToByAll all && all.additions().contains(command.getClass());
        if (!within) {
            throw new Refused(
                    RefusalCode.OUT_OF_SCOPE, "this account records only what belongs to its networks and programmes");
        }
    }

    /** The thing, and what the command links it to or no longer. */
    private Set<String> homes(RegistryCommand command, Itself home) {
        Set<String> homes = new HashSet<>(Set.of(command.entity().aggregateId()));
        if (!home.links().isEmpty()) {
            List<String> linked = linked(command, RecordedFacts.of(command.entity(), events), home.links());
            homes.addAll(linked);
            addStated(homes, command, linked, home.links());
        }
        return homes;
    }

    /**
     * Where the thing belongs by what is recorded, and where by the command; empty where it is not recorded at all. Of its
     * links those that the command is about: all, where it annuls everything.
     */
    private Set<String> homes(RegistryCommand command, Named home) {
        Set<String> homes = new HashSet<>();
        FactHistory<Fact> facts = RecordedFacts.of(command.entity(), events);
        Set<String> recorded = facts.all().stream()
                .flatMap(fact -> homes(fact, home.fields()))
                .collect(Collectors.toUnmodifiableSet());
        if (facts.events() > 0) {
            homes.addAll(recorded.isEmpty() ? Set.of(NOWHERE) : recorded);
        }
        List<String> linked = linked(command, facts, home.links());
        homes.addAll(linked);
        home.fields().stream().filter(field -> linked.isEmpty()).forEach(field -> stated(command, field)
                .ifPresent(homes::add));
        addStated(homes, command, linked, home.links());
        return homes;
    }

    /** To what the thing is linked by the fact that a command changes or takes back. */
    private static List<String> linked(RegistryCommand command, FactHistory<Fact> facts, List<ByField> links) {
        return about(command, facts).flatMap(fact -> homes(fact, links)).toList();
    }

    private static void addStated(
            Set<String> homes, RegistryCommand command, List<String> linked, List<ByField> links) {
        links.stream()
                .filter(link -> !linked.isEmpty() || !(command instanceof CarriesPatch))
                .forEach(link -> stated(command, link).ifPresent(homes::add));
    }

    /** The facts that a command corrects or annuls. */
    private static Stream<Fact> about(RegistryCommand command, FactHistory<Fact> facts) {
        if (command instanceof AnnulsEverything) {
            return facts.all().stream();
        }
        return Stream.ofNullable(
                command instanceof CorrectsFact corrects
                        ? facts.get(corrects.factId())
                        : command instanceof AnnulsFact annuls ? facts.get(annuls.factId()) : null);
    }

    /** All that it names: who is limited must be within the limits with each, as what is recorded changes each. */
    static Stream<String> homes(Fact fact, List<ByField> named) {
        return named.stream().flatMap(field -> field.fact().in(fact).stream()).map(ScopeCheck::id);
    }

    private static Optional<String> stated(RegistryCommand command, ByField home) {
        return command instanceof CarriesPatch correct
                ? stated(correct.patch(), home.field())
                : home.command().in(command).map(ScopeCheck::id);
    }

    private static Optional<String> stated(FactPatch patch, String field) {
        JsonNode value = patch.fields().get(field);
        return value == null
                ? Optional.empty()
                : Optional.of(value.isString() ? field + ":" + value.asString() : NOWHERE);
    }

    private static String id(Home home) {
        return home.of() == null ? NOWHERE : home.of().aggregateId();
    }
}
