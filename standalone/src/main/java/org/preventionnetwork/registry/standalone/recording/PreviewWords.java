package org.preventionnetwork.registry.standalone.recording;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.DerivedEnd;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.query.figures.Interval;
import org.preventionnetwork.registry.query.preview.Previews.FigureChange;
import org.preventionnetwork.registry.query.preview.Previews.Preview;
import org.preventionnetwork.registry.query.preview.Previews.RowChange;
import org.preventionnetwork.registry.query.web.Wording;
import tools.jackson.databind.JsonNode;

/** Says in a page's language which answers change. */
final class PreviewWords {
    /** By which name the texts know the constants of a column. */
    private static final Map<String, String> CONSTANTS = Map.ofEntries(
            Map.entry("membership.kind", "membershipKind"),
            Map.entry("announced_membership.kind", "membershipKind"),
            Map.entry("network.kind", "networkKind"),
            Map.entry("network.status", "networkStatus"),
            Map.entry("seminar.status", "seminarStatus"),
            Map.entry("seminar.edition", "recordOption.edition"),
            Map.entry("institution.kind", "recordOption.institutionKind"),
            Map.entry("institution.status", "institutionStatus"),
            Map.entry("programme.status", "programmeStatus"),
            Map.entry("enrollment.status", "recordOption.enrollmentStatus"),
            Map.entry("statement.metric", "metric"),
            Map.entry("initiative.type", "initiativeType"),
            Map.entry("initiative.stage", "stage"),
            Map.entry("initiative_stage.stage", "stage"),
            Map.entry("relation.kind", "relation"),
            Map.entry("complete_list.list", "completeList"));

    /** What of a row is said, in this order. Ids, and what else people do not read, are left out. */
    private static final List<String> SAID = List.of(
            "name",
            "names",
            "title",
            "state",
            "kind",
            "other",
            "list",
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
    private final EntityId about;
    private final Naming naming;

    /** @param about what would be recorded about */
    PreviewWords(Wording say, EntityId about, Naming naming) {
        this.say = say;
        this.about = about;
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
            changes.add(
                    new Changed(figure(figure, change.scope()), interval(change.before()), interval(change.after())));
        }
        for (RowChange change : preview.rows()) {
            String table = say.constant("recordOption.answer", change.table());
            if (table.equals(change.table())) {
                // What figures are counted from beside what is answered: nobody reads it.
                continue;
            }
            String before = rows(change.table(), change.before());
            String after = rows(change.table(), change.after());
            if (!Objects.equals(before, after)) {
                String topic = StateCode.isOne(change.topic()) ? ": " + say.state(change.topic()) : "";
                changes.add(new Changed(table + topic, before, after));
            }
        }
        return changes;
    }

    private String figure(String figure, @Nullable String scope) {
        if (scope == null) {
            return figure;
        }
        return scope.equals(about.aggregateId())
                ? say.text("recordOption.inNetwork", figure)
                : say.text("recordOption.inScope", figure, named("scope", scope));
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
            if (value != null && !value.isNull()) {
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
        String days = days(row);
        if (!days.isEmpty()) {
            parts.add(days);
        }
        return String.join(", ", parts);
    }

    /** From when until when; of a list that is complete, what it is complete for. */
    private String days(JsonNode row) {
        String from = date(row, "from_on");
        String until = date(row, "until_on");
        String asOf = date(row, "as_of");
        if (from.isEmpty()) {
            return until.isEmpty() ? asOf : "– " + until;
        }
        return (from + " – " + until + asOf).strip();
    }

    private String date(JsonNode row, String column) {
        return row.hasNonNull(column) ? say.date(row.get(column).asString()) : "";
    }

    private String value(String column, JsonNode value) {
        if (value.isObject()) {
            return value.propertyStream()
                    .map(name -> say.constant("nameLanguage", name.getKey().toUpperCase(Locale.ROOT)) + ": "
                            + name.getValue().asString())
                    .collect(Collectors.joining(", "));
        }
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
        return named(column.substring(column.indexOf('.') + 1), text);
    }

    private String named(String column, String id) {
        return naming.names(column, List.of(id)).getOrDefault(id, id);
    }
}
