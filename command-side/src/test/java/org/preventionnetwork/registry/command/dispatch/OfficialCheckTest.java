package org.preventionnetwork.registry.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.preventionnetwork.registry.api.facts.CarriesPatch;
import org.preventionnetwork.registry.api.facts.CorrectsFact;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.facts.EntityKind;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.FactPatch;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.facts.Recorded;
import org.preventionnetwork.registry.api.facts.Recorded.Outcome;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.facts.Refused;
import org.preventionnetwork.registry.api.facts.Refused.Refusal;
import org.preventionnetwork.registry.api.facts.RegistryCommand;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.kinds.EntityKinds;
import org.preventionnetwork.registry.api.officials.OfficialCommand;
import org.preventionnetwork.registry.api.officials.OfficialCommand.AnnulFact;
import org.preventionnetwork.registry.api.officials.OfficialCommand.MergeOfficial;
import org.preventionnetwork.registry.api.officials.OfficialEvent.FactAnnulled;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialErased;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialRegistered;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialsMerged;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialsUnmerged;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.officials.PersonalText;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import tools.jackson.databind.node.ObjectNode;

/** Whichever command names an official, and however: all commands and facts are found by their types. */
class OfficialCheckTest {
    private static final OfficialId LIVING = new OfficialId("living");
    private static final OfficialId ERASED = new OfficialId("erased");
    private static final OfficialId ANNULLED = new OfficialId("annulled");
    private static final FactId FACT = new FactId("fact");

    private final EventStore events = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    private final Commands commands =
            new Commands(DefaultCommandGateway.builder().commandBus(bus).build());

    @BeforeEach
    void start() {
        bus.registerHandlerInterceptor(new RefusalsAsDetails());
        bus.registerHandlerInterceptor(new ReferenceCheck(events));
        bus.registerHandlerInterceptor(new OfficialCheck(events));
        bus.registerHandlerInterceptor(new MergeCheck(events, MergeLock.ofThisProcess()));
        commandTypes()
                .forEach(type ->
                        bus.subscribe(type.getName(), message -> new Recorded(FACT, 1, Outcome.RECORDED, null, null)));
        for (EntityKind<?> kind : EntityKinds.ALL) {
            if (kind.idType() != OfficialId.class) {
                store(recorded(kind.id("known")));
            }
        }
        store(registered(LIVING), registered(ERASED), registered(ANNULLED));
        store(new OfficialErased(ERASED, new FactId("gone")));
        store(new FactAnnulled(ANNULLED, new FactId("registered"), null));
    }

    static Stream<Class<?>> naming_commands() {
        return commandTypes().filter(type -> !naming(type).isEmpty() && !CarriesPatch.class.isAssignableFrom(type));
    }

    @ParameterizedTest
    @MethodSource("naming_commands")
    void a_command_names_nobody_who_is_erased_or_was_registered_by_mistake(Class<? extends RegistryCommand> type) {
        for (String field : naming(type)) {
            assertThat(refusal(command(type, LIVING, patch("{}")))).isNull();
            Refusal erased = refusal(command(type, ERASED, patch("{}")));
            assertThat(erased).isNotNull();
            assertThat(erased.code()).isEqualTo(RefusalCode.OFFICIAL_ERASED);
            assertThat(erased.field()).isEqualTo(field);
            Refusal annulled = refusal(command(type, ANNULLED, patch("{}")));
            assertThat(annulled).isNotNull();
            assertThat(annulled.code()).isEqualTo(RefusalCode.UNKNOWN_REFERENCE);
            assertThat(annulled.field()).isEqualTo(field);
        }
    }

    /** Every fact that names an official, with every command that may correct it. */
    static Stream<Arguments> corrections() {
        List<Arguments> corrections = new ArrayList<>();
        for (EntityKind<?> kind : EntityKinds.ALL) {
            for (Class<?> fact : leaves(kind.facts()).toList()) {
                for (Class<?> command : leaves(kind.commands()).toList()) {
                    boolean corrects = CarriesPatch.class.isAssignableFrom(command)
                            && (CorrectsFact.class.isAssignableFrom(command)
                                    || subject(fact).equals(subject(command)));
                    if (corrects && !naming(fact).isEmpty()) {
                        corrections.add(Arguments.of(fact, command));
                    }
                }
            }
        }
        return corrections.stream();
    }

    @ParameterizedTest
    @MethodSource("corrections")
    void a_correction_names_nobody_who_is_erased(
            Class<? extends Fact> fact, Class<? extends RegistryCommand> correction) {
        store((RegistryEvent) sample(fact, LIVING, patch("{}")));
        for (String field : naming(fact)) {
            Refusal refusal = refusal(command(correction, LIVING, patch("{\"" + field + "\": \"erased\"}")));
            assertThat(refusal).isNotNull();
            assertThat(refusal.code()).isEqualTo(RefusalCode.OFFICIAL_ERASED);
            assertThat(refusal.field()).isEqualTo(field);
            assertThat(refusal(command(correction, LIVING, patch("{\"" + field + "\": \"living\"}"))))
                    .isNull();
        }
    }

    @Test
    void there_are_such_commands_and_corrections() {
        assertThat(naming_commands().map(Class::getSimpleName))
                .contains(
                        "NominateOfficial",
                        "RecordEnrollment",
                        "AssignInstructor",
                        "ReleaseInstructor",
                        "DesignateFocalPoint",
                        "NameContributor",
                        "MergeOfficial");
        assertThat(corrections().map(one -> ((Class<?>) one.get()[1]).getSimpleName()))
                .contains("CorrectEnrollment", "CorrectFocalPoint", "CorrectFact");
    }

    /** So that the history of before can be completed, and a list that was recorded before is found to be recorded. */
    @ParameterizedTest
    @MethodSource("naming_commands")
    void what_named_the_erased_before_can_be_told_again(Class<? extends RegistryCommand> type) {
        if (OfficialCommand.class.isAssignableFrom(type)) {
            store(new OfficialsMerged(new OfficialId("known"), new FactId("merged"), ERASED));
        } else {
            namingFacts(type)
                    .forEach(fact -> store((RegistryEvent) sample(
                            fact,
                            new Content(
                                    ERASED,
                                    patch("{}"),
                                    new FactId("f-" + fact.getSimpleName().toLowerCase(java.util.Locale.ROOT))))));
        }
        assertThat(refusal(command(type, ERASED, patch("{}")))).isNull();
    }

    @Test
    void nobody_is_merged_into_the_erased_by_way_of_others_or_by_taking_an_unmerge_back() {
        OfficialId known = new OfficialId("known");
        store(registered(known), registered(new OfficialId("between")));
        store(new OfficialsMerged(new OfficialId("between"), new FactId("merged"), ERASED));
        assertThat(refusal(new MergeOfficial(known, FACT, new OfficialId("between")))
                        .code())
                .isEqualTo(RefusalCode.OFFICIAL_ERASED);

        store(new OfficialsMerged(known, new FactId("merged"), ERASED));
        store(new OfficialsUnmerged(known, new FactId("unmerged"), ERASED));
        assertThat(refusal(new AnnulFact(known, new FactId("unmerged"), null)).code())
                .isEqualTo(RefusalCode.OFFICIAL_ERASED);
        assertThat(refusal(new MergeOfficial(known, FACT, ERASED)).code()).isEqualTo(RefusalCode.OFFICIAL_ERASED);
    }

    @Test
    void who_is_registered_again_is_named_again() {
        store(new OfficialRegistered(
                ANNULLED,
                new FactId("again"),
                PersonalText.plain(ANNULLED, "Ana"),
                null,
                new StateCode("AR"),
                null,
                null,
                null));
        assertThat(refusal(new MergeOfficial(LIVING, FACT, ANNULLED))).isNull();
    }

    private @Nullable Refusal refusal(RegistryCommand command) {
        Refused refused = catchThrowableOfType(
                Refused.class, () -> commands.send(command, new Provenance("a", "SECRETARIAT", "s", "r", null, null)));
        return refused == null ? null : refused.refusal();
    }

    private void store(RegistryEvent... all) {
        for (RegistryEvent event : all) {
            String id = event.entity().aggregateId();
            long next = events.lastSequenceNumberFor(id).orElse(-1L) + 1;
            events.publish(new GenericDomainEventMessage<>(event.entity().type().prefix(), id, next, event));
        }
    }

    private static OfficialRegistered registered(OfficialId official) {
        return new OfficialRegistered(
                official,
                new FactId("registered"),
                PersonalText.plain(official, "Ana"),
                null,
                new StateCode("AR"),
                null,
                null,
                null);
    }

    /** Any fact of the entity that names no official. */
    private static RegistryEvent recorded(EntityId entity) {
        Class<?> fact = leaves(EntityKinds.of(entity.type()).facts())
                .filter(type -> naming(type).isEmpty())
                .findFirst()
                .orElseThrow();
        return (RegistryEvent) sample(fact, LIVING, patch("{}"));
    }

    private static Stream<Class<?>> namingFacts(Class<? extends RegistryCommand> command) {
        return leaves(EntityKinds.ofCommand(command).facts())
                .filter(fact -> !naming(fact).isEmpty());
    }

    private static Stream<Class<?>> commandTypes() {
        return EntityKinds.ALL.stream().flatMap(kind -> leaves(kind.commands()));
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(OfficialCheckTest::leaves);
    }

    private static List<String> naming(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getType() == OfficialId.class
                        && !component.getName().equals("officialId"))
                .map(RecordComponent::getName)
                .toList();
    }

    private static String subject(Class<?> type) {
        Object sample = sample(type, LIVING, patch("{}"));
        return sample instanceof Fact fact ? fact.subject() : ((RegistryCommand) sample).subject();
    }

    private static RegistryCommand command(Class<?> type, OfficialId named, FactPatch patch) {
        return (RegistryCommand) sample(type, named, patch);
    }

    private static FactPatch patch(String json) {
        return new FactPatch((ObjectNode) RegistryJson.mapper().readTree(json));
    }

    /** What samples hold, beside what does not matter. */
    private record Content(OfficialId named, FactPatch patch, FactId fact) {}

    private static Object sample(Class<?> type, OfficialId named, FactPatch patch) {
        return sample(type, new Content(named, patch, FACT));
    }

    /** All ids are the same: each part of each thing is the one that all is about. */
    private static Object sample(Class<?> type, Content content) {
        try {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Object[] values = Arrays.stream(components)
                    .map(component -> component.getType() == OfficialId.class
                                    && !component.getName().equals("officialId")
                            ? content.named()
                            : value(component.getType(), content))
                    .toArray();
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no sample of " + type, e);
        }
    }

    private static @Nullable Object value(Class<?> type, Content content) {
        if (type.isEnum()) {
            return Objects.requireNonNull(type.getEnumConstants())[0];
        } else if (type == String.class) {
            return "known";
        } else if (type == int.class || type == Integer.class) {
            return 1;
        } else if (type == long.class || type == Long.class) {
            return 1L;
        } else if (type == boolean.class || type == Boolean.class) {
            return false;
        } else if (type == List.class) {
            return List.of();
        } else if (type == Set.class) {
            return Set.of();
        } else if (type == FactPatch.class) {
            return content.patch();
        } else if (type == FactId.class) {
            return content.fact();
        } else if (type == HistoricalDate.class) {
            return HistoricalDate.parse("2015");
        } else if (type == StateCode.class) {
            return new StateCode("AR");
        } else if (type == PersonalText.class) {
            return PersonalText.plain(new OfficialId("known"), "Ana");
        } else if (type.isRecord() && type.getRecordComponents().length == 1) {
            return sample(type, content);
        }
        return null;
    }
}
