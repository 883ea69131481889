package org.preventionnetwork.registry.standalone;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What tests need that Maven does not bring: a browser, and the bash and openssl that auditors are told to use. The
 * build starts this file as a program before anything else, so it knows nothing but the JDK.
 *
 * @param folders where programs are looked for by name
 * @param places where browsers lie that are in no such folder
 */
record TestTools(List<Path> folders, List<Path> places) {
    private static final List<String> BROWSERS = List.of(
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
            "chrome",
            "msedge",
            "microsoft-edge",
            "microsoft-edge-stable");
    private static final List<String> APPLICATIONS = List.of("Chromium", "Google Chrome", "Microsoft Edge");
    private static final Pattern OPENSSL = Pattern.compile("OpenSSL ([3-9]|[1-9][0-9]+)\\..*", Pattern.DOTALL);
    private static final Pattern VERSION = Pattern.compile("[0-9]+(\\.[0-9]+){2,}");
    private static final Pattern CHOSEN = Pattern.compile("\\s(?:-pl|--projects)[ =]?(\\S+)");
    private static final int PATIENCE_SECONDS = 30;
    private static final String BROWSER_CURE =
            """
            The pages' tests need a browser. None of %s is on the PATH or in its usual place%s
              Debian, Ubuntu:  apt-get install chromium
              macOS:           install Google Chrome or Microsoft Edge
              elsewhere:       -Dchromium=<path of a Chromium, Chrome or Edge>
              without tests:   -DskipTests
            """;

    static TestTools ofThisMachine() {
        List<Path> folders = new ArrayList<>();
        for (String folder :
                Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator)) {
            if (!folder.isBlank()) {
                folders.add(Path.of(folder));
            }
        }
        for (String usual : List.of(
                "/usr/bin",
                "/usr/local/bin",
                "/snap/bin",
                "/opt/google/chrome",
                "/opt/microsoft/msedge",
                "/opt/homebrew/bin")) {
            folders.add(Path.of(usual));
        }
        List<Path> places = Stream.of("/", System.getProperty("user.home", "/"))
                .flatMap(root -> APPLICATIONS.stream()
                        .map(name -> Path.of(root, "Applications", name + ".app", "Contents", "MacOS", name)))
                .toList();
        return new TestTools(folders, places);
    }

    /** @return the first browser that says its version: some systems have a program of that name that only advises */
    Optional<Path> browser() {
        String named = System.getProperty("chromium", "");
        Stream<Path> candidates = named.isEmpty() || named.startsWith("$")
                ? Stream.concat(BROWSERS.stream().flatMap(this::named), places.stream())
                : Stream.of(Path.of(named));
        return candidates
                .filter(Files::isExecutable)
                .filter(program ->
                        VERSION.matcher(output(program.toString(), "--version")).find())
                .findFirst();
    }

    private Stream<Path> named(String program) {
        return folders.stream()
                .flatMap(folder -> Stream.of(folder.resolve(program), folder.resolve(program + ".exe")))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file));
    }

    private boolean has(String program) {
        return named(program).findAny().isPresent();
    }

    /** What is missing for the scripts that are handed to auditors, each with its cure. */
    List<String> missingForScripts() {
        List<String> missing = new ArrayList<>();
        if (!has("bash")) {
            missing.add("The tests need bash, in which auditors check evidence: install the package bash.");
        }
        Optional<Path> openssl = named("openssl").findFirst();
        String version =
                openssl.map(program -> output(program.toString(), "version")).orElse("");
        if (!OPENSSL.matcher(version).matches()) {
            missing.add("The tests need openssl 3, with which auditors check evidence; "
                    + (version.isBlank() ? "there is none" : "there is " + version.strip())
                    + ": install the package openssl (macOS: brew install openssl@3, and put it first on the PATH).");
        }
        return missing;
    }

    /** @param why no other could be had */
    static String browserCure(String why) {
        return BROWSER_CURE.formatted(String.join(", ", BROWSERS), why.isBlank() ? "." : ", " + why);
    }

    /**
     * Lets Playwright fetch its own browser, unless it has it already, and tries it.
     *
     * @param classpath on which Playwright is
     * @return why it cannot be used; empty when it can
     */
    static Optional<String> fetchBrowser(String classpath) throws IOException {
        String fetched = playwright(classpath, "install", "--only-shell", "chromium");
        if (!fetched.isEmpty()) {
            return Optional.of("and Playwright's own could not be fetched:\n" + fetched);
        }
        Path picture = Files.createTempFile("tried", ".png");
        try {
            String tried = playwright(classpath, "screenshot", "about:blank", picture.toString());
            return tried.isEmpty()
                    ? Optional.empty()
                    : Optional.of("and Playwright's own, which was fetched, does not start:\n" + tried);
        } finally {
            Files.deleteIfExists(picture);
        }
    }

    /** @return nothing when it went well, else what it said last */
    private static String playwright(String classpath, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classpath,
                "com.microsoft.playwright.CLI"));
        command.addAll(List.of(arguments));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            // The driver would otherwise fetch every browser that it knows before it does what it was asked for.
            builder.environment().put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", arguments[0].equals("install") ? "" : "1");
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() == 0) {
                return "";
            }
            List<String> lines = said.lines()
                    .filter(line -> line.contains("Error") || line.contains("rror:"))
                    .distinct()
                    .limit(3)
                    .map(line -> "    " + line.strip())
                    .toList();
            return lines.isEmpty() ? "    it ended with code " + process.exitValue() : String.join("\n", lines);
        } catch (IOException e) {
            return "    " + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "    interrupted";
        }
    }

    private static String output(String... command) {
        try {
            Path said = Files.createTempFile("said", ".txt");
            try {
                Process process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
                if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    return "";
                }
                return process.exitValue() == 0 ? Files.readString(said) : "";
            } finally {
                Files.deleteIfExists(said);
            }
        } catch (IOException notAProgram) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /**
     * Whether this call of Maven runs a module's tests: all do that name no modules.
     *
     * @param command Maven's command line
     * @param modules any of these
     */
    static boolean builds(String command, String... modules) {
        Matcher chosen = CHOSEN.matcher(command);
        return !chosen.find()
                || command.matches(".*\\s(-amd|--also-make-dependents)\\b.*")
                || Stream.of(modules).anyMatch(chosen.group(1)::contains);
    }

    /**
     * The build's first step. Ends with 1 when tests that will run lack something, and says what and how to mend it.
     *
     * @param arguments {@code skipTests=…}, {@code maven.test.skip=…} and {@code command=…}, as Maven knows them
     */
    public static void main(String[] arguments) throws IOException {
        List<String> said = List.of(arguments);
        if (said.contains("skipTests=true") || said.contains("maven.test.skip=true")) {
            return;
        }
        String command = said.stream()
                .filter(one -> one.startsWith("command="))
                .findFirst()
                .orElse("");
        TestTools tools = ofThisMachine();
        List<String> missing = new ArrayList<>();
        if (builds(command, "query-side", "standalone", "benchmark")) {
            missing.addAll(tools.missingForScripts());
        }
        if (builds(command, "standalone", "benchmark") && tools.browser().isEmpty()) {
            System.out.println("There is no browser for the pages' tests: Playwright fetches its own.");
            fetchBrowser(System.getProperty("java.class.path"))
                    .ifPresent(why -> missing.add(browserCure(why).strip()));
        }
        if (!missing.isEmpty()) {
            missing.forEach(one -> System.out.println("\n" + one));
            System.out.println();
            System.exit(1);
        }
    }
}
