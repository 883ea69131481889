package org.preventionnetwork.registry.command.dispatch;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.officials.OfficialCommand;
import org.preventionnetwork.registry.api.officials.OfficialCommand.AnnulFact;
import org.preventionnetwork.registry.api.officials.OfficialCommand.CorrectFact;
import org.preventionnetwork.registry.api.officials.OfficialCommand.MergeOfficial;
import org.preventionnetwork.registry.api.officials.OfficialCommand.UnmergeOfficial;

/** Keeps into which record one is merged whenever a command may have changed that, with what the command records. */
final class MergesKept implements MessageHandlerInterceptor<CommandMessage<?>> {
    private final EventStore events;
    private final SamePersons persons;

    MergesKept(EventStore events, SamePersons persons) {
        this.events = events;
        this.persons = persons;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        Object answer = chain.proceed();
        if (unitOfWork.getMessage().getPayload() instanceof OfficialCommand command && mayChangeMerges(command)) {
            persons.keep(command.officialId(), MergeCheck.into(events, command.officialId()));
        }
        return answer;
    }

    private static boolean mayChangeMerges(OfficialCommand command) {
        return command instanceof MergeOfficial
                || command instanceof UnmergeOfficial
                || command instanceof AnnulFact
                || (command instanceof CorrectFact correct
                        && correct.patch().fields().has("into"));
    }
}
