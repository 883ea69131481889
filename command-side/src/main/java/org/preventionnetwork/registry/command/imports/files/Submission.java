package org.preventionnetwork.registry.command.imports.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.preventionnetwork.registry.command.imports.files.Cause.Said;

/**
 * What a sender handed in: a ZIP of CSV files, a folder of them, a single one, or a workbook. What it is is told by its
 * content, not by its name.
 */
public final class Submission implements Closeable {
    private static final String WORKBOOK = "xl/workbook.xml";

    private final List<Table> tables;
    private final List<Closeable> resources;
    private final List<Problem> notes;

    private Submission(List<Table> tables, List<Closeable> resources) {
        this(tables, resources, List.of());
    }

    private Submission(List<Table> tables, List<Closeable> resources, List<Problem> notes) {
        this.notes = notes;
        this.tables = tables.stream().sorted(Comparator.comparing(Table::kind)).toList();
        this.resources = resources;
    }

    /** What is worth saying of what was handed in, beside its files, and is not wrong with it. */
    public List<Problem> notes() {
        return notes;
    }

    /** The files in the order in which they depend on each other. */
    public List<Table> tables() {
        return tables;
    }

    /**
     * @param given as the sender named it; nothing that is said of it repeats this, see {@link FileNames}
     * @throws Unreadable saying everything that is wrong with the files' names
     */
    public static Submission open(Path path, String given, Limits limits) throws IOException {
        String name = FileNames.shown(given);
        if (Files.isDirectory(path)) {
            return new Submission(folder(path, name, limits), List.of());
        }
        byte[] start;
        try (InputStream input = Files.newInputStream(path)) {
            start = input.readNBytes(8);
        }
        if (start.length == 8 && ReadableWorkbook.isOLE2Header(start)) {
            throw new Unreadable(name, "PROTECTED", Cause.PROTECTED.with());
        }
        if (start.length < 8 || !ReadableWorkbook.isOOXMLZipHeader(start)) {
            return new Submission(List.of(single(path, given, limits)), List.of());
        }
        Archive archive = Archive.open(path, name, limits);
        try {
            if (archive.has(WORKBOOK)) {
                return workbook(path, name, limits, archive);
            }
            return new Submission(zip(archive, name, limits), List.of(archive));
        } catch (IOException | RuntimeException e) {
            archive.close();
            throw e;
        }
    }

    private static Table single(Path path, String given, Limits limits) {
        Input input = () -> Files.newInputStream(path);
        String name = FileNames.shown(given);
        FileKind kind = FileKind.named(Archive.baseName(given))
                .or(() -> CsvTable.recognised(name, input))
                .orElseThrow(() ->
                        new Unreadable(name, "UNKNOWN_FILE", Cause.FILE_UNKNOWN_BY_COLUMNS.with(FileKind.names())));
        return new CsvTable(kind, FileNames.csv(kind), input, limits);
    }

    private static List<Table> folder(Path folder, String name, Limits limits) throws IOException {
        List<Path> files;
        try (Stream<Path> listing = Files.list(folder)) {
            files = listing.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName()
                            .toString()
                            .toLowerCase(java.util.Locale.ROOT)
                            .endsWith(".csv"))
                    .sorted()
                    .toList();
        }
        Named named = new Named(name, "file ");
        for (Path file : files) {
            String own = file.getFileName().toString();
            Input input = () -> Files.newInputStream(file);
            named.add(
                    own,
                    () -> CsvTable.recognised(name, input),
                    kind -> new CsvTable(kind, FileNames.csv(kind), input, limits));
        }
        return named.tables();
    }

    private static List<Table> zip(Archive archive, String name, Limits limits) {
        Named named = new Named(name, "file ");
        for (String path : archive.files()) {
            if (path.toLowerCase(java.util.Locale.ROOT).endsWith(".csv")) {
                Input input = archive.input(path);
                named.add(
                        path,
                        () -> CsvTable.recognised(name, input),
                        kind -> new CsvTable(kind, FileNames.csv(kind), input, limits));
            } else {
                named.refuse(Cause.ARCHIVE_OF_OTHERS.with());
            }
        }
        return named.tables();
    }

    private static Submission workbook(Path path, String name, Limits limits, Archive archive) throws IOException {
        WorkbookParts parts = new WorkbookParts(name);
        archive.read(parts::look);
        parts.requireTexts();
        archive.close();
        ReadableWorkbook workbook;
        try {
            workbook = new ReadableWorkbook(path.toFile(), new ReadingOptions(true, true));
        } catch (IOException | RuntimeException e) {
            throw new Unreadable(name, "DAMAGED", Cause.WORKBOOK_DAMAGED.with());
        }
        try {
            Named named = new Named(name, "sheet ");
            for (Sheet sheet : workbook.getSheets().toList()) {
                String own = sheet.getName();
                Function<FileKind, SheetTable> table =
                        kind -> new SheetTable(kind, kind.fileName(), sheet, limits, parts.since1904());
                Supplier<Optional<FileKind>> columns =
                        () -> table.apply(FileKind.PROGRAMMES).recognised();
                if (FileKind.named(own).isPresent() || columns.get().isPresent()) {
                    named.add(own, columns, table::apply);
                } else {
                    named.passOver(isEmpty(sheet));
                }
            }
            return new Submission(named.tables(), List.of(workbook), named.passedOver());
        } catch (Unreadable e) {
            workbook.close();
            throw e;
        } catch (IOException | RuntimeException e) {
            workbook.close();
            throw new Unreadable(name, "DAMAGED", Cause.WORKBOOK_DAMAGED.with());
        }
    }

    private static boolean isEmpty(Sheet sheet) throws IOException {
        try (Stream<org.dhatim.fastexcel.reader.Row> rows = sheet.openStream()) {
            return rows.findAny().isEmpty();
        }
    }

    @Override
    public void close() throws IOException {
        for (Closeable resource : resources) {
            resource.close();
        }
    }

    /** Sorts files by their names, and says all that is wrong with these at once. */
    private static final class Named {
        private final String container;
        private final String part;
        private int place;
        private final Map<FileKind, Table> tables = new HashMap<>();
        private final List<Problem> problems = new ArrayList<>();
        private final List<Problem> others = new ArrayList<>();

        /** @param part what a file whose name is not repeated is called before its number */
        Named(String container, String part) {
            this.container = container;
            this.part = part;
        }

        /** @param columns what it is by its columns, asked where its name does not tell */
        void add(String path, Supplier<Optional<FileKind>> columns, Function<FileKind, Table> table) {
            Optional<FileKind> kind = FileKind.named(Archive.baseName(path)).or(columns);
            if (kind.isEmpty()) {
                refuse(Cause.FILE_UNKNOWN.with(FileKind.names()));
                return;
            }
            place++;
            Table earlier = tables.putIfAbsent(kind.get(), table.apply(kind.get()));
            if (earlier != null) {
                problems.add(Problem.ofFile(earlier.file(), "REPEATED_FILE", Cause.FILE_TWICE.with(part + place)));
            }
        }

        /** Something that is not read, but counts where files are told by their place. */
        void passOver(boolean empty) {
            place++;
            if (!empty) {
                others.add(
                        new Problem(part + place, 0, null, null, Problem.PASSED_OVER, Cause.SHEET_PASSED_OVER.with()));
            }
        }

        List<Problem> passedOver() {
            return others;
        }

        void refuse(Said said) {
            place++;
            problems.add(Problem.ofFile(part + place, "UNKNOWN_FILE", said));
        }

        List<Table> tables() {
            if (tables.isEmpty()) {
                others.forEach(other -> problems.add(
                        Problem.ofFile(other.file(), "UNKNOWN_FILE", Cause.FILE_UNKNOWN.with(FileKind.names()))));
            }
            if (problems.isEmpty() && tables.isEmpty()) {
                problems.add(Problem.ofFile(container, "NOTHING_THERE", Cause.NOTHING_THERE.with(FileKind.names())));
            }
            if (!problems.isEmpty()) {
                throw new Unreadable(problems);
            }
            return new ArrayList<>(tables.values());
        }
    }
}
