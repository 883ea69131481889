package org.preventionnetwork.registry.standalone.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What has to fit for a program to run.
 *
 * @param system as Java names it
 * @param architecture as Java names it
 * @param musl whether its C library is another one than most systems have
 */
record Machine(String system, String architecture, boolean musl) {

    static Machine thisOne() {
        return new Machine(
                System.getProperty("os.name", "an unknown system"),
                System.getProperty("os.arch", "an unknown processor"),
                Files.exists(Path.of("/etc/alpine-release")));
    }

    /** The archives whose programs run here, the best first. */
    List<String> archives() {
        String os = system.toLowerCase(Locale.ROOT);
        String processor =
                switch (architecture.toLowerCase(Locale.ROOT)) {
                    case "amd64", "x86_64", "x64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm_64";
                    default -> architecture.toLowerCase(Locale.ROOT);
                };
        if (os.startsWith("linux")) {
            return List.of("postgres-linux-" + processor + (musl ? "-alpine_linux" : "") + ".txz");
        }
        if (os.startsWith("mac")) {
            // Its programs are made for both processors, and the two archives hold the same ones.
            return List.of(
                    "postgres-darwin-" + processor + ".txz",
                    "postgres-darwin-x86_64.txz",
                    "postgres-darwin-arm_64.txz");
        }
        if (os.startsWith("windows")) {
            // On ARM, Windows runs programs for the other processor.
            return List.of("postgres-windows-" + processor + ".txz", "postgres-windows-x86_64.txz");
        }
        return List.of();
    }

    @Override
    public String toString() {
        return system + (musl ? " with musl" : "") + " on " + architecture;
    }
}
