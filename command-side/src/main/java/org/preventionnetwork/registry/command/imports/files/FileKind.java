package org.preventionnetwork.registry.command.imports.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of an import, in the order in which they depend on each other, with their columns. Reports are kept with the
 * places of the files, so a new one comes last.
 */
public enum FileKind {
    PROGRAMMES("programme name", "established_on closed_on"),
    INSTITUTIONS("institution name kind", "state"),
    NETWORKS("network name kind", "announced_on founded_on dissolved_on secretariat"),
    MEMBERSHIPS("network state kind from", "until"),
    SEMINARS(
            "seminar title programme edition mode starts_on status",
            "ends_on city state venue capacity languages foundational cycle part themes co_organisers participants"
                    + " states_count states networks"),
    OFFICIALS("full_name state", "official email institution position from"),
    ENROLLMENTS("seminar official status on", "nominated_by certificate"),
    FOCAL_POINTS("network state institution from", "until official acting"),
    MEETINGS("network meeting title starts_on", "ends_on ordinal mode city host_state attending_states"),
    INITIATIVES("initiative title states type", "network lead_institution launched_on stage stage_on programmes"),
    STATEMENTS("statement stated_on metric qualifier value", "scope roster"),
    PROGRAMME_NAMES("programme name language from", ""),
    INSTITUTION_NAMES("institution name language from", ""),
    NETWORK_NAMES("network name language from", ""),
    NETWORK_LISTS("network list as_of", "from"),
    PROGRAMME_LISTS("programme list as_of", "from"),
    ROSTERS("seminar as_of", ""),
    PROGRAMME_NETWORKS("programme network", "from until");

    /** Columns whose name begins so are the sender's own and are passed over. */
    private static final String PRIVATE = "x-";

    /** The column that names an official. */
    static final String PERSON = "official";
    /** Texts of any length, in which a person may be named. */
    private static final Set<String> FREE = Set.of("source", "note");

    private static final Set<String> DATES = Set.of("from", "until", "on", "as_of");
    private static final Set<String> CHOICES =
            Set.of("kind", "edition", "mode", "status", "type", "stage", "metric", "qualifier", "language", "list");

    private final List<String> required;
    private final List<String> all;

    FileKind(String required, String optional) {
        this.required = List.of(required.split(" "));
        this.all = new ArrayList<>(this.required);
        if (!optional.isEmpty()) {
            this.all.addAll(List.of(optional.split(" ")));
        }
        this.all.addAll(List.of("source", "note"));
        if (!this.required.get(0).equals(entity()) && this.all.remove(entity())) {
            this.all.add(0, entity());
        }
    }

    /** As in {@code focal_points.csv}. */
    public String fileName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param name with or without ending, in any case */
    public static Optional<FileKind> named(String name) {
        String bare = name.toLowerCase(Locale.ROOT);
        int dot = bare.lastIndexOf('.');
        String stem = dot < 0 ? bare : bare.substring(0, dot);
        return Arrays.stream(values())
                .filter(kind -> kind.fileName().equals(stem))
                .findFirst();
    }

    /** The one file that has all these columns, and needs no others. */
    public static Optional<FileKind> withColumns(List<String> columns) {
        List<FileKind> fitting = Arrays.stream(values())
                .filter(kind ->
                        columns.containsAll(kind.required) && columns.stream().allMatch(kind::accepts))
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    /** Whether some file has a column of this name. */
    static boolean isColumn(String name) {
        return Arrays.stream(values()).anyMatch(kind -> kind.all.contains(name));
    }

    /** Whether the column holds dates. */
    static boolean isDate(String column) {
        return DATES.contains(column) || column.endsWith("_on");
    }

    /** Whether the column holds one of a few words, which are written in capitals. */
    static boolean isChoice(String column) {
        return CHOICES.contains(column);
    }

    /** Whether the column holds texts of any length. */
    static boolean isFree(String column) {
        return FREE.contains(column);
    }

    public static String names() {
        return Stream.of(values()).map(FileKind::fileName).collect(Collectors.joining(", "));
    }

    /**
     * Whether its rows are about officials. In such a file a name may have slipped into any cell, the one for an id
     * included, so that of what its cells say nothing is kept but what can be none.
     */
    public boolean isAboutPersons() {
        return all.contains(PERSON);
    }

    /** Whether what a cell of this column says may be repeated in a report, which is kept. */
    public boolean isRepeatable(String column) {
        return !isAboutPersons() && all.contains(column) && !FREE.contains(column);
    }

    public List<String> required() {
        return required;
    }

    /** Every column of the file; first the one that names what a row is about, then the required ones. */
    public List<String> columns() {
        return List.copyOf(all);
    }

    boolean accepts(String column) {
        return all.contains(column) || column.startsWith(PRIVATE);
    }

    /** The column that names the entity the row is about. */
    public String entityColumn() {
        return entity();
    }

    /** An official needs no id of its sender's: it is made, or known by e-mail or name. */
    private String entity() {
        return name().equals("OFFICIALS") ? "official" : required.get(0);
    }
}
