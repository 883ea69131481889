package org.preventionnetwork.registry.command.timeline;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Provenance;

/** Lets handlers of commands and events take the message's {@link Provenance} as a parameter. */
public final class ProvenanceParameters implements ParameterResolverFactory {
    @Override
    public @Nullable ParameterResolver<Provenance> createInstance(
            Executable executable, Parameter[] parameters, int index) {
        return parameters[index].getType() == Provenance.class ? new FromMetadata() : null;
    }

    private static final class FromMetadata implements ParameterResolver<Provenance> {
        @Override
        public Provenance resolveParameterValue(Message<?> message) {
            return Provenance.from(message.getMetaData());
        }

        @Override
        public boolean matches(Message<?> message) {
            return true;
        }
    }
}
