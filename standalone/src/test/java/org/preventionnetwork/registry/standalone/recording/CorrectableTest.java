package org.preventionnetwork.registry.standalone.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.facts.EventName;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.initiatives.InitiativeCommand.CorrectInitiative;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.InitiativeLaunched;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.MilestoneReached;
import org.preventionnetwork.registry.api.initiatives.InitiativeId;
import org.preventionnetwork.registry.api.initiatives.InitiativeType;
import org.preventionnetwork.registry.api.networks.MembershipId;
import org.preventionnetwork.registry.api.networks.MembershipKind;
import org.preventionnetwork.registry.api.networks.NetworkCommand.CorrectMembership;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MembershipKindChanged;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MembershipSuspended;
import org.preventionnetwork.registry.api.networks.NetworkEvent.StateAdmitted;
import org.preventionnetwork.registry.api.networks.NetworkEvent.StateWithdrew;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.seminars.EnrollmentCommand.CorrectEnrollment;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentCancelled;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.OfficialNominated;
import org.preventionnetwork.registry.api.seminars.EnrollmentId;
import org.preventionnetwork.registry.api.seminars.SeminarId;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import org.preventionnetwork.registry.query.history.HistoryAnswers.FactItem;

class CorrectableTest {
    private static final NetworkId AFRICA = new NetworkId("africa");
    private static final MembershipId FIRST = new MembershipId("first");
    private static final MembershipId SECOND = new MembershipId("second");
    private static final MembershipId THIRD = new MembershipId("third");

    private final List<FactItem> facts = new ArrayList<>();

    @Test
    void a_membership_that_followed_two_others_is_that_of_the_state_that_was_admitted() {
        admitted();
        changed(FIRST, SECOND, MembershipKind.LIAISON, "2013");
        changed(SECOND, THIRD, MembershipKind.MEMBER, "2015");
        recorded(new MembershipSuspended(AFRICA, fact(), THIRD, HistoricalDate.parse("2016")));
        recorded(new StateWithdrew(AFRICA, fact(), THIRD, HistoricalDate.parse("2017")));

        assertThat(values(CorrectMembership.class, THIRD.value()))
                .containsExactly("state: KE", "kind: MEMBER", "from: 2015", "until: 2017");
        assertThat(values(CorrectMembership.class, SECOND.value()))
                .containsExactly("state: KE", "kind: LIAISON", "from: 2013", "until: 2015");
        assertThat(values(CorrectMembership.class, FIRST.value()))
                .containsExactly("state: KE", "kind: OBSERVER", "from: 2012", "until: 2013");
    }

    @Test
    void an_initiative_keeps_its_title_when_a_milestone_has_one() {
        InitiativeId law = new InitiativeId("a-law");
        recorded(new InitiativeLaunched(
                law,
                fact(),
                "A law",
                List.of(StateCode.of("KE")),
                null,
                InitiativeType.LEGISLATION,
                null,
                HistoricalDate.parse("2012")));
        recorded(new MilestoneReached(law, fact(), "First reading", HistoricalDate.parse("2013")));

        assertThat(values(CorrectInitiative.class, null))
                .contains("title: A law")
                .doesNotContain("on: 2013");
    }

    @Test
    void an_enrolment_that_was_cancelled_says_so() {
        SeminarId seminar = new SeminarId("a-seminar");
        EnrollmentId one = new EnrollmentId("one");
        recorded(new OfficialNominated(
                seminar, fact(), one, new OfficialId("o-17"), null, HistoricalDate.parse("2012")));
        recorded(new EnrollmentCancelled(seminar, fact(), one, HistoricalDate.parse("2013")));

        assertThat(values(CorrectEnrollment.class, one.value()))
                .containsExactly("official: o-17", "status: CANCELLED", "on: 2013");
    }

    private void admitted() {
        recorded(new StateAdmitted(
                AFRICA, fact(), FIRST, StateCode.of("KE"), MembershipKind.OBSERVER, HistoricalDate.parse("2012")));
    }

    private void changed(MembershipId from, MembershipId to, MembershipKind kind, String on) {
        recorded(new MembershipKindChanged(AFRICA, fact(), from, to, kind, HistoricalDate.parse(on)));
    }

    private FactId fact() {
        return new FactId("fact-" + facts.size());
    }

    private void recorded(Fact fact) {
        facts.add(new FactItem(
                fact.factId().value(),
                fact.getClass().getAnnotation(EventName.class).value(),
                fact.subject(),
                null,
                false,
                null,
                List.of(),
                "",
                RegistryJson.mapper().valueToTree(fact)));
    }

    private List<String> values(
            Class<? extends org.preventionnetwork.registry.api.facts.RegistryCommand> command, String part) {
        Correctable correctable = Correctable.ofWhole(command, part, facts);
        return correctable
                .fields()
                .filter(field -> correctable.values().has(field.name()))
                .map(field -> field.name() + ": "
                        + correctable.values().get(field.name()).asString(""))
                .toList();
    }
}
