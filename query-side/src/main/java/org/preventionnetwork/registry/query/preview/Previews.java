package org.preventionnetwork.registry.query.preview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.statements.Scope;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import org.preventionnetwork.registry.query.figures.FigureName;
import org.preventionnetwork.registry.query.figures.FigureQuestion;
import org.preventionnetwork.registry.query.figures.Figures;
import org.preventionnetwork.registry.query.figures.Interval;
import org.preventionnetwork.registry.query.figures.definition.Definitions;
import org.preventionnetwork.registry.query.projection.BeliefModel;
import org.preventionnetwork.registry.query.projection.Projection;
import org.preventionnetwork.registry.query.projection.Table;
import org.preventionnetwork.registry.query.projection.engine.Supposition;
import org.preventionnetwork.registry.query.projection.engine.Supposition.Supposable;
import org.preventionnetwork.registry.query.projection.engine.Supposition.Supposed;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Holds the answers as they are against those that would be given if something were recorded. */
@Component
public class Previews {
    /** By which columns a row says what its thing belongs to, and what makes the id there a stored one. */
    private static final Map<String, String> BELONGS = Map.of(
            "other",
            "",
            "network",
            EntityType.NETWORK.prefix() + ":",
            "programme",
            EntityType.PROGRAMME.prefix() + ":");

    /** All whose rows are answers about things, whatever things they read; the history's are about events. */
    private final Set<String> projections;

    private final Supposition supposition;
    private final Figures figures;
    private final Definitions definitions;
    private final JdbcClient jdbc;

    Previews(
            List<Projection> projections,
            Supposition supposition,
            Figures figures,
            Definitions definitions,
            @Qualifier("query") DataSource database) {
        this.projections = projections.stream()
                .filter(projection -> projection.models().stream().allMatch(BeliefModel.class::isInstance))
                .map(Projection::name)
                .collect(Collectors.toUnmodifiableSet());
        this.supposition = supposition;
        this.figures = figures;
        this.definitions = definitions;
        this.jdbc = JdbcClient.create(database);
    }

    /** @param scope the stored id of the network or programme it is counted for, or null for everything */
    public record FigureChange(FigureName figure, @Nullable String scope, Interval before, Interval after) {}

    /**
     * What is answered about a topic of the entity.
     *
     * @param table the name of its read view
     * @param before the rows, without what tells how they are known; empty where there is no answer
     */
    public record RowChange(String table, String topic, List<JsonNode> before, List<JsonNode> after) {}

    public record Preview(List<FigureChange> figures, List<RowChange> rows) {}

    /**
     * @param events of one entity that would be recorded, in order
     * @param day as of which figures are counted
     * @return empty when it cannot be said now
     */
    public Optional<Preview> of(EntityId entity, List<Supposed> events, LocalDate day) {
        return events.isEmpty()
                ? Optional.of(new Preview(List.of(), List.of()))
                : supposition.suppose(events, projections, at -> preview(entity, at, day));
    }

    private Preview preview(EntityId entity, Supposable at, LocalDate day) {
        List<RowChange> rows = new ArrayList<>();
        for (Table table : at.tables()) {
            Map<String, Set<JsonNode>> before = rows(table, entity, at.before());
            Map<String, Set<JsonNode>> after = rows(table, entity, at.after());
            Set<String> topics = new LinkedHashSet<>(before.keySet());
            topics.addAll(after.keySet());
            for (String topic : topics) {
                Set<JsonNode> old = before.getOrDefault(topic, Set.of());
                Set<JsonNode> now = after.getOrDefault(topic, Set.of());
                if (!old.equals(now)) {
                    rows.add(new RowChange(table.name(), topic, List.copyOf(old), List.copyOf(now)));
                }
            }
        }
        Set<FigureName> touched = touchedBy(entity.type());
        List<FigureChange> changed = new ArrayList<>(figures(touched, null, at, day));
        if (entity instanceof NetworkId) {
            changed.addAll(figures(EnumSet.allOf(FigureName.class), entity, at, day));
        }
        for (EntityId scope : scopes(rows)) {
            if (!scope.equals(entity)) {
                changed.addAll(figures(touched, scope, at, day));
            }
        }
        return new Preview(changed, rows);
    }

    /** The networks and programmes that what changes belonged to before, or would afterwards. */
    private static List<EntityId> scopes(List<RowChange> rows) {
        Set<String> stored = new TreeSet<>();
        rows.stream()
                .flatMap(change -> Stream.concat(change.before().stream(), change.after().stream()))
                .forEach(row -> BELONGS.forEach((column, prefix) -> {
                    if (row.hasNonNull(column)) {
                        stored.add(prefix + row.get(column).asString());
                    }
                }));
        return stored.stream()
                .map(scope -> new Scope(scope).candidates().get(0))
                .toList();
    }

    /** Of everything; in the scope of a network, facts about it can change all. */
    private Set<FigureName> touchedBy(EntityType type) {
        Set<FigureName> touched = EnumSet.noneOf(FigureName.class);
        definitions.all().stream()
                .filter(definition -> definition.touchedBy().contains(type))
                .forEach(definition -> touched.add(definition.name()));
        return touched;
    }

    private List<FigureChange> figures(Set<FigureName> names, @Nullable EntityId scope, Supposable at, LocalDate day) {
        List<FigureChange> changed = new ArrayList<>();
        for (FigureName figure : names) {
            Interval before = figures.recount(new FigureQuestion(figure, scope, day, day, at.before()));
            Interval after = figures.recount(new FigureQuestion(figure, scope, day, day, at.after()));
            if (!before.equals(after)) {
                changed.add(new FigureChange(figure, scope == null ? null : scope.aggregateId(), before, after));
            }
        }
        return changed;
    }

    /** By topic, for all days; equal answers for several stretches of time are one. */
    private Map<String, Set<JsonNode>> rows(Table table, EntityId entity, long position) {
        Map<String, Set<JsonNode>> rows = new LinkedHashMap<>();
        jdbc.sql("SELECT topic, (to_jsonb(t) - ARRAY['entity', 'topic', 'known_from', 'known_until', 'known', 'n',"
                        + " 'valid', 'certain', 'behind', 'fact_id', 'source'])::text AS row FROM read." + table.name()
                        + " t WHERE entity = :entity AND known @> :position::bigint"
                        + " ORDER BY topic, lower(valid) NULLS FIRST, row")
                .param("entity", entity.aggregateId())
                .param("position", position)
                .query((row, n) -> rows.computeIfAbsent(row.getString("topic"), topic -> new LinkedHashSet<>())
                        .add(RegistryJson.mapper().readTree(row.getString("row"))))
                .list();
        return rows;
    }
}
