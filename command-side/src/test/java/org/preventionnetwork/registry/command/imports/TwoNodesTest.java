package org.preventionnetwork.registry.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.FactPatch;
import org.preventionnetwork.registry.api.facts.Mode;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.facts.Recorded.Outcome;
import org.preventionnetwork.registry.api.facts.RegistryCommand;
import org.preventionnetwork.registry.api.networks.MembershipId;
import org.preventionnetwork.registry.api.networks.MembershipKind;
import org.preventionnetwork.registry.api.networks.NetworkCommand.AdmitState;
import org.preventionnetwork.registry.api.networks.NetworkCommand.CorrectMembership;
import org.preventionnetwork.registry.api.networks.NetworkCommand.FoundNetwork;
import org.preventionnetwork.registry.api.networks.NetworkCommand.RegisterNetwork;
import org.preventionnetwork.registry.api.networks.NetworkCommand.WithdrawState;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.networks.NetworkKind;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.programmes.ProgrammeId;
import org.preventionnetwork.registry.api.seminars.EnrollmentCommand.AcceptEnrollment;
import org.preventionnetwork.registry.api.seminars.EnrollmentCommand.NominateOfficial;
import org.preventionnetwork.registry.api.seminars.EnrollmentCommand.WaitlistEnrollment;
import org.preventionnetwork.registry.api.seminars.EnrollmentCommand.WithdrawEnrollment;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentAccepted;
import org.preventionnetwork.registry.api.seminars.EnrollmentId;
import org.preventionnetwork.registry.api.seminars.SeminarCommand.ScheduleSeminar;
import org.preventionnetwork.registry.api.seminars.SeminarEdition;
import org.preventionnetwork.registry.api.seminars.SeminarId;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import org.preventionnetwork.registry.command.dispatch.Commands;
import org.preventionnetwork.registry.command.dispatch.DecidedOnWhatIsThere;
import org.preventionnetwork.registry.command.dispatch.ProvenanceCorrelation;
import org.preventionnetwork.registry.command.dispatch.RefusalsAsDetails;
import org.preventionnetwork.registry.command.infrastructure.AggregateCache;
import org.preventionnetwork.registry.command.rehearsal.AggregateTypes;
import tools.jackson.databind.node.ObjectNode;

/** A registry and another node of it, which remembers what it has decided on, on one PostgreSQL. */
class TwoNodesTest {
    private static final Provenance WHY = new Provenance("maria", "SECRETARIAT", null, null, "read again", null);

    @TempDir
    static Path data;

    private static TestRegistry registry;
    private static Commands one;
    private static Commands other;

    @BeforeAll
    static void start() throws SQLException {
        registry = TestRegistry.start(data);
        one = registry.bean(Commands.class);
        other = anotherNode();
    }

    @AfterAll
    static void stop() {
        registry.close();
    }

    /** Without the checks of what is named in a command, which ask the store each time. */
    private static Commands anotherNode() {
        EventStore events = EmbeddedEventStore.builder()
                .storageEngine(registry.bean(EventStorageEngine.class))
                .build();
        SimpleCommandBus bus = SimpleCommandBus.builder()
                .transactionManager(registry.bean(TransactionManager.class))
                .build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(List.of(new ProvenanceCorrelation())));
        bus.registerHandlerInterceptor(new RefusalsAsDetails());
        bus.registerHandlerInterceptor(new DecidedOnWhatIsThere(events));
        AggregateCache cache = new AggregateCache(100);
        registry.bean(AggregateTypes.class).types().forEach(type -> subscribe(type, events, cache, bus));
        return new Commands(DefaultCommandGateway.builder().commandBus(bus).build());
    }

    private static <A> void subscribe(Class<A> type, EventStore events, AggregateCache cache, SimpleCommandBus bus) {
        AggregateAnnotationCommandHandler.<A>builder()
                .aggregateType(type)
                .repository(EventSourcingRepository.builder(type)
                        .eventStore(events)
                        .cache(cache)
                        .build())
                .build()
                .subscribe(bus);
    }

    private static FactId fact(String id) {
        return new FactId(id);
    }

    @Test
    void what_the_other_node_made_necessary_is_not_swallowed_as_known() {
        NetworkId network = new NetworkId("two-nodes");
        MembershipId argentina = new MembershipId("ar");
        HistoricalDate left = HistoricalDate.parse("2015");
        one.send(new RegisterNetwork(network, fact("net"), "Net", NetworkKind.REGIONAL, null, null, null), WHY);
        one.send(new FoundNetwork(network, fact("founded"), HistoricalDate.parse("2012")), WHY);
        AdmitState admit = new AdmitState(
                network,
                fact("admitted"),
                argentina,
                new StateCode("AR"),
                MembershipKind.MEMBER,
                HistoricalDate.parse("2012-03-29"));
        one.send(admit, WHY);
        assertThat(other.send(admit, WHY).outcome()).isEqualTo(Outcome.UNCHANGED);
        one.send(new WithdrawState(network, fact("left"), argentina, left), WHY);
        assertThat(other.send(new WithdrawState(network, fact("left-too"), argentina, left), WHY)
                        .outcome())
                .isEqualTo(Outcome.UNCHANGED);
        ObjectNode open = RegistryJson.mapper().createObjectNode().putNull("until");
        long version = one.send(
                        new CorrectMembership(
                                network, fact("open"), argentina, new FactPatch(open), CorrectionKind.CLERICAL_ERROR),
                        WHY)
                .version();

        assertThat(other.send(new WithdrawState(network, fact("left-after-all"), argentina, left), WHY, version)
                        .outcome())
                .isEqualTo(Outcome.RECORDED);
    }

    /** Two leave at the same moment, each at another node, or the same official at both. */
    @Test
    void each_seat_that_becomes_free_at_either_node_promotes_one_and_nobody_twice() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 12; round++) {
                SeminarId seminar = new SeminarId("race-" + round);
                schedule(seminar);
                boolean same = round % 3 == 2;
                CyclicBarrier together = new CyclicBarrier(2);
                Future<?> here = nodes.submit(() -> withdrawn(one, seminar, "a1", together));
                Future<?> there = nodes.submit(() -> withdrawn(other, seminar, same ? "a1" : "b2", together));
                here.get(60, TimeUnit.SECONDS);
                there.get(60, TimeUnit.SECONDS);
                assertThat(promoted(seminar))
                        .as("round %d", round)
                        .containsExactlyElementsOf(same ? List.of("c3") : List.of("c3", "d4"));
            }
        } finally {
            nodes.shutdownNow();
        }
    }

    private static @Nullable Object withdrawn(Commands node, SeminarId seminar, String who, CyclicBarrier together)
            throws Exception {
        together.await(60, TimeUnit.SECONDS);
        return node.send(new WithdrawEnrollment(seminar, fact("w-" + who), new EnrollmentId(who), null), WHY);
    }

    private static List<String> promoted(SeminarId seminar) {
        List<String> promoted = new ArrayList<>();
        registry.bean(EventStore.class)
                .readEvents(seminar.aggregateId())
                .asStream()
                .map(event -> event.getPayload())
                .filter(event -> event instanceof EnrollmentAccepted accepted
                        && accepted.factId().value().contains(".promoted"))
                .forEach(event -> promoted.add(((EnrollmentAccepted) event).subject()));
        return promoted;
    }

    /** Two have the seats, three wait; both nodes know it. */
    private static void schedule(SeminarId seminar) {
        List<RegistryCommand> commands = new ArrayList<>();
        commands.add(new ScheduleSeminar(
                seminar,
                fact("scheduled"),
                "Seminar",
                new ProgrammeId("nobody-asks"),
                SeminarEdition.GLOBAL,
                null,
                null,
                Mode.IN_PERSON,
                HistoricalDate.parse("2019-06-10"),
                null,
                null,
                null,
                null,
                2,
                List.of(),
                false,
                List.of(),
                List.of()));
        for (String who : List.of("a1", "b2", "c3", "d4", "e5")) {
            EnrollmentId id = new EnrollmentId(who);
            commands.add(
                    new NominateOfficial(seminar, fact("n-" + who), id, new OfficialId("official-" + who), null, null));
            commands.add(
                    who.compareTo("c") < 0
                            ? new AcceptEnrollment(seminar, fact("a-" + who), id, null)
                            : new WaitlistEnrollment(seminar, fact("l-" + who), id, null));
        }
        commands.forEach(command -> other.send(command, WHY));
        one.send(commands.get(commands.size() - 1), WHY);
    }
}
