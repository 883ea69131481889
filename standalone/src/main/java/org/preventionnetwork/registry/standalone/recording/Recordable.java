package org.preventionnetwork.registry.standalone.recording;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.AnnulsFact;
import org.preventionnetwork.registry.api.facts.CorrectsFact;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.api.facts.RegistryCommand;
import org.preventionnetwork.registry.api.kinds.EntityKinds;
import org.preventionnetwork.registry.command.reading.RecordShape;

/**
 * A command as it can be sent over HTTP.
 *
 * @param entity what it is about
 * @param routes where it is taken, the address that names most first
 */
record Recordable(EntityType entity, Class<? extends RegistryCommand> command, List<Route> routes) {

    /**
     * An address that takes the command.
     *
     * @param variables the fields that the address names, in order
     * @param makes the field for which a new id is made where it is absent, or null
     */
    record Route(String method, String path, List<String> variables, @Nullable String makes) {}

    /** {@code AdmitState} */
    public String name() {
        return command.getSimpleName();
    }

    /** {@code admit-state} */
    public String slug() {
        return name().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    public String address() {
        return "/record/" + entity.collection() + "/" + slug();
    }

    RecordShape shape() {
        return RecordShape.of(command);
    }

    /** {@code networkId} */
    public String entityField() {
        return EntityKinds.of(entity).idField();
    }

    /** Whether the command makes the entity itself. */
    public boolean createsEntity() {
        return routes.stream().anyMatch(route -> entityField().equals(route.makes()));
    }

    /** The field for which an id can be made or chosen. */
    Optional<String> madeField() {
        return routes.stream()
                .flatMap(route -> Optional.ofNullable(route.makes()).stream())
                .findFirst();
    }

    public boolean isOfFact() {
        return CorrectsFact.class.isAssignableFrom(command) || AnnulsFact.class.isAssignableFrom(command);
    }

    public boolean isCorrection() {
        return shape().isCorrection();
    }

    public boolean isAnnulment() {
        return name().startsWith("Annul");
    }

    public boolean needsReason() {
        return isCorrection() || isAnnulment() || name().matches("(Merge|Unmerge).*");
    }
}
