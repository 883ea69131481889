package org.preventionnetwork.registry.command.http;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.api.facts.RegistryCommand;
import org.preventionnetwork.registry.api.institutions.OfficeId;
import org.preventionnetwork.registry.api.networks.MeetingId;
import org.preventionnetwork.registry.api.networks.MembershipId;
import org.preventionnetwork.registry.api.networks.SeatId;
import org.preventionnetwork.registry.api.seminars.EnrollmentId;
import org.preventionnetwork.registry.command.reading.RecordShape;
import org.preventionnetwork.registry.command.reading.RecordShape.FieldShape;

/** How entities and their parts are called in answers and addresses. */
final class ResourceNames {
    private static final Map<Class<?>, String> COLLECTIONS = Map.of(
            MembershipId.class, "memberships",
            SeatId.class, "focal-points",
            MeetingId.class, "meetings",
            EnrollmentId.class, "enrollments",
            OfficeId.class, "offices");

    private ResourceNames() {}

    /** The names of all ids of entities and parts that an answer can have. */
    static Set<String> fields() {
        Set<String> names = new TreeSet<>();
        COLLECTIONS.keySet().forEach(part -> names.add(fieldOf(part)));
        for (EntityType type : EntityType.values()) {
            names.add(type.prefix() + "Id");
        }
        return names;
    }

    /** {@code networkId}. */
    static String fieldOf(EntityId id) {
        return fieldOf(id.getClass());
    }

    /** {@code membershipId}, or null for a command that is about no single part of its entity. */
    static @Nullable String partField(Class<? extends RegistryCommand> command) {
        Class<?> part = part(command);
        return part == null ? null : fieldOf(part);
    }

    static String address(RegistryCommand command, @Nullable String partId) {
        EntityId id = command.entity();
        String entity = "/api/" + id.type().collection() + "/" + id.value();
        Class<?> part = part(command.getClass());
        return part == null || partId == null ? entity : entity + "/" + COLLECTIONS.get(part) + "/" + partId;
    }

    private static String fieldOf(Class<?> idType) {
        String name = idType.getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static @Nullable Class<?> part(Class<?> command) {
        for (FieldShape field : RecordShape.of(command).fields()) {
            if (COLLECTIONS.containsKey(field.type())) {
                return field.type();
            }
        }
        return null;
    }
}
