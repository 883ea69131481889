package org.preventionnetwork.registry.query.web;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the pages call the parameters that somebody fills in: as the labels of their fields do. */
final class FieldLabels {
    /** Keys of the pages' texts; of several, all are said. */
    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("asOf", "clocks.asOf"),
            Map.entry("asOf1", "compare.first clocks.asOf"),
            Map.entry("asOf2", "compare.second clocks.asOf"),
            Map.entry("knownAt", "clocks.knownAt"),
            Map.entry("knownAt1", "compare.first clocks.knownAt"),
            Map.entry("knownAt2", "compare.second clocks.knownAt"),
            Map.entry("knownAtPosition", "fault.parameter.position"),
            Map.entry("knownAtPosition1", "compare.first fault.parameter.position"),
            Map.entry("knownAtPosition2", "compare.second fault.parameter.position"),
            Map.entry("actor", "history.actor"),
            Map.entry("alumni", "metric.ALUMNI"),
            Map.entry("batch", "event.batch"),
            Map.entry("edition", "seminar.edition"),
            Map.entry("enrolled", "column.status"),
            Map.entry("entity", "history.entity"),
            Map.entry("entityType", "history.entityType"),
            Map.entry("from", "column.from"),
            Map.entry("institution", "column.institution"),
            Map.entry("kind", "column.kind"),
            Map.entry("metric", "published.figure"),
            Map.entry("network", "column.network"),
            Map.entry("official", "column.official"),
            Map.entry("page", "fault.parameter.page"),
            Map.entry("q", "history.words"),
            Map.entry("scope", "published.scope"),
            Map.entry("size", "fault.parameter.size"),
            Map.entry("sort", "fault.parameter.sort"),
            Map.entry("stage", "column.stage"),
            Map.entry("state", "column.state"),
            Map.entry("status", "column.status"),
            Map.entry("to", "column.until"),
            Map.entry("type", "column.kind"),
            Map.entry("view", "fault.parameter.view"),
            Map.entry("year", "chart.year"));

    private FieldLabels() {}

    /** The parameter itself, where it has no field. */
    static String of(String parameter, Wording say) {
        String keys = TEXTS.get(parameter);
        return keys == null
                ? parameter
                : Stream.of(keys.split(" ")).map(say::text).collect(Collectors.joining(", "));
    }
}
