package org.preventionnetwork.registry.standalone.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.preventionnetwork.registry.api.files.OwnerOnly;

/**
 * How programs are started on this machine. PostgreSQL refuses to run as root, so root starts it in a user namespace of
 * its own or, where containers forbid those, as the user "nobody". Where the system offers it, PostgreSQL asks the
 * kernel to be interrupted when the registry dies, and leaves the terminal's process group so that Ctrl-C reaches the
 * registry first.
 *
 * @param tool what precedes a program that runs and ends
 * @param server what precedes the server
 * @param owner who must own PostgreSQL's files when it is not this process's user
 */
record Launcher(List<String> tool, List<String> server, OptionalInt owner) {
    private static final int NOBODY = 65534;
    private static final List<String> NAMESPACE = List.of("unshare", "-U");
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
    private static final List<String> TIED_TO_PARENT = List.of("setsid", "setpriv", "--pdeathsig", "INT");

    static Launcher forThisMachine() throws InterruptedException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return tied(List.of(), OptionalInt.empty());
        }
        if (works(NAMESPACE)) {
            return tied(NAMESPACE, OptionalInt.empty());
        }
        if (works(AS_NOBODY)) {
            return tied(AS_NOBODY, OptionalInt.of(NOBODY));
        }
        throw new IllegalStateException("PostgreSQL refuses to run as root, and this system lets root neither open a"
                + " user namespace (unshare -U) nor act as another user (setpriv). Start the registry as another user,"
                + " or name an existing PostgreSQL by spring.datasource.url.");
    }

    private static Launcher tied(List<String> tool, OptionalInt owner) throws InterruptedException {
        List<String> server = join(tool, TIED_TO_PARENT);
        return new Launcher(tool, works(server) ? server : tool, owner);
    }

    /** Gives a file or directory to the user that PostgreSQL runs as. */
    Path give(Path path) throws IOException {
        if (owner.isPresent()) {
            Files.setAttribute(path, "unix:uid", owner.getAsInt());
            Files.setAttribute(path, "unix:gid", owner.getAsInt());
        }
        return path;
    }

    /** Lets the user that PostgreSQL runs as pass through the data folder, and use the programs if they are in it. */
    void letIn(Path home, Path programs) throws IOException {
        if (owner.isEmpty() || !OwnerOnly.isPrivate(home)) {
            return;
        }
        Files.setAttribute(home, "unix:gid", owner.getAsInt());
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x---"));
        if (programs.startsWith(home)) {
            give(Objects.requireNonNull(programs.getParent()));
            try (Stream<Path> files = Files.walk(programs)) {
                for (Path file :
                        files.filter(file -> !Files.isSymbolicLink(file)).toList()) {
                    give(file);
                }
            }
        }
    }

    List<String> tool(String... command) {
        return join(tool, List.of(command));
    }

    List<String> server(List<String> command) {
        return join(server, command);
    }

    private static boolean works(List<String> prefix) throws InterruptedException {
        try {
            return new ProcessBuilder(join(prefix, List.of("true")))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    private static List<String> join(List<String> prefix, List<String> command) {
        return Stream.of(prefix, command)
                .flatMap(List::stream)
                .collect(ArrayList::new, ArrayList::add, ArrayList::addAll);
    }
}
