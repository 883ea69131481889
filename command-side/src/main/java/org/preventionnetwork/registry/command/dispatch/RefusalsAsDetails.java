package org.preventionnetwork.registry.command.dispatch;

import java.util.List;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.facts.Refused;
import org.preventionnetwork.registry.api.facts.Refused.Refusal;
import org.preventionnetwork.registry.api.facts.RegistryCommand;

/** Makes refusals the details of an exception: of an exception itself, only a text reaches another node. */
public final class RefusalsAsDetails implements MessageHandlerInterceptor<CommandMessage<?>> {
    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        try {
            return chain.proceed();
        } catch (Refused refused) {
            throw new CommandExecutionException(refused.getMessage(), refused, refused.refusal());
        } catch (AggregateNotFoundException unknown) {
            Refusal refusal = new Refusal(
                    RefusalCode.UNKNOWN_ENTITY, sentence(unitOfWork.getMessage().getPayload()), List.of(), null);
            throw new CommandExecutionException(refusal.detail(), unknown, refusal);
        }
    }

    private static String sentence(Object command) {
        if (command instanceof RegistryCommand about) {
            EntityId id = about.entity();
            return "no " + id.type().prefix() + " '" + id.value() + "' is recorded";
        }
        return "nothing of this id is recorded";
    }
}
