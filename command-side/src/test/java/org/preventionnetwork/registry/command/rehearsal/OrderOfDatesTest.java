package org.preventionnetwork.registry.command.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.Mode;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.facts.Refused;
import org.preventionnetwork.registry.api.facts.RegistryCommand;
import org.preventionnetwork.registry.api.initiatives.InitiativeCommand;
import org.preventionnetwork.registry.api.initiatives.InitiativeCommand.ChangeInitiativeStage;
import org.preventionnetwork.registry.api.initiatives.InitiativeCommand.LaunchInitiative;
import org.preventionnetwork.registry.api.initiatives.InitiativeId;
import org.preventionnetwork.registry.api.initiatives.InitiativeStage;
import org.preventionnetwork.registry.api.initiatives.InitiativeType;
import org.preventionnetwork.registry.api.institutions.InstitutionCommand.RegisterInstitution;
import org.preventionnetwork.registry.api.institutions.InstitutionId;
import org.preventionnetwork.registry.api.institutions.InstitutionKind;
import org.preventionnetwork.registry.api.kinds.EntityKinds;
import org.preventionnetwork.registry.api.networks.MembershipId;
import org.preventionnetwork.registry.api.networks.MembershipKind;
import org.preventionnetwork.registry.api.networks.NetworkCommand.*;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.networks.NetworkKind;
import org.preventionnetwork.registry.api.networks.SeatId;
import org.preventionnetwork.registry.api.officials.OfficialCommand.RegisterOfficial;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.programmes.ProgrammeCommand.CloseProgramme;
import org.preventionnetwork.registry.api.programmes.ProgrammeCommand.EstablishProgramme;
import org.preventionnetwork.registry.api.programmes.ProgrammeId;
import org.preventionnetwork.registry.api.seminars.EnrollmentCommand.CompleteEnrollment;
import org.preventionnetwork.registry.api.seminars.EnrollmentCommand.NominateOfficial;
import org.preventionnetwork.registry.api.seminars.EnrollmentId;
import org.preventionnetwork.registry.api.seminars.SeminarCommand.ScheduleSeminar;
import org.preventionnetwork.registry.api.seminars.SeminarEdition;
import org.preventionnetwork.registry.api.seminars.SeminarId;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.command.dispatch.SamePersons;
import org.preventionnetwork.registry.command.timeline.Samples;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/**
 * What must come after something is refused exactly where each day that it can mean lies before each day that the other
 * can mean, whichever is recorded first, and also where a date is corrected later.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderOfDatesTest {
    private static final Provenance WHY = new Provenance("maria", "SECRETARIAT", null, null, "read again", null);
    private static final StateCode PERU = new StateCode("PE");

    /** The first and the last day that each can mean, written down by hand. */
    private static final Map<String, List<String>> DATES = new TreeMap<>(Map.ofEntries(
            Map.entry("2012", List.of("2012-01-01", "2012-12-31")),
            Map.entry("2013~", List.of("2013-01-01", "2013-12-31")),
            Map.entry("2012-03", List.of("2012-03-01", "2012-03-31")),
            Map.entry("2012-02%", List.of("2012-02-01", "2012-02-29")),
            Map.entry("2012-03-15", List.of("2012-03-15", "2012-03-15")),
            Map.entry("2012-03-16?", List.of("2012-03-16", "2012-03-16")),
            Map.entry("2012-21", List.of("2012-03-01", "2012-05-31")),
            Map.entry("2012-24", List.of("2012-12-01", "2013-02-28")),
            Map.entry("2011-24", List.of("2011-12-01", "2012-02-29")),
            Map.entry("[2012-03-16..2013-02-28]", List.of("2012-03-16", "2013-02-28")),
            Map.entry("[..2011]", List.of("0001-01-01", "2011-12-31")),
            Map.entry("[2013-03..]", List.of("2013-03-01", "9999-12-31")),
            Map.entry("unknown", List.of("0001-01-01", "9999-12-31"))));

    private static boolean wrong(String earlier, String later) {
        return LocalDate.parse(DATES.get(later).get(1))
                .isBefore(LocalDate.parse(DATES.get(earlier).get(0)));
    }

    /**
     * Two facts of which the one comes first in the world.
     *
     * @param earlier what must be there, and the earlier fact last
     * @param recordedInAnyOrder whether the later one can be recorded without the earlier one
     */
    record Pair(
            String name,
            BiFunction<String, HistoricalDate, List<RegistryCommand>> earlier,
            BiFunction<String, HistoricalDate, RegistryCommand> later,
            String dateOfLater,
            boolean recordedInAnyOrder) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Pair> pairs() {
        return Stream.of(
                new Pair(
                        "foundation and dissolution",
                        (id, on) -> List.of(network(id), new FoundNetwork(new NetworkId(id), fact("one"), on)),
                        (id, on) -> new DissolveNetwork(new NetworkId(id), fact("two"), on),
                        "on",
                        true),
                new Pair(
                        "announcement and foundation",
                        (id, on) -> List.of(network(id), new AnnounceNetwork(new NetworkId(id), fact("one"), on)),
                        (id, on) -> new FoundNetwork(new NetworkId(id), fact("two"), on),
                        "on",
                        true),
                new Pair(
                        "announcement and dissolution of what was never founded",
                        (id, on) -> List.of(network(id), new AnnounceNetwork(new NetworkId(id), fact("one"), on)),
                        (id, on) -> new DissolveNetwork(new NetworkId(id), fact("two"), on),
                        "on",
                        true),
                new Pair(
                        "admission and withdrawal",
                        (id, on) -> List.of(
                                network(id),
                                new AdmitState(
                                        new NetworkId(id),
                                        fact("one"),
                                        new MembershipId("pe"),
                                        PERU,
                                        MembershipKind.MEMBER,
                                        on)),
                        (id, on) -> new WithdrawState(new NetworkId(id), fact("two"), new MembershipId("pe"), on),
                        "on",
                        false),
                new Pair(
                        "a seat's beginning and end",
                        (id, on) -> List.of(
                                network(id),
                                new DesignateFocalPoint(
                                        new NetworkId(id),
                                        fact("one"),
                                        new SeatId("seat"),
                                        PERU,
                                        new InstitutionId("museum"),
                                        null,
                                        on,
                                        false)),
                        (id, on) -> new RelieveFocalPoint(new NetworkId(id), fact("two"), new SeatId("seat"), on),
                        "on",
                        false),
                new Pair(
                        "establishment and closing of a programme",
                        (id, on) -> List.of(new EstablishProgramme(new ProgrammeId(id), fact("one"), "Name", on)),
                        (id, on) -> new CloseProgramme(new ProgrammeId(id), fact("two"), on),
                        "on",
                        false),
                new Pair(
                        "launch and end of an initiative",
                        (id, on) -> List.of(launch(id, on)),
                        (id, on) -> new ChangeInitiativeStage(
                                new InitiativeId(id), fact("two"), InitiativeStage.CONCLUDED, on),
                        "on",
                        false),
                new Pair(
                        "nomination and completion",
                        (id, on) -> List.of(
                                seminar(id),
                                new NominateOfficial(
                                        new SeminarId(id),
                                        fact("one"),
                                        new EnrollmentId("enrolled"),
                                        new OfficialId("somebody"),
                                        null,
                                        on)),
                        (id, on) -> new CompleteEnrollment(
                                new SeminarId(id), fact("two"), new EnrollmentId("enrolled"), on, null),
                        "on",
                        false));
    }

    @TempDir
    static Path folder;

    private Stage stage;
    private int entities;

    @BeforeAll
    void start() throws ClassNotFoundException {
        ClassPathScanningCandidateComponentProvider found = new ClassPathScanningCandidateComponentProvider(false);
        found.addIncludeFilter(new AnnotationTypeFilter(Aggregate.class));
        List<Class<?>> aggregates = new ArrayList<>();
        for (var type : found.findCandidateComponents("org.preventionnetwork.registry.command")) {
            aggregates.add(Class.forName(type.getBeanClassName()));
        }
        stage = new Stage(
                EmbeddedEventStore.builder()
                        .storageEngine(new InMemoryEventStorageEngine())
                        .build(),
                aggregates,
                () -> Files.createTempFile(folder, "rehearsed", ""),
                new SamePersons() {
                    @Override
                    public Set<OfficialId> of(OfficialId official) {
                        return Set.of();
                    }

                    @Override
                    public void keep(OfficialId official, @Nullable OfficialId into) {}
                });
        send(new EstablishProgramme(new ProgrammeId("programme"), fact("p"), "Programme", null));
        send(new RegisterInstitution(
                new InstitutionId("museum"), fact("i"), "Museum", InstitutionKind.values()[0], PERU));
        send(new RegisterOfficial(new OfficialId("somebody"), fact("o"), "Somebody", null, PERU, null, null, null));
    }

    @AfterAll
    void stop() {
        stage.close();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void only_what_is_certainly_out_of_order_is_refused_on_every_way_in(Pair pair) {
        Set<Boolean> seen = new HashSet<>();
        for (String earlier : DATES.keySet()) {
            for (String later : DATES.keySet()) {
                boolean wrong = wrong(earlier, later);
                seen.add(wrong);
                HistoricalDate first = HistoricalDate.parse(earlier);
                HistoricalDate second = HistoricalDate.parse(later);
                String where = pair.name() + ": " + earlier + ", then " + later;

                String told = next();
                pair.earlier().apply(told, first).forEach(this::send);
                assertThat(refused(pair.later().apply(told, second))).as(where).isEqualTo(wrong);

                if (pair.recordedInAnyOrder()) {
                    String backward = next();
                    List<RegistryCommand> commands = pair.earlier().apply(backward, first);
                    send(commands.get(0));
                    send(pair.later().apply(backward, second));
                    assertThat(refused(commands.get(1)))
                            .as(where + ", the later told first")
                            .isEqualTo(wrong);
                }

                String corrected = next();
                pair.earlier().apply(corrected, first).forEach(this::send);
                RegistryCommand open = pair.later().apply(corrected, HistoricalDate.unknown());
                send(open);
                if (!later.equals("unknown")) {
                    assertThat(refused(EntityKinds.of(open.entity().type())
                                    .correct(
                                            open.entity(),
                                            fact("two"),
                                            Samples.patch("{\"" + pair.dateOfLater() + "\": \"" + later + "\"}"),
                                            CorrectionKind.CLERICAL_ERROR)))
                            .as(where + ", by a correction")
                            .isEqualTo(wrong);
                }
            }
        }
        assertThat(seen).containsExactlyInAnyOrder(true, false);
    }

    private String next() {
        return "entity-" + entities++;
    }

    private void send(RegistryCommand command) {
        stage.commands().send(command, WHY);
    }

    private boolean refused(RegistryCommand command) {
        try {
            send(command);
            return false;
        } catch (Refused refused) {
            return true;
        }
    }

    private static FactId fact(String id) {
        return new FactId("f-" + id);
    }

    private static RegistryCommand network(String id) {
        return new RegisterNetwork(
                new NetworkId(id), fact("registered"), "Network", NetworkKind.REGIONAL, null, null, null);
    }

    private static InitiativeCommand launch(String id, HistoricalDate on) {
        return new LaunchInitiative(
                new InitiativeId(id), fact("one"), "Training", List.of(PERU), null, InitiativeType.TRAINING, null, on);
    }

    private static RegistryCommand seminar(String id) {
        return new ScheduleSeminar(
                new SeminarId(id),
                fact("scheduled"),
                "Seminar",
                new ProgrammeId("programme"),
                SeminarEdition.GLOBAL,
                null,
                null,
                Mode.ONLINE,
                HistoricalDate.unknown(),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                false,
                List.of(),
                List.of());
    }
}
