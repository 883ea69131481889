package org.preventionnetwork.registry.command.dispatch;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.CarriesPatch;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.facts.Slug;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.seminars.EnrollmentCommand.NominateOfficial;
import org.preventionnetwork.registry.api.seminars.EnrollmentCommand.RecordEnrollment;
import org.preventionnetwork.registry.api.seminars.SeminarCommand;
import tools.jackson.databind.JsonNode;

/**
 * Tells commands that enrol an official under which other ids the same person is recorded, so that their aggregate, which
 * knows one seminar and no merges, enrols nobody twice.
 */
public final class PersonsAsMetadata implements MessageHandlerInterceptor<CommandMessage<?>> {
    private final SamePersons persons;

    public PersonsAsMetadata(SamePersons persons) {
        this.persons = persons;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        Set<OfficialId> same =
                enrolled(unitOfWork.getMessage().getPayload()).map(persons::of).orElse(Set.of());
        if (!same.isEmpty()) {
            String ids = same.stream().map(OfficialId::value).sorted().collect(Collectors.joining(" "));
            unitOfWork.transformMessage(command -> command.andMetaData(Map.of(Provenance.SAME_PERSON, ids)));
        }
        return chain.proceed();
    }

    private static Optional<OfficialId> enrolled(Object command) {
        if (command instanceof NominateOfficial nominate) {
            return Optional.of(nominate.official());
        }
        if (command instanceof RecordEnrollment record) {
            return Optional.of(record.official());
        }
        if (command instanceof SeminarCommand && command instanceof CarriesPatch correct) {
            JsonNode official = correct.patch().fields().get("official");
            return official != null
                            && official.isString()
                            && official.asString().matches(Slug.PATTERN)
                    ? Optional.of(new OfficialId(official.asString()))
                    : Optional.empty();
        }
        return Optional.empty();
    }
}
