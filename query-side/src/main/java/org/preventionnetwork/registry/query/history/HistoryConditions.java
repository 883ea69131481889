package org.preventionnetwork.registry.query.history;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.query.http.MalformedQuestion;

/**
 * What a {@link HistoryFilter} asks for, in SQL.
 *
 * @param entity the one entity that is asked about, or null
 * @param conditions SQL, joined by AND
 * @param values of the named parameters in it
 */
public record HistoryConditions(@Nullable EntityId entity, List<String> conditions, Map<String, Object> values) {
    static HistoryConditions of(HistoryFilter asked) {
        HistoryConditions filter =
                new Reader(asked).entity().type().texts().times().words().position().filter;
        return new HistoryConditions(filter.entity(), List.copyOf(filter.conditions()), Map.copyOf(filter.values()));
    }

    /** With a further condition in front. */
    String where(String first) {
        return conditions.isEmpty() ? first : first + " AND " + String.join(" AND ", conditions);
    }

    private static final class Reader {
        private final HistoryFilter asked;
        private HistoryConditions filter = new HistoryConditions(null, new ArrayList<>(), new LinkedHashMap<>());

        Reader(HistoryFilter asked) {
            this.asked = asked;
        }

        private void and(String condition, String name, Object value) {
            filter.conditions().add(condition);
            filter.values().put(name, value);
        }

        Reader entity() {
            String given = asked.entity();
            String id = given == null ? asked.id() : given;
            EntityType type = entityType(asked.entityType());
            if (id == null) {
                if (type != null) {
                    and("entity_type = :entityType", "entityType", type.prefix());
                }
                return this;
            }
            int colon = id.indexOf(':');
            EntityType named = colon < 0 ? type : entityType(id.substring(0, colon));
            String value = id.substring(colon + 1);
            try {
                if (named != null) {
                    AnyEntity one = new AnyEntity(named, value);
                    filter = new HistoryConditions(one, filter.conditions(), filter.values());
                    and("entity = :entity", "entity", one.aggregateId());
                } else {
                    and(
                            "entity IN (:entity)",
                            "entity",
                            AnyEntity.named(value).stream()
                                    .map(EntityId::aggregateId)
                                    .toList());
                }
            } catch (IllegalArgumentException e) {
                throw new MalformedQuestion(
                        given == null ? "id" : "entity",
                        "an id, or type and id such as network:africa, is accepted",
                        "fault.entity");
            }
            return this;
        }

        private static @Nullable EntityType entityType(@Nullable String name) {
            if (name == null) {
                return null;
            }
            try {
                return EntityType.ofCollection(name).orElseGet(() -> EntityType.ofPrefix(name));
            } catch (IllegalArgumentException e) {
                throw new MalformedQuestion("entityType", "a type such as network, seminar or official is accepted");
            }
        }

        Reader type() {
            String type = asked.type();
            if (type == null) {
                return this;
            }
            if (type.endsWith(".")) {
                and("event_name >= :type AND event_name < :typeEnd", "type", type);
                filter.values().put("typeEnd", type.substring(0, type.length() - 1) + "/");
            } else {
                and("event_name = :type", "type", type);
            }
            return this;
        }

        private void equal(String column, @Nullable String value) {
            if (value != null) {
                and(column + " = :" + column, column, value);
            }
        }

        Reader texts() {
            equal("actor", asked.actor());
            equal("batch", asked.batch());
            equal("fact_id", asked.factId());
            equal("subject", asked.subject());
            return this;
        }

        /** Both days are included. */
        Reader times() {
            Instant from = asked.from();
            Instant to = asked.to();
            if (from != null) {
                and("recorded_at >= :from", "from", from.atOffset(ZoneOffset.UTC));
            }
            if (to != null) {
                and("recorded_at <= :to", "to", to.atOffset(ZoneOffset.UTC));
            }
            return this;
        }

        Reader position() {
            Long position = asked.position();
            if (position != null) {
                and("known_from = :at", "at", position);
            }
            return this;
        }

        Reader words() {
            String text = asked.q();
            if (text == null) {
                return this;
            }
            String query = SearchWords.query(text);
            if (query == null) {
                throw new MalformedQuestion("q", "a word to search for is accepted", "fault.words");
            }
            and("words @@ :words::tsquery", "words", query);
            return this;
        }
    }
}
