package org.preventionnetwork.registry.command.dispatch;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.FactPatch;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.facts.Refused;
import org.preventionnetwork.registry.api.facts.RegistryCommand;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.history.FactHistory;
import org.preventionnetwork.registry.api.initiatives.InitiativeCommand;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.InitiativeLaunched;
import org.preventionnetwork.registry.api.institutions.InstitutionCommand;
import org.preventionnetwork.registry.api.officials.OfficialCommand;
import org.preventionnetwork.registry.api.seminars.SeminarCommand;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarScheduled;
import tools.jackson.databind.JsonNode;

/**
 * Refuses what a sender whose recording is limited may not record. Within the limit are its networks, the seminars of
 * its programmes and the initiatives of its networks, before and after the command; and, since everybody needs them,
 * new facts about officials and institutions, which others' facts about them are not changed by. The event store is
 * asked where a thing belongs, so the answer is never behind.
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
        boolean within =
                switch (command.entity().type()) {
                    case NETWORK -> scopes.contains(command.entity().aggregateId());
                    case SEMINAR, INITIATIVE -> scopes.containsAll(homes(command));
                    case OFFICIAL, INSTITUTION -> onlyAdds(command);
                    case PROGRAMME, STATEMENT, EDITION -> false;
                };
        if (!within) {
            throw new Refused(
                    RefusalCode.OUT_OF_SCOPE, "this account records only what belongs to its networks and programmes");
        }
    }

    private static boolean onlyAdds(RegistryCommand command) {
        return command instanceof OfficialCommand.RegisterOfficial
                || command instanceof OfficialCommand.ChangeContact
                || command instanceof OfficialCommand.ChangeAffiliation
                || command instanceof OfficialCommand.GrantAlumniStatus
                || command instanceof OfficialCommand.RevokeAlumniStatus
                || command instanceof InstitutionCommand.RegisterInstitution
                || command instanceof InstitutionCommand.RenameInstitution
                || command instanceof InstitutionCommand.OpenOffice
                || command instanceof InstitutionCommand.CloseOffice
                || command instanceof InstitutionCommand.PartnerInstitution
                || command instanceof InstitutionCommand.SucceedInstitution
                || command instanceof InstitutionCommand.DissolveInstitution;
    }

    /** Where the thing belongs by what is recorded, and where by the command; empty where it is not recorded at all. */
    private Set<String> homes(RegistryCommand command) {
        Set<String> homes = new HashSet<>();
        DomainEventStream stream = events.readEvents(command.aggregateId());
        if (stream.hasNext()) {
            Set<String> recorded = recorded(stream);
            homes.addAll(recorded.isEmpty() ? Set.of(NOWHERE) : recorded);
        }
        stated(command).ifPresent(homes::add);
        return homes;
    }

    private static Set<String> recorded(DomainEventStream stream) {
        FactHistory<Fact> facts = new FactHistory<>(Fact.class);
        while (stream.hasNext()) {
            facts.apply((RegistryEvent) stream.next().getPayload(), null);
        }
        return facts.all().stream().flatMap(fact -> home(fact).stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<String> home(Fact fact) {
        if (fact instanceof SeminarScheduled scheduled) {
            return Optional.of(scheduled.programme().aggregateId());
        }
        return fact instanceof InitiativeLaunched launched ? Optional.of(id(launched.network())) : Optional.empty();
    }

    private static Optional<String> stated(RegistryCommand command) {
        if (command instanceof SeminarCommand.ScheduleSeminar schedule) {
            return Optional.of(schedule.programme().aggregateId());
        }
        if (command instanceof InitiativeCommand.LaunchInitiative launch) {
            return Optional.of(id(launch.network()));
        }
        if (command instanceof SeminarCommand.CorrectFact correct) {
            return stated(correct.patch(), "programme");
        }
        if (command instanceof InitiativeCommand.CorrectFact correct) {
            return stated(correct.patch(), "network");
        }
        return command instanceof InitiativeCommand.CorrectInitiative correct
                ? stated(correct.patch(), "network")
                : Optional.empty();
    }

    private static Optional<String> stated(FactPatch patch, String field) {
        JsonNode value = patch.fields().get(field);
        return value == null
                ? Optional.empty()
                : Optional.of(value.isString() ? field + ":" + value.asString() : NOWHERE);
    }

    private static String id(@Nullable EntityId home) {
        return home == null ? NOWHERE : home.aggregateId();
    }
}
