package org.preventionnetwork.registry.standalone.postgres;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How programs are started on this machine. PostgreSQL refuses to run as root, so root starts it in a user namespace of
 * its own; and where the system offers it, PostgreSQL asks the kernel to be interrupted when the registry dies, and
 * leaves the terminal's process group so that Ctrl-C reaches the registry first.
 *
 * @param tool what precedes a program that runs and ends
 * @param server what precedes the server
 */
record Launcher(List<String> tool, List<String> server) {
    private static final List<String> NAMESPACE = List.of("unshare", "-U");
    private static final List<String> TIED_TO_PARENT = List.of("setsid", "setpriv", "--pdeathsig", "INT");

    static Launcher forThisMachine() throws InterruptedException {
        return forUser(System.getProperty("user.name"));
    }

    static Launcher forUser(String user) throws InterruptedException {
        boolean root = "root".equals(user);
        List<String> tool = root ? NAMESPACE : List.of();
        List<String> tied = join(tool, TIED_TO_PARENT);
        if (works(tied)) {
            return new Launcher(tool, tied);
        }
        if (root && !works(tool)) {
            throw new IllegalStateException("PostgreSQL refuses to run as root, and this system lets root open no user"
                    + " namespace (unshare -U). Start the registry as another user, or name an existing PostgreSQL by"
                    + " spring.datasource.url.");
        }
        return new Launcher(tool, tool);
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
