package org.preventionnetwork.registry.command.dispatch;

import java.util.Optional;
import java.util.Set;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.correlation.MessageOriginProvider;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.facts.Recorded;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.facts.Refused;
import org.preventionnetwork.registry.api.facts.Refused.Refusal;
import org.preventionnetwork.registry.api.facts.RegistryCommand;
import org.preventionnetwork.registry.api.observation.LogContext;
import org.preventionnetwork.registry.api.outages.Kept;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/**
 * Sends commands and waits for what was recorded. A refusal is a {@link Refused} whichever node decided it. Where
 * another node recorded something about the same entity at the same moment, the command is decided anew.
 */
@Service
public class Commands {
    private static final int ATTEMPTS = 5;
    /** Axon's own, which it hands on from a command to its events; without it, a command is its own trace. */
    private static final String TRACE = MessageOriginProvider.getDefaultTraceKey();

    private final CommandGateway gateway;
    private final CommandMeters meters;
    private final Runnable recorded;

    /** Without being measured. */
    public Commands(CommandGateway gateway) {
        this(gateway, CommandMeters.none());
    }

    @Autowired
    Commands(CommandGateway gateway, CommandMeters meters) {
        this(gateway, meters, Kept::something);
    }

    private Commands(CommandGateway gateway, CommandMeters meters, Runnable recorded) {
        this.gateway = gateway;
        this.meters = meters;
        this.recorded = recorded;
    }

    /** Whose events are gone afterwards: a request that sent nothing else has recorded nothing. */
    public static Commands rehearsing(CommandGateway gateway) {
        return new Commands(gateway, CommandMeters.none(), () -> {});
    }

    public Recorded send(RegistryCommand command, Provenance provenance) {
        return send(command, provenance, null);
    }

    /**
     * @param expectedVersion what the command's subject must be at, or null for any
     * @throws Refused when nothing was recorded because the command is not possible
     */
    public Recorded send(RegistryCommand command, Provenance provenance, @Nullable Long expectedVersion) {
        return send(command, provenance, expectedVersion, Set.of());
    }

    /**
     * @param expectedVersion what the command's subject must be at, or null for any
     * @param scopes what the sender's recording is limited to; empty for no limit
     * @throws Refused when nothing was recorded because the command is not possible
     */
    public Recorded send(
            RegistryCommand command, Provenance provenance, @Nullable Long expectedVersion, Set<String> scopes) {
        MetaData metadata = MetaData.from(provenance.asMetadata());
        Optional<String> request = LogContext.CORRELATION.get();
        if (request.isPresent()) {
            metadata = metadata.and(TRACE, request.get());
        }
        if (!scopes.isEmpty()) {
            metadata = metadata.and(Provenance.SCOPES, String.join(" ", scopes));
        }
        if (expectedVersion != null) {
            metadata = metadata.and(Provenance.EXPECTED_VERSION, expectedVersion);
        }
        Recorded answer = meters.measure(command, metadata, this::decided);
        if (answer.changed()) {
            recorded.run();
        }
        return answer;
    }

    private Recorded decided(RegistryCommand command, MetaData metadata) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return attempt(command, metadata);
            } catch (ConcurrencyException | AggregateStreamCreationException somebodyWasFaster) {
                meters.decidedAnew(command);
            }
        }
        try {
            return attempt(command, metadata);
        } catch (ConcurrencyException | AggregateStreamCreationException stillFaster) {
            throw new Refused(
                    RefusalCode.VERSION_MOVED_ON,
                    "others record about the same " + command.entity().type().prefix()
                            + " all the time; send it again");
        }
    }

    private Recorded attempt(RegistryCommand command, MetaData metadata) {
        try {
            Recorded recorded = gateway.sendAndWait(command, metadata);
            if (recorded == null) {
                throw new IllegalStateException("interrupted while waiting for the answer");
            }
            return recorded;
        } catch (CommandExecutionException failure) {
            throw refusal(failure)
                    .map(Refused::new)
                    .map(RuntimeException.class::cast)
                    .orElse(failure);
        }
    }

    private static Optional<Refusal> refusal(CommandExecutionException failure) {
        return HandlerExecutionException.resolveDetails(failure)
                .filter(Refusal.class::isInstance)
                .map(Refusal.class::cast);
    }
}
