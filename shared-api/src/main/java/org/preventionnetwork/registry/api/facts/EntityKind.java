package org.preventionnetwork.registry.api.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What has to be known of a kind of entity to handle it like every other: its ids, its vocabulary, its corrections and
 * annulments, what names it, where it belongs and which parts it has. Whoever would have a case for each kind asks this
 * instead, so that a new kind is written down once. Immutable; there is one for each {@link EntityType}.
 *
 * @param <F> its facts
 */
public final class EntityKind<F extends Fact> {
    private final EntityType type;
    private final Class<? extends EntityId> idType;
    private final Function<String, ? extends EntityId> id;
    private final Class<? extends RegistryEvent> events;
    private final Class<F> facts;
    private final Class<? extends RegistryCommand> commands;
    private final Forms<F> forms;
    private final Map<Class<?>, Function<Fact, String>> names;
    private final List<Class<?>> renamings;
    private final @Nullable Shown shown;
    private final @Nullable WholeCorrection correction;
    private final @Nullable Class<? extends Fact> correctedAsWhole;
    private final HomeScope home;
    private final List<PartKind> parts;

    private EntityKind(Builder<?, F> builder) {
        this.type = builder.type;
        this.idType = builder.idType;
        this.id = builder.id;
        this.events = builder.events;
        this.facts = builder.facts;
        this.commands = builder.commands;
        this.forms = new Forms<>(
                Objects.requireNonNull(builder.sourceAdded),
                Objects.requireNonNull(builder.corrected),
                Objects.requireNonNull(builder.annulled),
                builder.takenBack,
                Objects.requireNonNull(builder.correct),
                Objects.requireNonNull(builder.annul));
        this.names = Map.copyOf(builder.names);
        this.renamings = List.copyOf(builder.renamings);
        this.shown = builder.shown;
        this.correction = builder.correction;
        this.correctedAsWhole = builder.correctedAsWhole;
        this.home = Objects.requireNonNull(builder.home);
        this.parts = List.copyOf(builder.parts);
    }

    /** What happens to a fact, in the kind's own vocabulary, and the commands that make it happen. */
    private record Forms<F extends Fact>(
            SourceForm<EntityId> sourceAdded,
            CorrectionForm<EntityId, F> corrected,
            AnnulmentForm<EntityId> annulled,
            @Nullable TakingBackForm<EntityId> takenBack,
            CorrectForm<EntityId> correct,
            AnnulForm<EntityId> annul) {}

    /** @param id makes its ids, or throws {@link InvalidId} */
    public static <I extends EntityId, F extends Fact> Builder<I, F> of(
            EntityType type,
            Class<I> idType,
            Function<String, I> id,
            Class<? extends RegistryEvent> events,
            Class<F> facts,
            Class<? extends RegistryCommand> commands) {
        return new Builder<>(type, idType, id, events, facts, commands);
    }

    public EntityType type() {
        return type;
    }

    /** @throws InvalidId saying what is accepted */
    public EntityId id(String value) {
        return id.apply(value);
    }

    /** {@code networkId}, in facts, commands and answers. */
    public String idField() {
        return fieldOf(idType);
    }

    public Class<? extends EntityId> idType() {
        return idType;
    }

    /** The sealed type of all its events. */
    public Class<? extends RegistryEvent> events() {
        return events;
    }

    /** The type of those of its events that are facts. */
    public Class<F> facts() {
        return facts;
    }

    /** The sealed type of all its commands. */
    public Class<? extends RegistryCommand> commands() {
        return commands;
    }

    public RegistryEvent sourceAdded(F fact) {
        return forms.sourceAdded.of(fact.entity(), fact.factId());
    }

    public RegistryEvent corrected(F replacement, CorrectionKind kind) {
        return forms.corrected.of(replacement.entity(), replacement.factId(), replacement, kind);
    }

    public RegistryEvent annulled(F fact, @Nullable BatchId wholeBatch) {
        return forms.annulled.of(fact.entity(), fact.factId(), wholeBatch);
    }

    /**
     * Annulled as a part of a correction.
     *
     * @throws UnsupportedOperationException where no correction takes a fact back
     */
    public RegistryEvent takenBack(F fact, CorrectionKind kind) {
        if (forms.takenBack == null) {
            throw new UnsupportedOperationException("no correction takes back " + fact.factId());
        }
        return forms.takenBack.of(fact.entity(), fact.factId(), kind);
    }

    /** The command that corrects one of its facts. */
    public RegistryCommand correct(EntityId entity, FactId fact, FactPatch patch, CorrectionKind kind) {
        return forms.correct.of(entity, fact, patch, kind);
    }

    /** The command that annuls one of its facts. */
    public RegistryCommand annul(EntityId entity, FactId fact, @Nullable BatchId wholeBatch) {
        return forms.annul.of(entity, fact, wholeBatch);
    }

    /** The name that the fact gives the entity, or null. Officials have none here: names of persons are personal data. */
    public @Nullable String nameIn(Fact fact) {
        Function<Fact, String> name = names.get(fact.getClass());
        return name == null ? null : name.apply(fact);
    }

    /** Whether any of its facts gives it a name. */
    public boolean isNamed() {
        return !names.isEmpty();
    }

    /** Whether the fact gives a name to what had another before. */
    public boolean renames(Fact fact) {
        return renamings.contains(fact.getClass());
    }

    /** How people know it; null for persons, whose names are personal data and are looked for by the officials' own search. */
    public @Nullable Shown shown() {
        return shown;
    }

    /** What corrects it as a whole, or null where only its facts are corrected. */
    public @Nullable WholeCorrection correction() {
        return correction;
    }

    /** Whether the correction of the whole is about this kind of fact. */
    public boolean isCorrectedAsWhole(Class<? extends RegistryEvent> fact) {
        return fact == correctedAsWhole;
    }

    public HomeScope home() {
        return home;
    }

    public List<PartKind> parts() {
        return parts;
    }

    /** The projection whose rows are answers about such things. */
    public String projection() {
        return type.collection();
    }

    @Override
    public String toString() {
        return type.prefix();
    }

    static String fieldOf(Class<?> idType) {
        String name = idType.getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** {@code SourceAdded::new} */
    @FunctionalInterface
    public interface SourceForm<I extends EntityId> {
        RegistryEvent of(I entity, FactId fact);
    }

    /** {@code FactCorrected::new} */
    @FunctionalInterface
    public interface CorrectionForm<I extends EntityId, F extends Fact> {
        RegistryEvent of(I entity, FactId fact, F replacement, CorrectionKind kind);
    }

    /** {@code FactAnnulled::new} */
    @FunctionalInterface
    public interface AnnulmentForm<I extends EntityId> {
        RegistryEvent of(I entity, FactId fact, @Nullable BatchId wholeBatch);
    }

    /** An annulment that is a part of a correction. */
    @FunctionalInterface
    public interface TakingBackForm<I extends EntityId> {
        RegistryEvent of(I entity, FactId fact, CorrectionKind kind);
    }

    /** {@code CorrectFact::new} */
    @FunctionalInterface
    public interface CorrectForm<I extends EntityId> {
        RegistryCommand of(I entity, FactId fact, FactPatch patch, CorrectionKind kind);
    }

    /** {@code AnnulFact::new} */
    @FunctionalInterface
    public interface AnnulForm<I extends EntityId> {
        RegistryCommand of(I entity, FactId fact, @Nullable BatchId wholeBatch);
    }

    /** Collects what there is to say; {@link #build} fails where something is left out. */
    public static final class Builder<I extends EntityId, F extends Fact> {
        private final EntityType type;
        private final Class<I> idType;
        private final Function<String, I> id;
        private final Class<? extends RegistryEvent> events;
        private final Class<F> facts;
        private final Class<? extends RegistryCommand> commands;
        private @Nullable SourceForm<EntityId> sourceAdded;
        private @Nullable CorrectionForm<EntityId, F> corrected;
        private @Nullable AnnulmentForm<EntityId> annulled;
        private @Nullable TakingBackForm<EntityId> takenBack;
        private @Nullable CorrectForm<EntityId> correct;
        private @Nullable AnnulForm<EntityId> annul;
        private final Map<Class<?>, Function<Fact, String>> names = new HashMap<>();
        private final List<Class<?>> renamings = new ArrayList<>();
        private @Nullable Shown shown;
        private @Nullable WholeCorrection correction;
        private @Nullable Class<? extends Fact> correctedAsWhole;
        private @Nullable HomeScope home;
        private final List<PartKind> parts = new ArrayList<>();

        private Builder(
                EntityType type,
                Class<I> idType,
                Function<String, I> id,
                Class<? extends RegistryEvent> events,
                Class<F> facts,
                Class<? extends RegistryCommand> commands) {
            this.type = type;
            this.idType = idType;
            this.id = id;
            this.events = events;
            this.facts = facts;
            this.commands = commands;
        }

        public Builder<I, F> amended(
                SourceForm<I> sourceAdded, CorrectionForm<I, F> corrected, AnnulmentForm<I> annulled) {
            this.sourceAdded = (entity, fact) -> sourceAdded.of(idType.cast(entity), fact);
            this.corrected =
                    (entity, fact, replacement, kind) -> corrected.of(idType.cast(entity), fact, replacement, kind);
            this.annulled = (entity, fact, batch) -> annulled.of(idType.cast(entity), fact, batch);
            return this;
        }

        public Builder<I, F> takenBack(TakingBackForm<I> form) {
            this.takenBack = (entity, fact, kind) -> form.of(idType.cast(entity), fact, kind);
            return this;
        }

        public Builder<I, F> amendedBy(CorrectForm<I> correct, AnnulForm<I> annul) {
            this.correct = (entity, fact, patch, kind) -> correct.of(idType.cast(entity), fact, patch, kind);
            this.annul = (entity, fact, batch) -> annul.of(idType.cast(entity), fact, batch);
            return this;
        }

        public <G extends F> Builder<I, F> named(Class<G> by, Function<G, String> name) {
            names.put(by, fact -> name.apply(by.cast(fact)));
            return this;
        }

        public <G extends F> Builder<I, F> renamed(Class<G> by, Function<G, String> name) {
            renamings.add(by);
            return named(by, name);
        }

        public Builder<I, F> shown(Shown by) {
            this.shown = by;
            return this;
        }

        public Builder<I, F> correctedAsWhole(Class<? extends F> fact, WholeCorrection by) {
            this.correctedAsWhole = fact;
            this.correction = by;
            return this;
        }

        public Builder<I, F> home(HomeScope where) {
            this.home = where;
            return this;
        }

        public Builder<I, F> part(PartKind part) {
            parts.add(part);
            return this;
        }

        public EntityKind<F> build() {
            return new EntityKind<>(this);
        }
    }
}
