package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documentation refers to is there. */
class DocumentationTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#\\s]*)(?:#([^)\\s]+))?\\)");
    private static final Pattern NAMED_TEST = Pattern.compile("`([A-Z]\\w+Test)\\b[^`]*`");
    /** A table of the database is named alike, but for its underscore. */
    private static final Pattern NAMED_CODE =
            Pattern.compile("`((?:api|access|command|query|personal|standalone|benchmark)(?:\\.[A-Za-z]+)+)`");

    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    @Test
    void every_link_leads_to_a_page_and_its_heading() throws IOException {
        List<String> dead = new ArrayList<>();
        int links = 0;
        for (Path page : pages()) {
            Matcher link = LINK.matcher(Files.readString(page));
            while (link.find()) {
                links++;
                Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
                if (!Files.exists(target)
                        || (link.group(2) != null && !headings(target).contains(link.group(2)))) {
                    dead.add(ROOT.relativize(page) + ": " + link.group());
                }
            }
        }
        assertThat(links).isGreaterThan(30);
        assertThat(dead).isEmpty();
    }

    @Test
    void every_test_that_is_said_to_try_a_promise_is_there() throws IOException {
        Set<String> tests;
        try (Stream<Path> files = Files.walk(ROOT)) {
            tests = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Test.java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
        List<String> named = new ArrayList<>();
        for (Path page : pages()) {
            NAMED_TEST.matcher(Files.readString(page)).results().forEach(test -> named.add(test.group(1)));
        }
        assertThat(named).hasSizeGreaterThan(20);
        assertThat(tests).containsAll(named);
    }

    @Test
    void the_tree_in_the_readme_names_every_module_with_its_packages() throws IOException {
        String tree = tree();
        List<String> missing = new ArrayList<>();
        for (Path sources : sources()) {
            String module = ROOT.relativize(sources).getName(0).toString();
            String row = tree.lines()
                    .filter(line -> line.startsWith("| `" + module + "`"))
                    .findFirst()
                    .orElse("");
            Set<String> named = words(row);
            named.addAll(words(tree.substring(tree.lastIndexOf("\n\n", tree.indexOf("A folder for each feature")))));
            if (row.isEmpty()) {
                missing.add(module);
            }
            List<String> there = packages(sources);
            there.stream().filter(one -> !named.contains(one)).forEach(one -> missing.add(module + ": " + one));
            words(row.substring(row.lastIndexOf("|", row.length() - 2))).stream()
                    .filter(one -> !there.contains(one))
                    .forEach(one -> missing.add(module + " has no more: " + one));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void the_tree_in_the_readme_has_a_row_for_every_folder_and_leads_to_every_page() throws IOException {
        String tree = tree();
        List<String> rows = Pattern.compile("(?m)^\\| `([^`]+)` \\|")
                .matcher(tree)
                .results()
                .map(row -> row.group(1))
                .toList();
        Set<String> leftOut = Set.of(".git", ".mvn", ".idea", ".vscode", ".settings", "data", "target");
        try (Stream<Path> top = Files.list(ROOT)) {
            assertThat(top.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString())
                            .filter(folder -> !leftOut.contains(folder)))
                    .containsExactlyInAnyOrderElementsOf(rows);
        }
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            assertThat(docs.map(page -> page.getFileName().toString()).filter(page -> page.endsWith(".md")))
                    .allMatch(page -> tree.contains("](docs/" + page + ")"));
        }
    }

    /** As {@code command.ledger}, or {@code api.facts.EntityKind}: of tests, too. */
    @Test
    void every_package_and_class_that_is_named_with_its_package_is_there() throws IOException {
        Set<Path> folders = new HashSet<>();
        for (Path sources : sources()) {
            folders.add(sources);
            folders.add(Path.of(sources.toString().replace("src/main/java", "src/test/java")));
        }
        List<String> named = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        for (Path page : pages()) {
            NAMED_CODE
                    .matcher(Files.readString(page))
                    .results()
                    .map(code -> code.group(1))
                    .forEach(code -> {
                        named.add(code);
                        String path = code.replace('.', '/');
                        if (folders.stream()
                                .noneMatch(folder -> Files.isDirectory(folder.resolve(path))
                                        || Files.isRegularFile(folder.resolve(path + ".java")))) {
                            gone.add(ROOT.relativize(page) + ": " + code);
                        }
                    });
        }
        assertThat(named).hasSizeGreaterThan(30);
        assertThat(gone).isEmpty();
    }

    private static String tree() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        int begin = readme.indexOf("## The tree");
        return readme.substring(begin, readme.indexOf("\n## ", begin));
    }

    /** Where the classes of each module are. */
    private static List<Path> sources() throws IOException {
        Matcher module = Pattern.compile("<module>([^<]+)</module>").matcher(Files.readString(ROOT.resolve("pom.xml")));
        List<Path> sources = module.results()
                .map(found -> ROOT.resolve(found.group(1)).resolve("src/main/java/org/preventionnetwork/registry"))
                .toList();
        assertThat(sources).hasSizeGreaterThan(5).allMatch(Files::isDirectory);
        return sources;
    }

    /** The topmost ones: below the module's own. */
    private static List<String> packages(Path sources) throws IOException {
        List<String> packages = new ArrayList<>();
        try (Stream<Path> sides = Files.list(sources)) {
            for (Path side : sides.toList()) {
                try (Stream<Path> within = Files.list(side)) {
                    within.filter(Files::isDirectory)
                            .forEach(one -> packages.add(one.getFileName().toString()));
                }
            }
        }
        return packages;
    }

    private static Set<String> words(String text) {
        return Pattern.compile("[a-z]+")
                .matcher(text)
                .results()
                .map(word -> word.group())
                .collect(Collectors.toSet());
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> top = Files.list(ROOT);
                Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(top, docs)
                    .filter(file -> file.getFileName().toString().endsWith(".md"))
                    .toList();
        }
    }

    /** As they are addressed: small letters, dashes for blanks, nothing else but letters and digits. */
    private static Set<String> headings(Path page) {
        try {
            return HEADING.matcher(Files.readString(page))
                    .results()
                    .map(heading -> heading.group(1)
                            .toLowerCase(Locale.ROOT)
                            .replaceAll("[^\\p{L}\\p{N} _-]", "")
                            .replace(' ', '-'))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
