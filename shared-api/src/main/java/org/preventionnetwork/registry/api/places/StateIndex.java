package org.preventionnetwork.registry.api.places;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.preventionnetwork.registry.api.text.EditDistance;

/** All folded names of all states. Loading it takes a moment, so it waits for the first name that is asked for. */
final class StateIndex {

    private static final int NEAREST_SHOWN = 3;
    private static final int LONGEST = 120;

    /**
     * What more than one state is or was called.
     */
    private static final Map<String, List<String>> AMBIGUOUS = Map.ofEntries(
            Map.entry("Korea", List.of("KR", "KP")),
            Map.entry("Corea", List.of("KR", "KP")),
            Map.entry("Corée", List.of("KR", "KP")),
            Map.entry("Coreia", List.of("KR", "KP")),
            Map.entry("Virgin Islands", List.of("VG", "VI")),
            Map.entry("Islas Vírgenes", List.of("VG", "VI")),
            Map.entry("Îles Vierges", List.of("VG", "VI")),
            Map.entry("Ilhas Virgens", List.of("VG", "VI")));

    private final Map<String, StateCode> states = new TreeMap<>();
    private final Map<String, List<StateCode>> ambiguous = new HashMap<>();
    /** By their words in no order, for proposals only. */
    private final Map<String, Set<StateCode>> byWords = new HashMap<>();

    private StateIndex() {
        Stream.concat(StateCodes.all().stream(), StateCodes.gone().stream()).forEach(state -> {
            StateNames.everyNameOf(state).forEach(name -> add(name, state));
            StateNames.formerNamesOf(state).forEach(name -> add(name, state));
        });
        CsvResource.rows("state-aliases.csv", 3).forEach(row -> add(row.get(0), new StateCode(row.get(1))));
        AMBIGUOUS.forEach(this::addAmbiguous);
    }

    static StateIndex get() {
        return Loaded.INDEX;
    }

    StateCode find(String name) {
        String folded = name.length() > LONGEST ? "" : NameFolding.fold(name);
        if (ambiguous.containsKey(folded)) {
            throw UnknownState.ambiguous(name, ambiguous.get(folded));
        }
        StateCode state = states.get(folded);
        if (state == null) {
            throw UnknownState.named(name, proposals(name, folded));
        }
        return state;
    }

    private List<StateCode> proposals(String name, String folded) {
        if (folded.isEmpty()) {
            return List.of();
        }
        String bare = NameFolding.fold(StatisticsNames.withoutFootnote(name.strip()));
        StateCode without = states.get(bare);
        if (without != null) {
            return List.of(without);
        }
        Set<StateCode> sameWords = byWords.getOrDefault(StatisticsNames.words(bare), Set.of());
        return sameWords.isEmpty()
                ? nearest(folded)
                : sameWords.stream().sorted().toList();
    }

    /** The states whose names differ in few letters, the nearest first. */
    private List<StateCode> nearest(String folded) {
        int tolerance = Math.min(3, (folded.length() - 1) / 3);
        var distances = new HashMap<StateCode, Integer>();
        states.forEach((name, state) -> {
            if (Math.abs(name.length() - folded.length()) <= tolerance) {
                distances.merge(state, EditDistance.between(name, folded), Math::min);
            }
        });
        return distances.entrySet().stream()
                .filter(entry -> entry.getValue() <= tolerance)
                .sorted(Map.Entry.<StateCode, Integer>comparingByValue()
                        .thenComparing(Map.Entry::getKey, Comparator.naturalOrder()))
                .limit(NEAREST_SHOWN)
                .map(Map.Entry::getKey)
                .toList();
    }

    private void add(String name, StateCode state) {
        String folded = NameFolding.fold(name);
        byWords.computeIfAbsent(StatisticsNames.words(folded), words -> new HashSet<>())
                .add(state);
        StateCode other = states.put(folded, state);
        if (other != null && !other.equals(state)) {
            throw new IllegalStateException("%s names both %s and %s".formatted(name, other, state));
        }
    }

    private void addAmbiguous(String name, List<String> codes) {
        if (states.containsKey(NameFolding.fold(name))) {
            throw new IllegalStateException(name + " is said to be ambiguous, and is not");
        }
        ambiguous.put(NameFolding.fold(name), codes.stream().map(StateCode::new).toList());
    }

    private static final class Loaded {
        private static final StateIndex INDEX = new StateIndex();
    }
}
