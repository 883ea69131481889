package org.preventionnetwork.registry.command.seminars;

import static org.preventionnetwork.registry.command.seminars.SeminarSamples.*;
import static org.preventionnetwork.registry.command.timeline.Samples.WHY;

import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.seminars.SeminarCommand.AnnulFact;
import org.preventionnetwork.registry.api.seminars.SeminarCommand.DeclareRosterComplete;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.FactAnnulled;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.RosterDeclaredComplete;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SourceAdded;

class CompleteRosterTest {
    private static final RosterDeclaredComplete COMPLETE =
            new RosterDeclaredComplete(SEMINAR, fact("complete"), date("2020"));

    private final AggregateTestFixture<SeminarAggregate> fixture = fixture();

    @Test
    void that_a_roster_is_complete_is_recorded() {
        fixture.given(SCHEDULED)
                .when(new DeclareRosterComplete(SEMINAR, fact("complete"), date("2020")))
                .expectEvents(COMPLETE);
    }

    @Test
    void told_again_by_another_source_it_is_the_same() {
        fixture.given(SCHEDULED, COMPLETE)
                .when(
                        new DeclareRosterComplete(SEMINAR, fact("again"), date("2020")),
                        Map.of("source", "list of certificates"))
                .expectEvents(new SourceAdded(SEMINAR, fact("complete")));
    }

    @Test
    void it_is_annulled() {
        fixture.given(SCHEDULED, COMPLETE)
                .when(new AnnulFact(SEMINAR, fact("complete"), null), WHY)
                .expectEvents(new FactAnnulled(SEMINAR, fact("complete"), null));
    }
}
