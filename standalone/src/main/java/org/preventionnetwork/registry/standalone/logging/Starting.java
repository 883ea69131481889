package org.preventionnetwork.registry.standalone.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/** Whether the registry is still being started, by the thread that writes the log: nobody has asked it anything yet. */
@Component
final class Starting implements ApplicationListener<ApplicationReadyEvent> {
    private static final AtomicBoolean OVER = new AtomicBoolean();

    static boolean isLoggedBy(ILoggingEvent event) {
        return !OVER.get() && event.getThreadName().equals("main");
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        OVER.set(true);
    }
}
