package org.preventionnetwork.registry.command.officials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.preventionnetwork.registry.api.facts.CorrectionKind.CLERICAL_ERROR;
import static org.preventionnetwork.registry.command.officials.OfficialSamples.ARGENTINA;
import static org.preventionnetwork.registry.command.officials.OfficialSamples.CANONICAL;
import static org.preventionnetwork.registry.command.officials.OfficialSamples.OFFICIAL;
import static org.preventionnetwork.registry.command.officials.OfficialSamples.REGISTER;
import static org.preventionnetwork.registry.command.officials.OfficialSamples.REGISTERED;
import static org.preventionnetwork.registry.command.timeline.Refusals.refused;
import static org.preventionnetwork.registry.command.timeline.Samples.WHY;
import static org.preventionnetwork.registry.command.timeline.Samples.date;
import static org.preventionnetwork.registry.command.timeline.Samples.fact;
import static org.preventionnetwork.registry.command.timeline.Samples.patch;

import java.util.List;
import java.util.stream.Collectors;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.officials.OfficialCommand;
import org.preventionnetwork.registry.api.officials.OfficialCommand.AnnulFact;
import org.preventionnetwork.registry.api.officials.OfficialCommand.ChangeAffiliation;
import org.preventionnetwork.registry.api.officials.OfficialCommand.ChangeContact;
import org.preventionnetwork.registry.api.officials.OfficialCommand.CorrectFact;
import org.preventionnetwork.registry.api.officials.OfficialCommand.EraseOfficial;
import org.preventionnetwork.registry.api.officials.OfficialCommand.GrantAlumniStatus;
import org.preventionnetwork.registry.api.officials.OfficialCommand.MergeOfficial;
import org.preventionnetwork.registry.api.officials.OfficialCommand.RevokeAlumniStatus;
import org.preventionnetwork.registry.api.officials.OfficialCommand.UnmergeOfficial;
import org.preventionnetwork.registry.api.officials.OfficialEvent.FactAnnulled;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialErased;

class OfficialErasureTest {
    private AggregateTestFixture<OfficialAggregate> fixture;

    @BeforeEach
    void start() {
        fixture = new AggregateTestFixture<>(OfficialAggregate.class);
    }

    private static final OfficialErased ERASED = new OfficialErased(OFFICIAL, fact("erased"));

    static List<OfficialCommand> everything_else() {
        return List.of(
                REGISTER,
                new ChangeContact(OFFICIAL, fact("f-1"), "Ana", null, null),
                new ChangeAffiliation(OFFICIAL, fact("f-1"), ARGENTINA, null, null, date("2015")),
                new GrantAlumniStatus(OFFICIAL, fact("f-1"), date("2015")),
                new RevokeAlumniStatus(OFFICIAL, fact("f-1"), date("2015")),
                new MergeOfficial(OFFICIAL, fact("f-1"), CANONICAL),
                new UnmergeOfficial(OFFICIAL, fact("f-1")),
                new CorrectFact(OFFICIAL, fact("registered"), patch("{\"fullName\": \"Ana\"}"), CLERICAL_ERROR),
                new AnnulFact(OFFICIAL, fact("erased"), null));
    }

    @Test
    void is_recorded() {
        fixture.given(REGISTERED)
                .when(new EraseOfficial(OFFICIAL, fact("erased")), WHY)
                .expectEvents(ERASED);
    }

    @Test
    void needs_a_reason() {
        refused(
                fixture.given(REGISTERED).when(new EraseOfficial(OFFICIAL, fact("erased"))),
                RefusalCode.REASON_REQUIRED);
    }

    @Test
    void told_twice_is_recorded_once() {
        fixture.given(REGISTERED, ERASED)
                .when(new EraseOfficial(OFFICIAL, fact("again")), WHY)
                .expectNoEvents();
    }

    @Test
    void reaches_a_record_whose_registration_was_annulled() {
        fixture.given(REGISTERED, new FactAnnulled(OFFICIAL, fact("registered"), null))
                .when(new EraseOfficial(OFFICIAL, fact("erased")), WHY)
                .expectEvents(ERASED);
    }

    @ParameterizedTest
    @MethodSource("everything_else")
    void is_final(OfficialCommand command) {
        refused(fixture.given(REGISTERED, ERASED).when(command, WHY), RefusalCode.OFFICIAL_ERASED);
    }

    @Test
    void is_tried_against_every_other_command() {
        assertThat(everything_else().stream().map(Object::getClass).collect(Collectors.toSet()))
                .hasSize(OfficialCommand.class.getPermittedSubclasses().length - 1);
    }
}
