package org.preventionnetwork.registry.command.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.lifecycle.Phase;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.MessageOriginProvider;
import org.preventionnetwork.registry.command.ledger.LedgerHead;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every command passes before its aggregate, and what its events take along. */
@Configuration(proxyBeanMethods = false)
class DispatchConfiguration {

    /** Correlation and trace ids; Axon brings it only where no other provider is. */
    @Bean
    CorrelationDataProvider messageOrigin() {
        return new MessageOriginProvider();
    }

    @Bean
    CorrelationDataProvider provenanceCorrelation() {
        return new ProvenanceCorrelation();
    }

    @Bean
    CommandMeters commandMeters(MeterRegistry registry) {
        return new CommandMeters(registry);
    }

    /** Nothing takes the place of a lock that holds across all nodes: without one, two could make a circle together. */
    @Bean
    ConfigurerModule commandInterceptors(ObjectProvider<LedgerHead> ledger, MergeLock lock, SamePersons persons) {
        return configurer ->
                configurer.onInitialize(axon -> axon.onStart(Phase.LOCAL_MESSAGE_HANDLER_REGISTRATIONS, () -> {
                    CommandBus bus = axon.commandBus();
                    bus.registerHandlerInterceptor(new RefusalsAsDetails());
                    bus.registerHandlerInterceptor(new DecidedOnWhatIsThere(axon.eventStore()));
                    bus.registerHandlerInterceptor(new ScopeCheck(axon.eventStore()));
                    bus.registerHandlerInterceptor(new ReferenceCheck(axon.eventStore()));
                    bus.registerHandlerInterceptor(new OfficialCheck(axon.eventStore()));
                    bus.registerHandlerInterceptor(new MergeCheck(axon.eventStore(), lock));
                    bus.registerHandlerInterceptor(new SuccessionCheck(axon.eventStore(), lock));
                    bus.registerHandlerInterceptor(new MergesKept(axon.eventStore(), persons));
                    bus.registerHandlerInterceptor(new PersonsAsMetadata(persons));
                    ledger.ifAvailable(head -> bus.registerHandlerInterceptor(new LedgerHeadAsMetadata(head)));
                }));
    }
}
