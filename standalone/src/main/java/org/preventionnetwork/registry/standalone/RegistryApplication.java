package org.preventionnetwork.registry.standalone;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Both sides of the registry in one process, on embedded PostgreSQL unless {@code spring.datasource.url} is set. */
@SpringBootApplication(scanBasePackages = "org.preventionnetwork.registry")
public class RegistryApplication {

    public static void main(String[] arguments) {
        // Axon reads this one advertisement switch from nowhere else.
        System.setProperty("disable-axoniq-console-message", "true");
        SpringApplication.run(RegistryApplication.class, arguments);
    }
}
