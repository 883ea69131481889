package org.preventionnetwork.registry.standalone.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.preventionnetwork.registry.api.files.OwnerOnly;
import org.preventionnetwork.registry.personal.DataFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Makes the data folder its owner's alone, whatever the umask is and whatever rights it came with, before anything is
 * written there. Tomcat's own folders are in it too: it would leave them in the system's temporary folder when it is
 * killed.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
public final class DataFolderInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final Logger log = LoggerFactory.getLogger(DataFolderInitializer.class);
    /** Where Tomcat would make folders with rights of its own. */
    private static final String WORK = "work/Tomcat/localhost/ROOT";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Path data = Binder.get(context.getEnvironment())
                .bindOrCreate("registry", DataFolder.class)
                .path()
                .toAbsolutePath();
        makePrivate(data);
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> ownFolders = tomcat -> place(tomcat, data);
        context.getBeanFactory().registerSingleton("tomcatInDataFolder", ownFolders);
    }

    private static void makePrivate(Path data) {
        try {
            OwnerOnly.folder(data);
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder " + data + " cannot be made", e);
        }
        try {
            OwnerOnly.narrow(data);
        } catch (IOException e) {
            log.warn("Others may be able to read what is in {}: it is not all this user's", data);
        }
    }

    private static void place(TomcatServletWebServerFactory tomcat, Path data) {
        Path base = data.resolve("tomcat");
        try {
            OwnerOnly.folder(base.resolve(WORK));
            tomcat.setBaseDirectory(base.toFile());
            // It serves no files; without a folder of its own it would make one.
            tomcat.setDocumentRoot(OwnerOnly.folder(base.resolve("root")).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("There is no room for Tomcat in the data folder", e);
        }
    }
}
