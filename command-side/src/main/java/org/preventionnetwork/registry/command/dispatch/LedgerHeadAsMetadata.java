package org.preventionnetwork.registry.command.dispatch;

import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.NeedsLedgerHead;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.command.ledger.LedgerHead;

/** Tells commands that ask for it how far the ledger reaches: once, so that their aggregate needs no database. */
public final class LedgerHeadAsMetadata implements MessageHandlerInterceptor<CommandMessage<?>> {
    private final LedgerHead ledger;

    public LedgerHeadAsMetadata(LedgerHead ledger) {
        this.ledger = ledger;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        if (unitOfWork.getMessage().getPayload() instanceof NeedsLedgerHead) {
            long head = ledger.position();
            unitOfWork.transformMessage(command -> command.andMetaData(Map.of(Provenance.LEDGER_HEAD, head)));
        }
        return chain.proceed();
    }
}
