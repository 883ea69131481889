package org.preventionnetwork.registry.query.subject;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.officials.PersonalText;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import org.preventionnetwork.registry.query.language.Told;
import org.preventionnetwork.registry.query.language.Tongue;
import org.preventionnetwork.registry.query.personal.PersonalReader;
import org.preventionnetwork.registry.query.projection.EntityHistory;
import org.preventionnetwork.registry.query.subject.PersonFile.EventHeld;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every event that is about a person: the person's own, readable, and those of others that name the person. */
@Component
class HeldEvents {
    private static final String ABOUT =
            """
            SELECT * FROM read.history h
            WHERE known_from <= :position
              AND (entity = ANY(:entities)
                OR after ->> 'official' = ANY(:officials) OR before ->> 'official' = ANY(:officials)
                OR event_name LIKE 'official.Officials%'
                    AND (after ->> 'into' = ANY(:officials) OR after ->> 'from' = ANY(:officials))
                OR EXISTS (SELECT FROM read.enrollment e
                           WHERE e.entity = h.entity AND e.topic = h.subject AND e.official = ANY(:officials)))
            ORDER BY known_from
            """;

    private final JdbcClient jdbc;
    private final EntityHistory store;
    private final PersonalReader personal;

    HeldEvents(@Qualifier("query") DataSource database, EntityHistory store, PersonalReader personal) {
        this.jdbc = JdbcClient.create(database);
        this.store = store;
        this.personal = personal;
    }

    List<EventHeld> about(Subject subject, Tongue tongue) {
        Map<Long, Map<String, Object>> own = new HashMap<>();
        Map<String, Long> before = new LinkedHashMap<>();
        subject.readable()
                .forEach(id -> before.put("official:" + id, subject.clocks().position() + 1));
        store.read(before, at -> own.put(at.position(), readable(at.event())));
        return subject.ask(jdbc, ABOUT)
                .query((row, n) -> event(row, own.get(row.getLong("known_from")), tongue))
                .list();
    }

    private static EventHeld event(ResultSet row, @Nullable Map<String, Object> data, Tongue tongue)
            throws SQLException {
        return new EventHeld(
                row.getLong("known_from"),
                row.getString("event_id"),
                row.getString("event_name"),
                row.getString("entity"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("effective_on"),
                row.getString("actor"),
                row.getString("role"),
                row.getString("source"),
                row.getString("note"),
                row.getString("reason"),
                row.getString("batch"),
                tongue == Tongue.API
                        ? row.getString("summary")
                        : Told.sentence(tongue, row.getString("told"), row.getString("before"), row.getString("after")),
                data);
    }

    /** The fields that say something, personal ones in plain words. */
    private Map<String, Object> readable(Object event) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (RecordComponent field : event.getClass().getRecordComponents()) {
            Object value = readable(field, event);
            if (value != null) {
                fields.put(field.getName(), value);
            }
        }
        return fields;
    }

    private @Nullable Object readable(RecordComponent field, Object event) {
        Object value;
        try {
            value = field.getAccessor().invoke(event);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + field, e);
        }
        if (value instanceof PersonalText text) {
            return personal.read(text);
        }
        if (value instanceof Fact replacement) {
            return readable((Object) replacement);
        }
        return value == null ? null : RegistryJson.mapper().convertValue(value, Object.class);
    }
}
