package org.preventionnetwork.registry.command.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.editions.EditionCommand.PinEdition;
import org.preventionnetwork.registry.api.editions.EditionFigure;
import org.preventionnetwork.registry.api.editions.FigureKey;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.RegistryCommand;
import org.preventionnetwork.registry.api.initiatives.InitiativeCommand.LaunchInitiative;
import org.preventionnetwork.registry.api.networks.MembershipId;
import org.preventionnetwork.registry.api.networks.MembershipKind;
import org.preventionnetwork.registry.api.networks.NetworkCommand.AdmitState;
import org.preventionnetwork.registry.api.networks.NetworkCommand.AnnulFact;
import org.preventionnetwork.registry.api.networks.NetworkCommand.CorrectFact;
import org.preventionnetwork.registry.api.networks.NetworkCommand.CorrectMembership;
import org.preventionnetwork.registry.api.networks.NetworkCommand.DesignateFocalPoint;
import org.preventionnetwork.registry.api.networks.NetworkCommand.RecordMeeting;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.officials.OfficialCommand.RegisterOfficial;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.seminars.EnrollmentCommand.NominateOfficial;
import org.preventionnetwork.registry.api.seminars.SeminarCommand.ScheduleSeminar;
import org.preventionnetwork.registry.api.statements.Metric;
import org.preventionnetwork.registry.api.statements.StatementCommand.PublishStatement;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import org.preventionnetwork.registry.command.reading.FieldError.Code;
import tools.jackson.databind.node.ObjectNode;

class CommandReaderTest {
    private static final Map<String, String> MEMBERSHIP =
            Map.of("networkId", "latin-american-network", "membershipId", "bolivia-2012");

    private final CommandReader reader = new CommandReader();

    private static ObjectNode json(String text) {
        return (ObjectNode) RegistryJson.mapper().readTree(text.replace('\'', '"'));
    }

    private <C extends RegistryCommand> C read(Class<C> type, String body, Map<String, ?> fromPath) {
        return reader.read(type, json(body), fromPath);
    }

    /** As {@code pointer CODE}. */
    private List<String> problems(Class<? extends RegistryCommand> type, String body, Map<String, ?> fromPath) {
        return errors(type, json(body), fromPath).stream()
                .map(error -> error.pointer() + " " + error.code())
                .toList();
    }

    private List<FieldError> errors(Class<? extends RegistryCommand> type, ObjectNode body, Map<String, ?> fromPath) {
        InvalidCommand invalid = catchThrowableOfType(InvalidCommand.class, () -> reader.read(type, body, fromPath));
        assertThat(invalid).as("refused").isNotNull();
        return invalid.errors();
    }

    @Nested
    class a_command {
        @Test
        void is_read_from_its_body_and_its_address() {
            AdmitState command = read(
                    AdmitState.class,
                    "{'factId': 'f-1', 'state': 'BO', 'kind': 'MEMBER', 'from': '2012-03', 'source': 'Minutes'}",
                    MEMBERSHIP);
            assertThat(command)
                    .isEqualTo(new AdmitState(
                            new NetworkId("latin-american-network"),
                            new FactId("f-1"),
                            new MembershipId("bolivia-2012"),
                            new StateCode("BO"),
                            MembershipKind.MEMBER,
                            HistoricalDate.parse("2012-03")));
        }

        @Test
        void gets_a_new_fact_id_when_it_names_none() {
            String body = "{'state': 'BO', 'kind': 'MEMBER', 'from': '2012'}";
            FactId one = read(AdmitState.class, body, MEMBERSHIP).factId();
            FactId other = read(AdmitState.class, body, MEMBERSHIP).factId();
            assertThat(one.value()).matches("[a-z2-7]{20}").isNotEqualTo(other.value());
        }

        /** Else an annulled cancellation would take back with it what it did not close. */
        @Test
        void gives_its_fact_no_id_that_the_registry_gives_to_what_follows_from_a_command() {
            assertThat(errors(
                            AdmitState.class,
                            json("{'factId': 'f-1.closed', 'state': 'BO', 'kind': 'MEMBER', 'from': '2012'}"),
                            MEMBERSHIP))
                    .containsExactly(new FieldError(
                            "/factId", Code.INVALID, "a fact id has 2 to 63 characters: a-z, 0-9 and hyphens"));
        }

        @Test
        void may_leave_out_what_is_optional_and_null_is_the_same() {
            RecordMeeting command = read(
                    RecordMeeting.class,
                    "{'title': 'First Focal Points Meeting', 'startsOn': '2013', 'ordinal': null, 'attendingStates': null}",
                    Map.of("networkId", "africa", "meetingId", "first"));
            assertThat(command.ordinal()).isNull();
            assertThat(command.attendingStates()).isEmpty();
            assertThat(read(
                                    DesignateFocalPoint.class,
                                    "{'state': 'BO', 'institution': 'ministry', 'from': '2013'}",
                                    Map.of("networkId", "africa", "seatId", "bolivia"))
                            .acting())
                    .isFalse();
        }

        @Test
        void takes_values_from_its_caller_as_they_are() {
            FactId fact = new FactId("f-1");
            AnnulFact command =
                    read(AnnulFact.class, "{}", Map.of("networkId", new NetworkId("africa"), "factId", fact));
            assertThat(command).isEqualTo(new AnnulFact(new NetworkId("africa"), fact, null));
        }

        @Test
        void lets_a_state_or_an_institution_nominate() {
            Map<String, String> path = Map.of("seminarId", "seminar-1", "enrollmentId", "enrollment-1");
            String body = "{'official': 'official-1', 'nominatedBy': '%s'}";
            assertThat(read(NominateOfficial.class, body.formatted("BO"), path)
                            .nominatedBy()
                            .institution())
                    .isNull();
            assertThat(read(NominateOfficial.class, body.formatted("ministry-of-justice"), path)
                            .nominatedBy()
                            .institution()
                            .value())
                    .isEqualTo("ministry-of-justice");
        }
    }

    @Nested
    class objects_in_a_list {
        private static final String ALUMNI = "{'key': 'alumni', 'label': 'Alumni', 'metric': 'ALUMNI', 'asOf': '2024'}";

        @Test
        void are_read_field_by_field() {
            PinEdition command = read(
                    PinEdition.class,
                    "{'title': 'Report', 'position': 7, 'figures': [" + ALUMNI + "]}",
                    Map.of("editionId", "report"));
            assertThat(command.position()).isEqualTo(7);
            assertThat(command.figures())
                    .containsExactly(new EditionFigure(
                            new FigureKey("alumni"),
                            "Alumni",
                            Metric.ALUMNI,
                            null,
                            HistoricalDate.parse("2024"),
                            null));
        }

        @Test
        void have_all_that_is_wrong_with_them_said_at_once() {
            assertThat(problems(
                            PinEdition.class,
                            "{'title': 'Report', 'position': 0, 'figures': [" + ALUMNI + ", 'alumni', null,"
                                    + " {'key': 'No Slug', 'metric': 'FRIENDS', 'asOf': '12-03-2012', 'scope': 'a:b',"
                                    + " 'printed': -1, 'label': ' ', 'colour': 'red'}, {}]}",
                            Map.of("editionId", "report")))
                    .containsExactlyInAnyOrder(
                            "/position OUT_OF_RANGE",
                            "/figures/1 WRONG_TYPE",
                            "/figures/2 WRONG_TYPE",
                            "/figures/3/key INVALID",
                            "/figures/3/metric INVALID",
                            "/figures/3/asOf INVALID",
                            "/figures/3/scope INVALID",
                            "/figures/3/printed OUT_OF_RANGE",
                            "/figures/3/label INVALID",
                            "/figures/3/colour UNKNOWN_FIELD",
                            "/figures/4/key MISSING",
                            "/figures/4/label MISSING",
                            "/figures/4/metric MISSING",
                            "/figures/4/asOf MISSING");
        }
    }

    @Nested
    class all_that_is_wrong_is_said_at_once {
        @Test
        void about_missing_unknown_mistyped_and_invalid_fields() {
            assertThat(problems(
                            ScheduleSeminar.class,
                            """
                            {"programme": "No Slug", "edition": "GLOBALE", "startsOn": "12-03-2012", "endsOn": 2012,
                             "capacity": 0, "part": 1.5, "foundational": "yes", "themes": ["memory", 7, null],
                             "languages": "es", "organizers": []}
                            """,
                            Map.of("seminarId", "Seminar One")))
                    .containsExactlyInAnyOrder(
                            "/seminarId INVALID",
                            "/title MISSING",
                            "/programme INVALID",
                            "/edition INVALID",
                            "/startsOn INVALID",
                            "/endsOn WRONG_TYPE",
                            "/capacity OUT_OF_RANGE",
                            "/part WRONG_TYPE",
                            "/foundational WRONG_TYPE",
                            "/themes/1 WRONG_TYPE",
                            "/themes/2 WRONG_TYPE",
                            "/languages WRONG_TYPE",
                            "/organizers UNKNOWN_FIELD");
        }

        @Test
        void and_every_error_says_what_is_accepted() {
            assertThat(errors(
                            AdmitState.class,
                            json("{'state': 'BO', 'kind': 'FRIEND', 'from': '2012-02-30', 'form': '2012'}"),
                            MEMBERSHIP))
                    .extracting(FieldError::detail)
                    .anySatisfy(detail -> assertThat(detail).contains("MEMBER, OBSERVER, ASSOCIATE, LIAISON"))
                    .anySatisfy(detail -> assertThat(detail).contains("2012-03-15"))
                    .anySatisfy(detail -> assertThat(detail).contains("state, kind, from, source, note, reason"));
        }

        @Test
        void but_of_very_many_only_the_first_hundred() {
            ObjectNode body = json("{'state': 'BO', 'kind': 'MEMBER', 'from': '2012'}");
            for (int i = 0; i < 5000; i++) {
                body.put("x" + i, i);
            }
            assertThat(errors(AdmitState.class, body, MEMBERSHIP)).hasSize(100);
        }
    }

    @Nested
    class texts {
        private List<String> ofTitle(String title) {
            ObjectNode body = json("{'startsOn': '2013'}").put("title", title);
            return errors(RecordMeeting.class, body, Map.of("networkId", "africa", "meetingId", "first")).stream()
                    .map(error -> error.pointer() + " " + error.code())
                    .toList();
        }

        @Test
        void are_neither_blank_nor_too_long() {
            assertThat(ofTitle(" \u2003 ")).containsExactly("/title INVALID");
            assertThat(ofTitle("x".repeat(501))).containsExactly("/title TOO_LONG");
        }

        @Test
        void hold_no_control_characters_and_no_halves_of_characters() {
            assertThat(ofTitle("First\u0000Meeting")).containsExactly("/title INVALID");
            assertThat(ofTitle("First\nMeeting")).containsExactly("/title INVALID");
            assertThat(ofTitle("First \ud800 Meeting")).containsExactly("/title INVALID");
        }

        @Test
        void that_are_long_may_have_lines() {
            ObjectNode body = json("{'title': 'First', 'startsOn': '2013', 'note': 'one\\n\\ttwo'}")
                    .put("declaration", "We,\nthe states,\n" + "x".repeat(3000));
            assertThat(reader.read(RecordMeeting.class, body, Map.of("networkId", "africa", "meetingId", "first"))
                            .declaration())
                    .startsWith("We,\nthe");
        }

        @Test
        void of_the_envelope_are_checked_too() {
            ObjectNode body = json("{'state': 'BO', 'kind': 'MEMBER', 'from': '2012', 'source': 7, 'note': ' '}")
                    .put("reason", "x".repeat(4001));
            assertThat(errors(AdmitState.class, body, MEMBERSHIP))
                    .extracting(FieldError::code)
                    .containsExactly(Code.WRONG_TYPE, Code.INVALID, Code.TOO_LONG);
        }

        @Test
        void of_the_sender_are_repeated_briefly_and_harmlessly_or_not_at_all() {
            ObjectNode body = json("{'from': '2012'}")
                    .put("x".repeat(900), 1)
                    .put("evil\u001b/\ud800~", 2)
                    .put("state", "BO")
                    .put("kind", "y".repeat(900));
            assertThat(errors(AdmitState.class, body, MEMBERSHIP))
                    .allSatisfy(error -> assertThat(error.pointer() + error.detail())
                            .doesNotContain("x".repeat(41), "y".repeat(41), "\u001b", "\ud800"));
            assertThat(problems(RegisterOfficial.class, "{'fullName': 'A', 'a/b~c': 1}", Map.of("officialId", "o-1")))
                    .containsExactly("/a~1b~0c UNKNOWN_FIELD");
        }
    }

    @Nested
    class constraints {
        @Test
        void of_the_record_hold_for_fields_and_for_entries_of_lists() {
            ObjectNode body = json("{'title': 'T', 'type': 'POLICY', 'states': []}");
            assertThat(errors(LaunchInitiative.class, body, Map.of("initiativeId", "i-1")))
                    .extracting(FieldError::pointer, FieldError::code)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("/states", Code.MISSING));
            ObjectNode seminar = json(
                    "{'title': 'T', 'programme': 'p-1', 'edition': 'GLOBAL', 'startsOn': '2012', 'capacity': 1000001}");
            seminar.putArray("themes").add("memory").add("x".repeat(501));
            assertThat(errors(ScheduleSeminar.class, seminar, Map.of("seminarId", "s-1")))
                    .extracting(FieldError::pointer, FieldError::code)
                    .containsExactlyInAnyOrder(
                            org.assertj.core.groups.Tuple.tuple("/capacity", Code.OUT_OF_RANGE),
                            org.assertj.core.groups.Tuple.tuple("/themes/1", Code.TOO_LONG));
        }

        @Test
        void numbers_beyond_their_type_are_out_of_range() {
            String body = "{'statedOn': '2020', 'metric': 'ALUMNI', 'qualifier': 'ABOUT', 'value': %s}";
            Map<String, String> path = Map.of("statementId", "s-1");
            assertThat(problems(PublishStatement.class, body.formatted("99999999999999999999"), path))
                    .containsExactly("/value OUT_OF_RANGE");
            assertThat(problems(PublishStatement.class, body.formatted("-1"), path))
                    .containsExactly("/value OUT_OF_RANGE");
            assertThat(problems(PublishStatement.class, body.formatted("1e3"), path))
                    .containsExactly("/value WRONG_TYPE");
        }

        @Test
        void an_address_for_mail_is_checked_without_being_repeated() {
            List<FieldError> errors = errors(
                    RegisterOfficial.class,
                    json("{'fullName': 'Ana', 'email': 'not an address'}"),
                    Map.of("officialId", "o-1"));
            assertThat(errors).singleElement().satisfies(error -> {
                assertThat(error.pointer()).isEqualTo("/email");
                assertThat(error.detail()).doesNotContain("not an address");
            });
        }
    }

    @Nested
    class corrections {
        @Test
        void take_everything_else_in_the_body_as_the_fact() {
            CorrectMembership command = read(
                    CorrectMembership.class,
                    "{'until': null, 'from': '2013', 'correctionKind': 'LATE_REPORT', 'reason': 'read again', 'source': 's'}",
                    MEMBERSHIP);
            assertThat(command.correctionKind()).isEqualTo(CorrectionKind.LATE_REPORT);
            assertThat(command.patch().fields()).isEqualTo(json("{'until': null, 'from': '2013'}"));
        }

        @Test
        void need_a_kind_a_reason_and_a_field() {
            assertThat(problems(CorrectMembership.class, "{}", MEMBERSHIP))
                    .containsExactlyInAnyOrder("/correctionKind MISSING", "/reason MISSING", " MISSING");
        }

        @Test
        void are_checked_as_the_fields_of_facts() {
            assertThat(problems(
                            CorrectFact.class,
                            """
                            {"from": "2012-02-30", "kind": "FRIEND", "attendingStates": "BO", "nickname": "x",
                             "title": "a\\u0000b", "networkId": "other", "correctionKind": "LATE", "reason": "r"}
                            """,
                            Map.of("networkId", "africa", "factId", "f-1")))
                    .containsExactlyInAnyOrder(
                            "/from INVALID",
                            "/kind INVALID",
                            "/attendingStates WRONG_TYPE",
                            "/nickname UNKNOWN_FIELD",
                            "/title INVALID",
                            "/networkId UNKNOWN_FIELD",
                            "/correctionKind INVALID");
        }

        @Test
        void may_mean_any_fact_that_has_the_field() {
            String body = "{'kind': '%s', 'correctionKind': 'CLERICAL_ERROR', 'reason': 'r'}";
            Map<String, String> path = Map.of("networkId", "africa", "factId", "f-1");
            assertThat(read(CorrectFact.class, body.formatted("OBSERVER"), path)
                            .patch()
                            .fields()
                            .get("kind")
                            .asString())
                    .isEqualTo("OBSERVER");
            assertThat(read(CorrectFact.class, body.formatted("REGIONAL"), path)
                            .patch()
                            .fields()
                            .get("kind")
                            .asString())
                    .isEqualTo("REGIONAL");
        }
    }

    @Test
    void a_batch_cannot_be_named_by_a_sender() {
        assertThat(problems(
                        AnnulFact.class, "{'wholeBatch': 'batch-1'}", Map.of("networkId", "africa", "factId", "f-1")))
                .containsExactly("/wholeBatch UNKNOWN_FIELD");
    }
}
