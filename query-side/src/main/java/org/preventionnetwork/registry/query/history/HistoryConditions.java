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

        /** Whoever says twice which entity is meant must mean the same one. */
        Reader entity() {
            EntityType type = entityType(asked.entityType());
            Named named = named(named(null, "entity", asked.entity()), "id", asked.id());
            if (named == null) {
                if (type != null) {
                    and("entity_type = :entityType", "entityType", type.prefix());
                }
                return this;
            }
            if (type != null && named.type() != null && type != named.type()) {
                throw other("entityType", named.parameter());
            }
            EntityType one = named.type() == null ? type : named.type();
            try {
                if (one != null) {
                    AnyEntity entity = new AnyEntity(one, named.id());
                    filter = new HistoryConditions(entity, filter.conditions(), filter.values());
                    and("entity = :entity", "entity", entity.aggregateId());
                } else {
                    and(
                            "entity IN (:entity)",
                            "entity",
                            AnyEntity.named(named.id()).stream()
                                    .map(EntityId::aggregateId)
                                    .toList());
                }
            } catch (IllegalArgumentException e) {
                throw noEntity(named.parameter());
            }
            return this;
        }

        /** @param type null where an id alone is given */
        private record Named(String parameter, @Nullable EntityType type, String id) {}

        private static @Nullable Named named(@Nullable Named before, String parameter, @Nullable String text) {
            if (text == null) {
                return before;
            }
            int colon = text.indexOf(':');
            Named named = new Named(
                    parameter,
                    colon < 0 ? null : typeOf(parameter, text.substring(0, colon)),
                    text.substring(colon + 1));
            if (before == null) {
                return named;
            }
            boolean otherType = before.type() != null && named.type() != null && before.type() != named.type();
            if (otherType || !before.id().equals(named.id())) {
                throw other(parameter, before.parameter());
            }
            return named.type() == null ? before : named;
        }

        private static EntityType typeOf(String parameter, String name) {
            try {
                return EntityType.ofCollection(name).orElseGet(() -> EntityType.ofPrefix(name));
            } catch (IllegalArgumentException e) {
                throw noEntity(parameter);
            }
        }

        private static MalformedQuestion noEntity(String parameter) {
            return new MalformedQuestion(
                    parameter, "an id, or type and id such as network:africa, is accepted", "fault.entity");
        }

        private static MalformedQuestion other(String parameter, String first) {
            return new MalformedQuestion(
                    parameter, "the same one as in " + first + ", or nothing, is accepted", "fault.otherEntity");
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
            if (from != null && to != null && to.isBefore(from)) {
                throw new MalformedQuestion("to", "a time that is not before from is accepted", "fault.toBeforeFrom");
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
