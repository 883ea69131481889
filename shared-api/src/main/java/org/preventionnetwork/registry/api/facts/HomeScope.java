package org.preventionnetwork.registry.api.facts;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * To which networks and programmes a thing belongs, for accounts whose recording is limited to some of them. What
 * belongs to none is recorded by accounts without a limit.
 */
public sealed interface HomeScope {
    /**
     * The thing is a scope itself.
     *
     * @param links as those of {@link Named}
     */
    record Itself(List<ByField> links) implements HomeScope {
        public Itself {
            links = List.copyOf(links);
        }
    }

    /**
     * Its facts name where it belongs, each in a field of its own; so do the commands that record them.
     *
     * @param links what counts for another network or programme, too: whoever records, corrects or annuls such a fact
     *     must be within that one as well; whoever records anything else about the thing need not
     */
    record Named(List<ByField> fields, List<ByField> links) implements HomeScope {
        public Named {
            fields = List.copyOf(fields);
            links = List.copyOf(links);
        }
    }

    /** Everybody needs such things, so everybody adds facts to them; whatever changes or removes others' does not. */
    record AddedToByAll(Set<Class<? extends RegistryCommand>> additions) implements HomeScope {
        public AddedToByAll {
            additions = Set.copyOf(additions);
        }
    }

    /** It belongs to no network and no programme. */
    record Nowhere() implements HomeScope {}

    /**
     * @param field of the fact, of the command and of a correction; called like the type of what it names
     * @param fact the fact that names it, and how
     * @param command the command that records the fact, and how it names it
     */
    record ByField(String field, Naming<Fact, ?> fact, Naming<RegistryCommand, ?> command) {}

    /** How one class names where a thing belongs; null means that it belongs nowhere. */
    record Naming<T, S extends T>(Class<S> by, Function<S, ? extends @Nullable EntityId> home) {
        /** Empty for what does not say where the thing belongs. */
        public Optional<Home> in(T one) {
            return by.isInstance(one) ? Optional.of(new Home(home.apply(by.cast(one)))) : Optional.empty();
        }
    }

    /** @param of the network or programme, or null where it is said to belong to none */
    record Home(@Nullable EntityId of) {}
}
