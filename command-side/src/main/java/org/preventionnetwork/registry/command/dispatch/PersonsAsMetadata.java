package org.preventionnetwork.registry.command.dispatch;

import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.officials.PersonRecords;
import org.preventionnetwork.registry.api.seminars.SeminarCommand;

/**
 * Lets commands about a seminar ask under which other ids a person is recorded, so that their aggregate, which knows one
 * seminar and no merges, enrols and seats nobody twice. Whom it has to ask about, only the aggregate knows.
 */
public final class PersonsAsMetadata implements MessageHandlerInterceptor<CommandMessage<?>> {
    private final PersonRecords records;

    public PersonsAsMetadata(SamePersons persons) {
        this.records = persons::of;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        if (unitOfWork.getMessage().getPayload() instanceof SeminarCommand) {
            unitOfWork.transformMessage(command -> command.andMetaData(Map.of(Provenance.SAME_PERSON, records)));
        }
        return chain.proceed();
    }
}
