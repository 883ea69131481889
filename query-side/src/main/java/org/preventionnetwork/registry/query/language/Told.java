package org.preventionnetwork.registry.query.language;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.officials.PersonalText;
import org.preventionnetwork.registry.api.wire.EventCatalogue;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an event's sentence needs beside the fact before and after it, in no language yet: the history keeps it, so that
 * the sentence can be said in any. Holds no personal data.
 *
 * @param fact the logical name of the fact that is spoken of, {@code network.StateWithdrew}
 * @param happening what happened to it
 * @param kind of a correction
 * @param batch that was annulled as a whole
 * @param personal the fields with personal data that a correction changed
 * @param names what the fact only refers to: the network's name, the state whose membership it is; what the network is
 *     called in a language is {@code network@es}
 */
public record Told(
        String fact,
        Happening happening,
        @Nullable String kind,
        @Nullable String batch,
        List<String> personal,
        Map<String, String> names) {
    /** What happens to facts, and the key of the phrase that says so. */
    public enum Happening {
        RECORDED,
        CORRECTED,
        ANNULLED,
        SUPPORTED
    }

    private static final JsonMapper MAPPER = RegistryJson.mapper();

    public Told {
        personal = List.copyOf(personal);
        names = Map.copyOf(names);
    }

    /** As the history's table has it; parts that are nothing are left out. */
    public JsonNode json() {
        ObjectNode json = MAPPER.createObjectNode().put("fact", fact);
        if (happening != Happening.RECORDED) {
            json.put("as", happening.name());
        }
        if (kind != null) {
            json.put("kind", kind);
        }
        if (batch != null) {
            json.put("batch", batch);
        }
        if (!personal.isEmpty()) {
            personal.forEach(json.putArray("personal")::add);
        }
        if (!names.isEmpty()) {
            names.forEach(json.putObject("names")::put);
        }
        return json;
    }

    public static Told of(String json) {
        JsonNode told = MAPPER.readTree(json);
        Map<String, String> names = new TreeMap<>();
        told.path("names")
                .propertyStream()
                .forEach(name -> names.put(name.getKey(), name.getValue().asString()));
        return new Told(
                told.required("fact").asString(),
                Happening.valueOf(told.path("as").asString(Happening.RECORDED.name())),
                told.path("kind").asStringOpt().orElse(null),
                told.path("batch").asStringOpt().orElse(null),
                told.path("personal").valueStream().map(JsonNode::asString).toList(),
                names);
    }

    /** An event's sentence from what the history has of it, all as JSON. */
    public static String sentence(Tongue tongue, String told, @Nullable String before, @Nullable String after) {
        return of(told).sentence(tongue, details(before), details(after));
    }

    private static @Nullable Details details(@Nullable String json) {
        return json == null ? null : Details.parse(json);
    }

    /**
     * @param before the fact as it was known, or null
     * @param after the fact as it is known since, or null
     */
    public String sentence(Tongue tongue, @Nullable Details before, @Nullable Details after) {
        String sentence =
                switch (happening) {
                    case RECORDED -> phrase(tongue, fact, after);
                    case ANNULLED -> about(tongue, phrase(tongue, fact, before), "");
                    case SUPPORTED -> about(tongue, phrase(tongue, fact, after), "");
                    case CORRECTED ->
                        about(tongue, phrase(tongue, fact + ".topic", before), changes(tongue, before, after));
                };
        return Tongue.capitalised(sentence);
    }

    private String phrase(Tongue tongue, String key, @Nullable Details details) {
        return tongue.say(key, Objects.requireNonNull(details, fact).with(tongue.called(names)));
    }

    private String about(Tongue tongue, String what, String changes) {
        Map<String, Object> parts = new TreeMap<>(Map.of("what", what, "changes", changes));
        if (kind != null) {
            parts.put("kind", kind);
        }
        if (batch != null) {
            parts.put("batch", batch);
        }
        return tongue.say("happening." + happening, Details.of(parts));
    }

    private String changes(Tongue tongue, @Nullable Details before, @Nullable Details after) {
        List<String> changes = new ArrayList<>();
        for (RecordComponent field : fields()) {
            Map<String, Object> change = new TreeMap<>(Map.of("field", tongue.field(fact, field.getName())));
            if (field.getType() == PersonalText.class) {
                if (personal.contains(field.getName())) {
                    changes.add(tongue.say("change.personal", Details.of(change)));
                }
                continue;
            }
            Object old = before == null ? null : before.get(field.getName());
            Object now = after == null ? null : after.get(field.getName());
            if (!Objects.equals(old, now)) {
                change.put("before", tongue.value(field, old));
                change.put("after", tongue.value(field, now));
                changes.add(tongue.say("change", Details.of(change)));
            }
        }
        return changes.isEmpty() ? tongue.text("change.none") : String.join(", ", changes);
    }

    /** Of the fact, in the order in which it has them. */
    public List<RecordComponent> fields() {
        Class<? extends RegistryEvent> type = EventCatalogue.standard().classOf(fact);
        return type == null ? List.of() : Details.components(type);
    }
}
