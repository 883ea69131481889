package org.preventionnetwork.registry.command.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BiFunction;
import org.axonframework.messaging.MetaData;
import org.preventionnetwork.registry.api.facts.Recorded;
import org.preventionnetwork.registry.api.facts.Refused;
import org.preventionnetwork.registry.api.facts.RegistryCommand;

/**
 * How long commands take as their senders see it, by type and by what came of them. A type is the name of a class and an
 * outcome one of six words: no id and nothing of what was sent becomes a label.
 */
final class CommandMeters {
    private static final String COMMANDS = "registry.commands";
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(20),
        Duration.ofMillis(50),
        Duration.ofMillis(200),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private final MeterRegistry registry;

    CommandMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Measures nothing. */
    static CommandMeters none() {
        return new CommandMeters(new CompositeMeterRegistry());
    }

    Recorded measure(RegistryCommand command, MetaData metadata, BiFunction<RegistryCommand, MetaData, Recorded> send) {
        Timer.Sample sample = Timer.start(registry);
        String outcome = "failed";
        try {
            Recorded recorded = send.apply(command, metadata);
            outcome = recorded.outcome().name().toLowerCase(Locale.ROOT);
            return recorded;
        } catch (Refused refused) {
            outcome = "refused";
            throw refused;
        } finally {
            sample.stop(Timer.builder(COMMANDS)
                    .description("Commands, from their sending to their answer")
                    .tag("command", name(command))
                    .tag("outcome", outcome)
                    .serviceLevelObjectives(BUCKETS)
                    .register(registry));
        }
    }

    /** Another node recorded about the same entity at the same moment. */
    void decidedAnew(RegistryCommand command) {
        registry.counter(COMMANDS + ".decided.anew", "command", name(command)).increment();
    }

    private static String name(RegistryCommand command) {
        return command.getClass().getSimpleName();
    }
}
