package org.preventionnetwork.registry.standalone.beginning;

import java.util.Optional;
import org.preventionnetwork.registry.access.accounts.FirstAdministrator;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The last lines of a start, on the console and in no log: where the registry is, and at the first start who may log in.
 * A password that was made up is shown here, this once.
 */
@Component
class Welcome {
    private final FirstAdministrator first;
    private final Environment environment;

    Welcome(FirstAdministrator first, Environment environment) {
        this.first = first;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void say() {
        Optional<String> password = first.makeUp();
        StringBuilder lines =
                new StringBuilder("\nThe registry is ready: ").append(address()).append('\n');
        password.ifPresent(secret -> lines.append("  Log in as '")
                .append(FirstAdministrator.NAME)
                .append("' with the password ")
                .append(secret)
                .append("\n  It is not shown again: change it, and make accounts for others.\n"));
        if (first.hasConfiguredPassword()) {
            lines.append("  Log in as '").append(FirstAdministrator.NAME).append("' with the password that you set.\n");
        }
        System.out.println(lines);
        System.out.flush();
    }

    private String address() {
        String scheme = environment.getProperty("server.ssl.enabled", Boolean.class, false)
                        || environment.containsProperty("server.ssl.bundle")
                ? "https"
                : "http";
        String host = environment.getProperty("server.address", "localhost");
        boolean here = host.equals("127.0.0.1") || host.equals("::1") || host.equals("0.0.0.0") || host.equals("::");
        return scheme + "://" + (here ? "localhost" : host) + ":"
                + environment.getProperty("local.server.port", "8080")
                + environment.getProperty("server.servlet.context-path", "") + "/";
    }
}
