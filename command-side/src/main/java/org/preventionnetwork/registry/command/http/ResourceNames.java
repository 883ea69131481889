package org.preventionnetwork.registry.command.http;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.api.facts.PartKind;
import org.preventionnetwork.registry.api.facts.RegistryCommand;
import org.preventionnetwork.registry.api.kinds.EntityKinds;
import org.preventionnetwork.registry.command.reading.RecordShape;

/** How entities and their parts are called in answers and addresses. */
final class ResourceNames {
    private ResourceNames() {}

    /** The names of all ids of entities and parts that an answer can have. */
    static Set<String> fields() {
        Set<String> names = new TreeSet<>();
        for (EntityType type : EntityType.values()) {
            names.add(EntityKinds.of(type).idField());
            EntityKinds.of(type).parts().forEach(part -> names.add(part.idField()));
        }
        return names;
    }

    /** {@code networkId}. */
    static String fieldOf(EntityId id) {
        return EntityKinds.of(id.type()).idField();
    }

    /** {@code membershipId}, or null for a command that is about no single part of its entity. */
    static @Nullable String partField(Class<? extends RegistryCommand> command) {
        return part(command).map(PartKind::idField).orElse(null);
    }

    static String address(RegistryCommand command, @Nullable String partId) {
        EntityId id = command.entity();
        String entity = "/api/" + id.type().collection() + "/" + id.value();
        return part(command.getClass())
                .filter(part -> partId != null)
                .map(part -> entity + "/" + part.collection() + "/" + partId)
                .orElse(entity);
    }

    private static Optional<PartKind> part(Class<?> command) {
        return RecordShape.of(command).fields().stream()
                .flatMap(field -> EntityKinds.partOfId(field.type()).stream())
                .findFirst();
    }
}
