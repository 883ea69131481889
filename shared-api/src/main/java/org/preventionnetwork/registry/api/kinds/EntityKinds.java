package org.preventionnetwork.registry.api.kinds;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.preventionnetwork.registry.api.editions.EditionEntity;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.facts.EntityKind;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.api.facts.PartKind;
import org.preventionnetwork.registry.api.facts.RegistryCommand;
import org.preventionnetwork.registry.api.initiatives.InitiativeEntity;
import org.preventionnetwork.registry.api.institutions.InstitutionEntity;
import org.preventionnetwork.registry.api.networks.NetworkEntity;
import org.preventionnetwork.registry.api.officials.OfficialEntity;
import org.preventionnetwork.registry.api.programmes.ProgrammeEntity;
import org.preventionnetwork.registry.api.seminars.SeminarEntity;
import org.preventionnetwork.registry.api.statements.StatementEntity;

/**
 * All kinds of entities, in the order of {@link EntityType}. With a line here and a constant there a new kind is known to
 * whatever is asked about all kinds alike.
 */
public final class EntityKinds {
    public static final List<EntityKind<?>> ALL = List.of(
            ProgrammeEntity.KIND,
            InstitutionEntity.KIND,
            SeminarEntity.KIND,
            OfficialEntity.KIND,
            NetworkEntity.KIND,
            InitiativeEntity.KIND,
            StatementEntity.KIND,
            EditionEntity.KIND);

    private static final Map<EntityType, EntityKind<?>> BY_TYPE = byType();

    private EntityKinds() {}

    private static Map<EntityType, EntityKind<?>> byType() {
        Map<EntityType, EntityKind<?>> kinds = new EnumMap<>(EntityType.class);
        ALL.forEach(kind -> kinds.put(kind.type(), kind));
        if (kinds.size() != ALL.size() || kinds.size() != EntityType.values().length) {
            throw new IllegalStateException("each of " + Arrays.toString(EntityType.values())
                    + " needs one description here, but there are " + ALL);
        }
        return kinds;
    }

    public static EntityKind<?> of(EntityType type) {
        return Objects.requireNonNull(BY_TYPE.get(type));
    }

    /** The kind that a command is about. */
    public static EntityKind<?> ofCommand(Class<? extends RegistryCommand> command) {
        return ALL.stream()
                .filter(kind -> kind.commands().isAssignableFrom(command))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(command + " is a command of no kind of entity"));
    }

    /** The kind whose ids are of this class. */
    public static Optional<EntityKind<?>> ofId(Class<?> idType) {
        return ALL.stream().filter(kind -> kind.idType() == idType).findFirst();
    }

    /**
     * @param aggregateId as it is stored: {@code network:africa}
     * @throws IllegalArgumentException for what is none
     */
    public static EntityId id(String aggregateId) {
        int colon = aggregateId.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("an id is stored with its type, such as network:africa");
        }
        return of(EntityType.ofPrefix(aggregateId.substring(0, colon))).id(aggregateId.substring(colon + 1));
    }

    /** Of all kinds of entities. */
    public static List<PartKind> parts() {
        return ALL.stream().flatMap(kind -> kind.parts().stream()).toList();
    }

    /** The kind of part whose ids are of this class. */
    public static Optional<PartKind> partOfId(Class<?> idType) {
        return parts().stream().filter(part -> part.idType() == idType).findFirst();
    }
}
