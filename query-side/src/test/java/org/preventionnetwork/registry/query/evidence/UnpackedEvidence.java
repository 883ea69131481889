package org.preventionnetwork.registry.query.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A pack in a folder, checked by the commands of its own README and by nothing of ours. */
record UnpackedEvidence(Path folder) {
    private static final Pattern COMMANDS = Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL);

    record Checked(int status, String printed) {}

    static UnpackedEvidence of(byte[] zip, Path folder) throws IOException {
        try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = files.getNextEntry(); entry != null; entry = files.getNextEntry()) {
                Path file = folder.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, files.readAllBytes());
            }
        }
        return new UnpackedEvidence(folder);
    }

    List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    byte[] read(String file) throws IOException {
        return Files.readAllBytes(folder.resolve(file));
    }

    String text(String file) throws IOException {
        return new String(read(file), StandardCharsets.UTF_8);
    }

    /** All blocks of commands, in order, in one shell, as the README says. */
    Checked followReadme(String readme) throws IOException, InterruptedException {
        String script =
                COMMANDS.matcher(readme).results().map(MatchResult::group).collect(Collectors.joining("\n"));
        Path printed = Files.createTempFile("printed", ".txt");
        Process shell = new ProcessBuilder(
                        "bash", "-c", script.replace("```bash", "").replace("```", ""))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        if (!shell.waitFor(2, TimeUnit.MINUTES)) {
            shell.destroyForcibly();
            throw new IllegalStateException("the README's commands do not end");
        }
        Checked checked = new Checked(shell.exitValue(), Files.readString(printed));
        Files.delete(printed);
        return checked;
    }
}
