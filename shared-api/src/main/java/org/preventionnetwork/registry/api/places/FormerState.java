package org.preventionnetwork.registry.api.places;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/**
 * A state that is gone, as {@code former-states.csv} has it. Cheap to load: the codes that exist are among it.
 *
 * @param code ISO 3166-3's four letters, or four that begin with {@code X}, which ISO leaves to its users
 * @param alpha3 that no other state has had, or {@code -}
 * @param names in the order of {@link StateNames#LANGUAGES}
 */
record FormerState(
        String code,
        String alpha3,
        HistoricalDate from,
        HistoricalDate until,
        String region,
        List<String> successors,
        List<String> names) {

    /** By code, in its order. */
    static final Map<String, FormerState> ALL = load();

    private static Map<String, FormerState> load() {
        Map<String, FormerState> all = new TreeMap<>();
        for (List<String> row : CsvResource.rows("former-states.csv", 11)) {
            all.put(
                    row.get(0),
                    new FormerState(
                            row.get(0),
                            row.get(1),
                            HistoricalDate.parse(row.get(2)),
                            HistoricalDate.parse(row.get(3)),
                            row.get(4),
                            List.of(row.get(5).split(" ")),
                            row.subList(6, 10)));
        }
        return all;
    }
}
