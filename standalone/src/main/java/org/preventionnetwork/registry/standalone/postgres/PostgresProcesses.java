package org.preventionnetwork.registry.standalone.postgres;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * Which PostgreSQL processes really are at work in a data directory. A pid file only says that one once was; after a
 * crash its number may belong to somebody else.
 */
final class PostgresProcesses {
    private static final Path PROC = Path.of("/proc");

    private PostgresProcesses() {}

    static OptionalLong recordedPid(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return OptionalLong.empty();
        }
        return Files.readAllLines(file).stream()
                .limit(1)
                .map(String::strip)
                .filter(line -> line.matches("\\d{1,10}"))
                .mapToLong(Long::parseLong)
                .findFirst();
    }

    /** Whether the process lives and works in the directory; without /proc, whether it is a living PostgreSQL. */
    static boolean worksIn(long pid, Path data) {
        if (Files.isDirectory(PROC.resolve("self"))) {
            return lives(pid) && hasWorkingDirectory(pid, data);
        }
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(handle -> handle.info().command())
                .filter(command -> command.contains("postgres"))
                .isPresent();
    }

    /** Whether any process, postmaster or backend, still works in the directory. */
    static boolean anyWorksIn(Path data) throws IOException {
        if (!Files.isDirectory(PROC.resolve("self"))) {
            OptionalLong pid = recordedPid(data);
            return pid.isPresent() && worksIn(pid.getAsLong(), data);
        }
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                if (worksIn(Long.parseLong(process.getFileName().toString()), data)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean lives(long pid) {
        try {
            String stat = Files.readString(PROC.resolve(pid + "/stat"));
            char state = stat.charAt(stat.lastIndexOf(')') + 2);
            return state != 'Z' && state != 'X';
        } catch (IOException gone) {
            return false;
        }
    }

    private static boolean hasWorkingDirectory(long pid, Path data) {
        try {
            return Files.readSymbolicLink(PROC.resolve(pid + "/cwd")).equals(data.toRealPath());
        } catch (IOException goneOrSomebodyElses) {
            return false;
        }
    }
}
