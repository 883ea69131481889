package org.preventionnetwork.registry.query.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.preventionnetwork.registry.query.seminars.SeminarSamples.concluded;
import static org.preventionnetwork.registry.query.seminars.SeminarSamples.date;
import static org.preventionnetwork.registry.query.seminars.SeminarSamples.fact;
import static org.preventionnetwork.registry.query.seminars.SeminarSamples.recorded;
import static org.preventionnetwork.registry.query.seminars.SeminarSamples.scheduled;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.networks.MembershipId;
import org.preventionnetwork.registry.api.networks.MembershipKind;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MembershipKindChanged;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkDissolved;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkFounded;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkRegistered;
import org.preventionnetwork.registry.api.networks.NetworkEvent.StateAdmitted;
import org.preventionnetwork.registry.api.networks.NetworkEvent.StateWithdrew;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.networks.NetworkKind;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialRegistered;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.officials.PersonalText;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.query.TestAnswers;
import org.preventionnetwork.registry.query.figures.Figures;
import org.preventionnetwork.registry.query.networks.NetworkAnswers.Activity;

/** What a network did, year by year: only what states did that were members when they did it. */
class NetworkActivityTest {
    private static final NetworkId NETWORK = new NetworkId("latin-america");

    @Test
    void counts_what_members_did_while_they_were() throws SQLException {
        try (TestAnswers answers = TestAnswers.start()) {
            long position = answers.record(
                    new NetworkRegistered(NETWORK, fact("registered"), "Latin America", NetworkKind.REGIONAL),
                    new NetworkFounded(NETWORK, fact("founded"), date("2012-03-29")),
                    admitted("AR", "2012-03-29"),
                    admitted("BO", "2012-03-29"),
                    new StateWithdrew(NETWORK, fact("bo-out"), new MembershipId("bo"), date("2014-01-01")),
                    official("ana", "AR"),
                    official("bea", "BO"),
                    official("eva", "CL"),
                    scheduled("first", "2013-06-03", "2013-06-07"),
                    concluded("first"),
                    recorded("first", "ana-first", "ana", EnrollmentStatus.COMPLETED, "2013-06-07"),
                    recorded("first", "bea-first", "bea", EnrollmentStatus.COMPLETED, "2014-02-01"),
                    recorded("first", "eva-first", "eva", EnrollmentStatus.COMPLETED, "2013-06-07"),
                    scheduled("second", "2015-06-01", "2015-06-05"),
                    concluded("second"),
                    recorded("second", "ana-second", "ana", EnrollmentStatus.ATTENDED, "2015-06-01"),
                    recorded("second", "bea-second", "bea", EnrollmentStatus.COMPLETED, "2015-06-05"),
                    scheduled("third", "2015-09-07", "2015-09-11"),
                    concluded("third"),
                    recorded("third", "bea-third", "bea", EnrollmentStatus.COMPLETED, null));
            NetworkActivity activity = new NetworkActivity(answers.bean(Figures.class), answers.bean(DataSource.class));
            List<Activity> years = activity.of(
                    NETWORK,
                    LocalDate.of(2012, 1, 1),
                    LocalDate.of(2015, 12, 31),
                    NetworkActivity.Interval.YEAR,
                    position);
            assertThat(years)
                    .containsExactly(
                            certain("2012", 2, 0, 2, 0, 0, 0, 0),
                            // Bolivia's official was there while it was a member, and completed when it was none.
                            certain("2013", 0, 0, 2, 0, 1, 1, 0),
                            certain("2014", 0, 1, 1, 0, 0, 0, 0),
                            certain("2015", 0, 0, 1, 0, 1, 0, 0));
        }
    }

    /** Admitted and withdrawn are counted of the same states as the members. */
    @Test
    void says_by_whom_there_are_more_or_fewer_members_and_nothing_of_days_not_asked_about() throws SQLException {
        try (TestAnswers answers = TestAnswers.start()) {
            long position = answers.record(
                    new NetworkRegistered(NETWORK, fact("registered"), "Latin America", NetworkKind.REGIONAL),
                    new NetworkFounded(NETWORK, fact("founded"), date("2012-03-29")),
                    admitted("AR", MembershipKind.OBSERVER, "2012-03-29"),
                    new MembershipKindChanged(
                            NETWORK,
                            fact("ar-member"),
                            new MembershipId("ar"),
                            new MembershipId("ar-2"),
                            MembershipKind.MEMBER,
                            date("2013-05-01")),
                    new StateWithdrew(NETWORK, fact("ar-out"), new MembershipId("ar-2"), date("2014-02-01")),
                    new StateAdmitted(
                            NETWORK,
                            fact("ar-again"),
                            new MembershipId("ar-3"),
                            new StateCode("AR"),
                            MembershipKind.MEMBER,
                            date("2014-02-01")),
                    admitted("BO", MembershipKind.OBSERVER, "2013-01-01"),
                    new StateWithdrew(NETWORK, fact("bo-out"), new MembershipId("bo"), date("2014-01-01")),
                    admitted("CL", MembershipKind.MEMBER, "2013-09-01"),
                    new NetworkDissolved(NETWORK, fact("dissolved"), date("2015-06-01")));
            NetworkActivity activity = new NetworkActivity(answers.bean(Figures.class), answers.bean(DataSource.class));
            assertThat(activity.of(
                            NETWORK,
                            LocalDate.of(2012, 1, 1),
                            LocalDate.of(2015, 12, 31),
                            NetworkActivity.Interval.YEAR,
                            position))
                    .containsExactly(
                            certain("2012", 0, 0, 0, 0, 0, 0, 0),
                            certain("2013", 2, 0, 2, 0, 0, 0, 0),
                            certain("2014", 0, 0, 2, 0, 0, 0, 0),
                            certain("2015", 0, 2, 0, 0, 0, 0, 0));
            assertThat(activity.of(
                            NETWORK,
                            LocalDate.of(2013, 6, 1),
                            LocalDate.of(2015, 5, 31),
                            NetworkActivity.Interval.YEAR,
                            position))
                    .containsExactly(
                            certain("2013", 1, 0, 2, 0, 0, 0, 0),
                            certain("2014", 0, 0, 2, 0, 0, 0, 0),
                            certain("2015", 0, 0, 2, 0, 0, 0, 0));
        }
    }

    /** Of precise dates. */
    private static Activity certain(
            String year,
            long admitted,
            long withdrawn,
            long members,
            long meetings,
            long seminars,
            long completions,
            long initiatives) {
        return new Activity(
                year,
                admitted,
                withdrawn,
                members,
                members,
                meetings,
                seminars,
                completions,
                initiatives,
                admitted,
                withdrawn,
                meetings,
                seminars,
                completions,
                initiatives);
    }

    private static StateAdmitted admitted(String state, String from) {
        return admitted(state, MembershipKind.MEMBER, from);
    }

    private static StateAdmitted admitted(String state, MembershipKind kind, String from) {
        return new StateAdmitted(
                NETWORK,
                fact(state.toLowerCase() + "-in"),
                new MembershipId(state.toLowerCase()),
                new StateCode(state),
                kind,
                date(from));
    }

    private static OfficialRegistered official(String id, String state) {
        OfficialId official = new OfficialId(id);
        return new OfficialRegistered(
                official,
                fact("registered"),
                PersonalText.plain(official, "A Name"),
                null,
                new StateCode(state),
                null,
                null,
                null);
    }
}
