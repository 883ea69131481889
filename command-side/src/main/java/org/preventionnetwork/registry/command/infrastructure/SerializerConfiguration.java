package org.preventionnetwork.registry.command.infrastructure;

import org.axonframework.serialization.Serializer;
import org.preventionnetwork.registry.api.wire.RegistrySerializer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** One serializer for everything: tokens, messages and stored events. Either side may bring it. */
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

    @Bean
    @ConditionalOnMissingBean(name = "eventSerializer")
    Serializer eventSerializer(Serializer serializer) {
        return serializer;
    }
}
