package org.preventionnetwork.registry.command.infrastructure;

import org.axonframework.serialization.Serializer;
import org.preventionnetwork.registry.api.wire.PersonalCipher;
import org.preventionnetwork.registry.api.wire.RegistrySerializer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** One serializer for tokens and messages, which either side may bring, and one for stored events. */
@Configuration(proxyBeanMethods = false)
class SerializerConfiguration {

    @Bean
    @Primary
    @ConditionalOnMissingBean(name = "serializer")
    Serializer serializer() {
        return RegistrySerializer.standard();
    }

    @Bean
    @ConditionalOnMissingBean(name = "messageSerializer")
    Serializer messageSerializer(Serializer serializer) {
        return serializer;
    }

    /** Whoever appends events seals what is personal in them. */
    @Bean
    Serializer eventSerializer(PersonalCipher cipher) {
        return RegistrySerializer.sealing(cipher);
    }
}
