package org.preventionnetwork.registry.command.imports.files;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.preventionnetwork.registry.api.facts.Mode;
import org.preventionnetwork.registry.api.facts.Slug;
import org.preventionnetwork.registry.api.initiatives.InitiativeStage;
import org.preventionnetwork.registry.api.initiatives.InitiativeType;
import org.preventionnetwork.registry.api.institutions.InstitutionKind;
import org.preventionnetwork.registry.api.networks.MembershipKind;
import org.preventionnetwork.registry.api.networks.NetworkKind;
import org.preventionnetwork.registry.api.networks.NetworkList;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.places.UnknownState;
import org.preventionnetwork.registry.api.programmes.ProgrammeList;
import org.preventionnetwork.registry.api.seminars.SeminarEdition;
import org.preventionnetwork.registry.api.statements.Metric;
import org.preventionnetwork.registry.api.statements.Qualifier;
import org.preventionnetwork.registry.api.text.NameLanguage;
import org.preventionnetwork.registry.api.text.NearestName;
import org.preventionnetwork.registry.api.time.LooseDate;

/**
 * Which cells a report may keep. A list of persons can be handed in under the name of any file, and reports outlive the
 * persons in them, so a cell is kept only where it is what its column wants, or a misspelling of that: a date, a number,
 * an id, a state, one of a few words. Names, titles, places and whatever else is written freely are never kept.
 */
public final class Keepable {
    private static final int LONGEST = 60;
    private static final Set<String> STATES = Set.of("state", "host_state", "states", "attending_states");
    private static final Set<String> NUMBERS =
            Set.of("capacity", "part", "cycle", "participants", "states_count", "value", "ordinal");
    private static final Set<String> FLAGS = Set.of("foundational", "roster", "acting");
    private static final Set<String> IDS = Set.of(
            "programme",
            "institution",
            "network",
            "secretariat",
            "seminar",
            "meeting",
            "initiative",
            "lead_institution",
            "programmes",
            "networks",
            "statement",
            "scope");
    private static final Map<String, List<String>> WORDS = Map.ofEntries(
            Map.entry("kind", names(InstitutionKind.values(), NetworkKind.values(), MembershipKind.values())),
            Map.entry("edition", names(SeminarEdition.values())),
            Map.entry("mode", names(Mode.values())),
            Map.entry("status", List.of("PLANNED", "HELD", "CANCELLED")),
            Map.entry("type", names(InitiativeType.values())),
            Map.entry("stage", names(InitiativeStage.values())),
            Map.entry("metric", names(Metric.values())),
            Map.entry("qualifier", names(Qualifier.values())),
            Map.entry("language", names(NameLanguage.values())),
            Map.entry("list", names(NetworkList.values(), ProgrammeList.values())));

    private static final Pattern DATE = Pattern.compile("[0-9]{1,4}([-/. ][0-9]{1,4}){0,2}[~?]?");
    /** No telephone's, and no person's. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,6}([.,][0-9]{1,3})?");

    private static final Pattern ID = Pattern.compile(Slug.PATTERN);
    /** Without one it may be the number of a person's document. */
    private static final Pattern LETTER = Pattern.compile("[a-z]");

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private Keepable() {}

    private static List<String> names(Enum<?>[]... words) {
        return Stream.of(words).flatMap(Arrays::stream).map(Enum::name).toList();
    }

    /** Whether a report may keep what stands in a cell of this column. */
    public static boolean may(FileKind kind, String column, String cell) {
        return kind.isRepeatable(column)
                && cell.length() <= LONGEST
                && Arrays.stream(cell.split(";")).map(Blanks::strip).allMatch(part -> fits(column, part));
    }

    private static boolean fits(String column, String cell) {
        if (FileKind.isDate(column)) {
            return DATE.matcher(cell).matches()
                    || LooseDate.read(cell).isPresent()
                    || !LooseDate.readings(cell).isEmpty();
        } else if (STATES.contains(column)) {
            return isState(cell);
        } else if (NUMBERS.contains(column)) {
            return NUMBER.matcher(cell).matches();
        } else if (IDS.contains(column)) {
            return ID.matcher(cell).matches() && LETTER.matcher(cell).find();
        } else if (FLAGS.contains(column)) {
            return NearestName.of(cell, List.of("yes", "no", "true", "false")).isPresent();
        } else if (column.equals("languages")) {
            return LANGUAGES.contains(cell.toLowerCase(Locale.ROOT));
        }
        return NearestName.of(cell, WORDS.getOrDefault(column, List.of())).isPresent();
    }

    private static boolean isState(String cell) {
        try {
            StateCode.of(cell);
            return true;
        } catch (UnknownState none) {
            return !none.candidates().isEmpty();
        }
    }
}
