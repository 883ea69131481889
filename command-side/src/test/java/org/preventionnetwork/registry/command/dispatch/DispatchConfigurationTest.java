package org.preventionnetwork.registry.command.dispatch;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class DispatchConfigurationTest {
    @Test
    void without_a_lock_for_merges_nothing_starts() {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean(SimpleMeterRegistry.class);
            context.register(DispatchConfiguration.class);
            assertThatThrownBy(context::refresh).hasMessageContaining("MergeLock");
        }
    }
}
