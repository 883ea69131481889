package org.preventionnetwork.registry.standalone.operations;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Puts every indicator that the registry has behind {@link SoonToldHealth}. */
@Component
final class SoonToldHealthConfiguration implements BeanPostProcessor, DisposableBean {
    private final SoonToldHealth.Lateness lateness = new SoonToldHealth.Lateness();
    private final ExecutorService asking = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "health");
        thread.setDaemon(true);
        return thread;
    });

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof HealthIndicator indicator ? new SoonToldHealth(indicator, asking, lateness) : bean;
    }

    @Override
    public void destroy() {
        asking.shutdownNow();
    }
}
