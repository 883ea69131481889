package org.preventionnetwork.registry.command.seminars;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.officials.PersonRecords;

/** Lets handlers of a seminar's commands take what the command brings along of merged records as a parameter. */
public final class SamePersonParameters implements ParameterResolverFactory {
    @Override
    public @Nullable ParameterResolver<?> createInstance(Executable executable, Parameter[] parameters, int index) {
        return parameters[index].getType() == SamePerson.class ? new FromMetadata() : null;
    }

    private static final class FromMetadata implements ParameterResolver<SamePerson> {
        @Override
        public SamePerson resolveParameterValue(Message<?> message) {
            return SamePerson.by((PersonRecords) message.getMetaData().get(Provenance.SAME_PERSON));
        }

        @Override
        public boolean matches(Message<?> message) {
            return true;
        }
    }
}
