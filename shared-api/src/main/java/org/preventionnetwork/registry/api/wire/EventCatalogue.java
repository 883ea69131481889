package org.preventionnetwork.registry.api.wire;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.EntityKind;
import org.preventionnetwork.registry.api.facts.EventName;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.kinds.EntityKinds;

/**
 * Every event that can be stored, with the logical name and revision it is stored under. Built from the sealed
 * vocabularies, so an event that is missing here cannot exist.
 */
public final class EventCatalogue {
    /** The vocabularies of the registry, one for each kind of entity. */
    public static final List<Class<? extends RegistryEvent>> VOCABULARIES = EntityKinds.ALL.stream()
            .<Class<? extends RegistryEvent>>map(EntityKind::events)
            .toList();

    private static final EventCatalogue STANDARD = of(VOCABULARIES);

    private final Map<String, Class<? extends RegistryEvent>> classes;
    private final Map<Class<?>, StoredName> names;

    private EventCatalogue(Map<String, Class<? extends RegistryEvent>> classes, Map<Class<?>, StoredName> names) {
        this.classes = classes;
        this.names = names;
    }

    public static EventCatalogue standard() {
        return STANDARD;
    }

    /** @throws IllegalStateException when an event has no {@link EventName}, or two have the same */
    public static EventCatalogue of(Collection<? extends Class<? extends RegistryEvent>> vocabularies) {
        Map<String, Class<? extends RegistryEvent>> classes = new LinkedHashMap<>();
        Map<Class<?>, StoredName> names = new HashMap<>();
        for (Class<? extends RegistryEvent> event : concrete(vocabularies)) {
            EventName name = event.getAnnotation(EventName.class);
            if (name == null) {
                throw new IllegalStateException(event + " has no stored name");
            }
            if (classes.put(name.value(), event) != null) {
                throw new IllegalStateException("two events are stored as " + name.value());
            }
            names.put(event, new StoredName(name.value(), name.revision()));
        }
        return new EventCatalogue(Collections.unmodifiableMap(classes), names);
    }

    private static List<Class<? extends RegistryEvent>> concrete(
            Collection<? extends Class<? extends RegistryEvent>> vocabularies) {
        List<Class<? extends RegistryEvent>> events = new ArrayList<>();
        for (Class<? extends RegistryEvent> type : vocabularies) {
            if (type.isSealed()) {
                List<Class<? extends RegistryEvent>> permitted = new ArrayList<>();
                for (Class<?> subtype : type.getPermittedSubclasses()) {
                    permitted.add(subtype.asSubclass(RegistryEvent.class));
                }
                events.addAll(concrete(permitted));
            } else if (!events.contains(type)) {
                events.add(type);
            }
        }
        return events;
    }

    /** All event classes, in the order of the vocabularies. */
    public Collection<Class<? extends RegistryEvent>> events() {
        return classes.values();
    }

    /** The class stored under a name, or null. */
    public @Nullable Class<? extends RegistryEvent> classOf(String name) {
        return classes.get(name);
    }

    /** The name a class is stored under, or null for what is no event of this catalogue. */
    public @Nullable StoredName nameOf(Class<?> event) {
        return names.get(event);
    }

    /** @param name e.g. {@code network.StateAdmitted} */
    public record StoredName(String name, String revision) {}
}
