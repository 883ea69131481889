package org.preventionnetwork.registry.query.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.networks.MembershipId;
import org.preventionnetwork.registry.api.networks.MembershipKind;
import org.preventionnetwork.registry.api.networks.NetworkEvent;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.networks.NetworkKind;
import org.preventionnetwork.registry.api.officials.OfficialEvent;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.officials.PersonalText;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.query.language.Told;
import org.preventionnetwork.registry.query.language.Tongue;
import org.preventionnetwork.registry.query.projection.Projection;
import org.preventionnetwork.registry.query.projection.engine.TestRegistry;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HistoryOnPostgresTest {
    private static final NetworkId LATIN = new NetworkId("latin-american-network");
    private static final MembershipId BOLIVIA = new MembershipId("lan-bo");
    private static final OfficialId OFFICIAL = new OfficialId("o-1");
    private static final Map<String, String> LOCAL = Map.of("actor", "local", "role", "SECRETARIAT");

    private final Projection projection = new HistoryProjection().history();
    private TestRegistry registry;

    @BeforeAll
    void record() throws SQLException {
        registry = TestRegistry.with(projection);
        registry.record(new NetworkEvent.NetworkRegistered(
                LATIN, new FactId("lan"), "Latin American Network", NetworkKind.REGIONAL));
        registry.record(new NetworkEvent.StateAdmitted(
                LATIN,
                new FactId("bo-in"),
                BOLIVIA,
                new StateCode("BO"),
                MembershipKind.MEMBER,
                HistoricalDate.parse("2012-03-29")));
        registry.record(withdrawal("2015~"), Map.of("actor", "ana", "role", "SECRETARIAT", "source", "Not listed"));
        registry.record(
                new NetworkEvent.FactCorrected(
                        LATIN, new FactId("bo-out"), withdrawal("2016"), CorrectionKind.CONFLICTING_SOURCES),
                Map.of("actor", "ana", "role", "SECRETARIAT", "reason", "Acta de Asunción"));
        registry.record(new NetworkEvent.SourceAdded(LATIN, new FactId("bo-in")), Map.of("actor", "local"));
        registry.record(new NetworkEvent.FactAnnulled(LATIN, new FactId("bo-out"), null, null), LOCAL);
        registry.record(new OfficialEvent.OfficialRegistered(
                OFFICIAL,
                new FactId("registered"),
                PersonalText.plain(OFFICIAL, "Juana Quispe"),
                PersonalText.plain(OFFICIAL, "juana@quispe.example"),
                null,
                null,
                null,
                null));
        registry.caughtUp();
    }

    @AfterAll
    void stop() {
        registry.close();
    }

    private static NetworkEvent.StateWithdrew withdrawal(String on) {
        return new NetworkEvent.StateWithdrew(LATIN, new FactId("bo-out"), BOLIVIA, HistoricalDate.parse(on));
    }

    @Test
    void every_event_is_told_in_the_order_of_record() {
        assertThat(registry.client()
                        .sql("SELECT summary FROM read.history ORDER BY known_from")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "The Latin American Network registered as regional network",
                        "Bolivia admitted to the Latin American Network as member from 2012-03-29",
                        "Bolivia withdrew from the Latin American Network in about 2015",
                        "Corrected (conflicting sources): withdrawal of Bolivia from the Latin American Network:"
                                + " on about 2015 → 2016",
                        "Further source for: Bolivia admitted to the Latin American Network as member from 2012-03-29",
                        "Annulled: Bolivia withdrew from the Latin American Network in 2016",
                        "Official o-1 registered");
    }

    @Test
    void every_event_is_told_in_another_language_from_what_its_row_keeps() {
        Tongue spanish = Tongue.of(Locale.forLanguageTag("es"));
        assertThat(registry.client()
                        .sql("SELECT told, before, after FROM read.history ORDER BY known_from")
                        .query((row, n) -> Told.sentence(spanish, row.getString(1), row.getString(2), row.getString(3)))
                        .list())
                .containsExactly(
                        "Registro de la red «Latin American Network» (red regional)",
                        "Admisión de Bolivia en la red «Latin American Network» como miembro"
                                + " desde el 29 de marzo de 2012",
                        "Retirada de Bolivia de la red «Latin American Network» hacia 2015",
                        "Corrección (fuentes contradictorias): retirada de Bolivia de la red «Latin American Network»"
                                + " — fecha: hacia 2015 → 2016",
                        "Fuente adicional: admisión de Bolivia en la red «Latin American Network» como miembro"
                                + " desde el 29 de marzo de 2012",
                        "Anulación: retirada de Bolivia de la red «Latin American Network» en 2016",
                        "Registro del funcionario o-1");
    }

    @Test
    void a_rebuild_makes_the_same_rows() {
        String rows = "SELECT h::text FROM read.history h ORDER BY known_from";
        List<String> before = registry.client().sql(rows).query(String.class).list();
        registry.rebuild.request(projection);
        await().atMost(Duration.ofMinutes(2)).until(() -> registry.client()
                .sql("SELECT state = 'LIVE' FROM operations.projection WHERE name = 'history' AND version = 2")
                .query(Boolean.class)
                .single());
        assertThat(registry.client().sql(rows).query(String.class).list()).isEqualTo(before);
    }

    @Test
    void a_correction_keeps_what_was_before_and_what_is_since() {
        Map<String, Object> row = registry.client()
                .sql(
                        """
                        SELECT before ->> 'on' AS before, after ->> 'on' AS after, effective_on, correction_kind, actor,
                               reason, subject
                        FROM read.history WHERE known_from = 4
                        """)
                .query()
                .singleRow();
        assertThat(row)
                .containsEntry("before", "2015~")
                .containsEntry("after", "2016")
                .containsEntry("effective_on", "2016")
                .containsEntry("correction_kind", "CONFLICTING_SOURCES")
                .containsEntry("actor", "ana")
                .containsEntry("reason", "Acta de Asunción")
                .containsEntry("subject", "lan-bo");
    }

    @Test
    void words_are_found_wherever_they_stand() {
        assertThat(found("asuncion")).containsExactly(4L);
        assertThat(found("BOLIV admitted")).containsExactly(2L, 5L);
        assertThat(found("not listed")).containsExactly(3L);
        assertThat(found("juana")).isEmpty();
    }

    @Test
    void no_row_holds_personal_data() {
        assertThat(registry.client()
                        .sql("SELECT h::text FROM read.history h WHERE known_from = 7")
                        .query(String.class)
                        .single())
                .contains("o-1", "…")
                .doesNotContainIgnoringCase("quispe");
    }

    private List<Long> found(String text) {
        return registry.client()
                .sql("SELECT known_from FROM read.history WHERE words @@ ?::tsquery ORDER BY 1")
                .param(SearchWords.query(text))
                .query(Long.class)
                .list();
    }
}
