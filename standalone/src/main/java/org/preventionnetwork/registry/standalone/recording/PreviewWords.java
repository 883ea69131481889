package org.preventionnetwork.registry.standalone.recording;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.DerivedEnd;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.query.figures.Interval;
import org.preventionnetwork.registry.query.preview.Previews.FigureChange;
import org.preventionnetwork.registry.query.preview.Previews.Preview;
import org.preventionnetwork.registry.query.preview.Previews.RowChange;
import org.preventionnetwork.registry.query.web.Wording;
import tools.jackson.databind.JsonNode;

/** Says in a page's language which answers change. */
final class PreviewWords {
    /** What of a row is said, in this order, and how. Ids, and what else people do not read, are left out. */
    private static final Map<String, String> CONSTANTS = Map.of(
            "membership.kind", "membershipKind",
            "network.kind", "networkKind",
            "network.status", "networkStatus",
            "seminar.status", "seminarStatus",
            "seminar.edition", "recordOption.edition",
            "institution.kind", "recordOption.institutionKind",
            "enrollment.status", "recordOption.enrollmentStatus",
            "statement.metric", "metric",
            "initiative.type", "initiativeType",
            "initiative_stage.stage", "stage");

    private static final List<String> SAID = List.of(
            "name",
            "title",
            "state",
            "kind",
            "type",
            "status",
            "stage",
            "institution",
            "official",
            "metric",
            "value",
            "states",
            "attending_states",
            "starts_on",
            "ends_on",
            "city",
            "host_state",
            "venue",
            "capacity",
            "participants",
            "states_count",
            "themes",
            "languages",
            "co_organisers",
            "certificate",
            "nominated_by",
            "status_on",
            "launched_on",
            "announced_on",
            "founded_on",
            "established_on",
            "stated_on",
            "published_on",
            "dissolved_on",
            "closed_on",
            "withdrawn_on",
            "programme",
            "edition",
            "cycle",
            "part",
            "network",
            "lead_institution",
            "secretariat",
            "ordinal",
            "scope",
            "roster",
            "on_date",
            "canonical");

    private final Wording say;
    private final Naming naming;

    PreviewWords(Wording say, Naming naming) {
        this.say = say;
        this.naming = naming;
    }

    /** Says what ids in a column are called. */
    interface Naming {
        /** @return by id; without those that have no name */
        Map<String, String> names(String column, Collection<String> ids);
    }

    /** @param before null where there was no answer */
    record Changed(String answer, @Nullable String before, @Nullable String after) {}

    /** @param ends what is over by it, though nobody said so; it comes first */
    List<Changed> of(Preview preview, List<DerivedEnd> ends) {
        List<Changed> changes = new ArrayList<>();
        for (DerivedEnd end : ends) {
            String kind = say.constant("membershipKind", end.kind());
            String since = say.date(end.since().toString());
            changes.add(new Changed(
                    say.state(end.state().value()),
                    say.text("recordOption.since", kind, since),
                    say.text(
                            "recordOption.ends",
                            kind,
                            since,
                            say.date(end.until().toString()))));
        }
        for (FigureChange change : preview.figures()) {
            String figure = say.constant("metric", change.figure());
            String answer = change.scope() == null ? figure : say.text("recordOption.inNetwork", figure);
            changes.add(new Changed(answer, interval(change.before()), interval(change.after())));
        }
        for (RowChange change : preview.rows()) {
            String before = rows(change.table(), change.before());
            String after = rows(change.table(), change.after());
            if (!Objects.equals(before, after)) {
                String topic = StateCode.isOne(change.topic()) ? ": " + say.state(change.topic()) : "";
                changes.add(new Changed(say.constant("recordOption.answer", change.table()) + topic, before, after));
            }
        }
        return changes;
    }

    private String interval(Interval interval) {
        String possible = say.number(interval.possible()) + (interval.open() ? "+" : "");
        return interval.minimum() == interval.possible() ? possible : say.number(interval.minimum()) + "–" + possible;
    }

    private @Nullable String rows(String table, List<JsonNode> rows) {
        return rows.isEmpty()
                ? null
                : rows.stream().map(row -> row(table, row)).distinct().collect(Collectors.joining("; "));
    }

    private String row(String table, JsonNode row) {
        List<String> parts = new ArrayList<>();
        for (String column : SAID) {
            JsonNode value = row.get(column);
            if (value != null && !value.isNull() && !value.isObject()) {
                String said = value(table + "." + column, value);
                if (!said.isBlank()) {
                    parts.add(said);
                }
            }
        }
        for (String flag : List.of("acting", "suspended", "vacant")) {
            if (row.path(flag).asBoolean(false)) {
                parts.add(say.text(flag.equals("suspended") ? "member.suspended" : "seat." + flag));
            }
        }
        if (row.path("foundational").asBoolean(false)) {
            parts.add(say.text("recordOption.foundational"));
        }
        if (row.hasNonNull("from_on")) {
            parts.add(say.date(row.get("from_on").asString()) + " –"
                    + (row.hasNonNull("until_on")
                            ? " " + say.date(row.get("until_on").asString())
                            : ""));
        }
        return String.join(", ", parts);
    }

    private String value(String column, JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(one -> value(column, one)).collect(Collectors.joining(", "));
        }
        String text = value.asString();
        if (CONSTANTS.containsKey(column)) {
            return say.constant(CONSTANTS.get(column), text);
        } else if (column.endsWith("_on") || column.endsWith("_date")) {
            return say.date(text);
        } else if (StateCode.isOne(text)) {
            return say.state(text);
        }
        return naming.names(column.substring(column.indexOf('.') + 1), List.of(text))
                .getOrDefault(text, text);
    }
}
