package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every table has an owner, who alone names it in SQL, so that whoever changes it finds all who rely on it in one place;
 * everybody else asks. What may be named elsewhere is a promise, and says so below.
 */
class OwnedTablesTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern CREATED = Pattern.compile("(?i)CREATE TABLE (?:IF NOT EXISTS )?(\\w+\\.\\w+)");
    private static final Pattern PACKAGE =
            Pattern.compile("(?m)^package org\\.preventionnetwork\\.registry\\.([\\w.]+);");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])[a-z_]+\\.[a-z_]+");
    private static final Pattern VIEW = Pattern.compile("(?i)\\b(?:FROM|JOIN)\\s+(read\\.\\w+)");
    /** Whichever begins first hides the others in it. */
    private static final Pattern COMMENT_OR_TEXT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*|'(?:[^'\\\\\\n]|\\\\.)+'"
            + "|\"\"\"(?<block>.*?)\"\"\"|\"(?<line>(?:[^\"\\\\\\n]|\\\\.)*+)\"");

    /** It measures the tables themselves. */
    private static final String BENCHMARK = "benchmark";

    /** Views of the projections that are live, which no migration makes. */
    private static final String VIEWS = "read";

    /**
     * By table, or schema, the packages that may name it. {@code api.store} says of the events what everybody may select.
     * What more than one package may name is a promise: an entry of the ledger is the place of an event in the order that
     * all of the query side reads, proofs are made of its tree, and what is said of projections is said in answers.
     */
    private static final Map<String, Set<String>> OWNERS = Map.ofEntries(
            Map.entry("events.domainevententry", Set.of("command.ledger", "command.infrastructure", "api.store")),
            Map.entry("events.merged_official", Set.of("command.infrastructure")),
            Map.entry("ledger.entry", Set.of("command.ledger", "api.store", "query")),
            Map.entry(
                    "ledger.state",
                    Set.of("command.ledger", "command.infrastructure", "query.infrastructure", "query.ledger")),
            Map.entry("ledger.node", Set.of("command.ledger", "query.ledger")),
            Map.entry("ledger.checkpoint", Set.of("command.ledger", "query.ledger")),
            Map.entry("ledger.verdict", Set.of("command.ledger")),
            Map.entry("ledger.erasure_receipt", Set.of("command.erasure")),
            Map.entry("ledger.clock_confirmation", Set.of("command.clock")),
            Map.entry("imports", Set.of("command.imports.runs")),
            Map.entry("keys", Set.of("personal")),
            Map.entry("access.account", Set.of("access.accounts", "access.tokens")),
            Map.entry("access.account_change", Set.of("access.accounts")),
            Map.entry("access.token", Set.of("access.tokens")),
            Map.entry("access_log", Set.of("personal", "query.personal")),
            Map.entry("operations.projection", Set.of("query.projection.engine", "query.http", "query.figures")),
            Map.entry("operations.dead_letter", Set.of("query.projection.engine", "query.history")),
            Map.entry("operations.skipped", Set.of("query.projection.engine", "query.history")),
            Map.entry("operations.tokenentry", Set.of("query.projection.engine")),
            Map.entry(VIEWS, Set.of("query")));

    private record Use(String table, String by) {}

    @Test
    void only_its_owner_names_a_table() throws IOException {
        List<Use> uses = uses();
        assertThat(uses.stream().filter(use -> owners(use.table()).stream().noneMatch(owner -> isIn(use.by(), owner))))
                .as("name a table that is not theirs: they ask its owner")
                .isEmpty();
        OWNERS.forEach(
                (table, owners) -> assertThat(owners).as("still name %s", table).allMatch(owner -> uses.stream()
                        .anyMatch(use -> (use.table() + ".").startsWith(table + ".") && isIn(use.by(), owner))));
    }

    @Test
    void every_table_that_a_migration_makes_has_an_owner() throws IOException {
        assertThat(tables())
                .hasSizeGreaterThan(20)
                .allSatisfy(table -> assertThat(owners(table)).as(table).isNotEmpty());
    }

    /** A migration runs for its module alone, when others may not have begun. */
    @Test
    void no_migration_names_the_tables_of_another_module() throws IOException {
        Map<String, List<String>> scripts = new HashMap<>();
        for (Path script : files("resources/db/migration", ".sql")) {
            scripts.computeIfAbsent(module(script), module -> new ArrayList<>()).add(Files.readString(script));
        }
        Map<String, Set<String>> made = new HashMap<>();
        scripts.forEach((module, texts) -> made.put(module, made(texts)));
        assertThat(made).hasSizeGreaterThan(3);
        scripts.forEach((module, texts) -> made.forEach((other, tables) -> {
            if (!other.equals(module)) {
                assertThat(named(String.join("\n", texts), tables)).as(module).isEmpty();
            }
        }));
    }

    private static boolean isIn(String type, String owner) {
        return type.startsWith(owner + ".");
    }

    private static Set<String> owners(String table) {
        return OWNERS.getOrDefault(table, OWNERS.getOrDefault(table.substring(0, table.indexOf('.')), Set.of()));
    }

    private static List<Use> uses() throws IOException {
        Set<String> tables = tables();
        List<Use> uses = new ArrayList<>();
        for (Path source : files("java", ".java")) {
            if (module(source).equals(BENCHMARK)) {
                continue;
            }
            String code = Files.readString(source);
            Matcher inside = PACKAGE.matcher(code);
            String type = source.getFileName().toString().replace(".java", "");
            String by = inside.find() ? inside.group(1) + "." + type : type;
            Matcher found = COMMENT_OR_TEXT.matcher(code);
            while (found.find()) {
                String text = found.group("block") == null ? found.group("line") : found.group("block");
                if (text != null) {
                    named(text, tables).forEach(table -> uses.add(new Use(table, by)));
                }
            }
        }
        return uses;
    }

    /** What a text names of these tables, with their sequences, and of the views. */
    private static Set<String> named(String text, Set<String> tables) {
        Set<String> named = new TreeSet<>();
        NAME.matcher(text).results().map(MatchResult::group).forEach(name -> tables.stream()
                .filter(table -> name.equals(table) || (name.startsWith(table + "_") && !tables.contains(name)))
                .forEach(named::add));
        VIEW.matcher(text).results().forEach(view -> named.add(view.group(1)));
        return named;
    }

    private static Set<String> tables() throws IOException {
        List<String> scripts = new ArrayList<>();
        for (Path script : files("resources/db/migration", ".sql")) {
            scripts.add(Files.readString(script));
        }
        return made(scripts);
    }

    private static Set<String> made(List<String> scripts) {
        return scripts.stream()
                .flatMap(script -> CREATED.matcher(script).results())
                .map(made -> made.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String module(Path file) {
        return ROOT.relativize(file).getName(0).toString();
    }

    private static List<Path> files(String under, String ending) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> modules = Files.newDirectoryStream(ROOT, Files::isDirectory)) {
            for (Path module : modules) {
                Path folder = module.resolve("src/main").resolve(under);
                if (Files.isDirectory(folder)) {
                    try (Stream<Path> files = Files.walk(folder)) {
                        files.filter(file -> file.toString().endsWith(ending)).forEach(found::add);
                    }
                }
            }
        }
        return found;
    }
}
