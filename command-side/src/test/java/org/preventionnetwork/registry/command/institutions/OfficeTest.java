package org.preventionnetwork.registry.command.institutions;

import static org.preventionnetwork.registry.command.institutions.InstitutionSamples.MUSEUM;
import static org.preventionnetwork.registry.command.institutions.InstitutionSamples.OFFICE;
import static org.preventionnetwork.registry.command.institutions.InstitutionSamples.POLAND;
import static org.preventionnetwork.registry.command.institutions.InstitutionSamples.REGISTERED;
import static org.preventionnetwork.registry.command.institutions.InstitutionSamples.closed;
import static org.preventionnetwork.registry.command.institutions.InstitutionSamples.dissolved;
import static org.preventionnetwork.registry.command.institutions.InstitutionSamples.opened;
import static org.preventionnetwork.registry.command.institutions.InstitutionSamples.renamed;
import static org.preventionnetwork.registry.command.timeline.Refusals.refused;
import static org.preventionnetwork.registry.command.timeline.Samples.WHY;
import static org.preventionnetwork.registry.command.timeline.Samples.date;
import static org.preventionnetwork.registry.command.timeline.Samples.fact;

import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.institutions.InstitutionCommand.AnnulFact;
import org.preventionnetwork.registry.api.institutions.InstitutionCommand.CloseOffice;
import org.preventionnetwork.registry.api.institutions.InstitutionCommand.OpenOffice;

class OfficeTest {
    private AggregateTestFixture<InstitutionAggregate> fixture;

    @BeforeEach
    void start() {
        fixture = new AggregateTestFixture<>(InstitutionAggregate.class);
    }

    @Test
    void is_opened() {
        fixture.given(REGISTERED)
                .when(new OpenOffice(MUSEUM, fact("opened"), OFFICE, "Oswiecim", POLAND, date("2012")))
                .expectEvents(opened("2012"));
    }

    @Test
    void is_opened_once_only() {
        refused(
                fixture.given(REGISTERED, opened("2012"))
                        .when(new OpenOffice(MUSEUM, fact("other"), OFFICE, "Krakow", POLAND, date("2013"))),
                RefusalCode.STEP_NOT_POSSIBLE);
    }

    @Test
    void is_not_opened_certainly_after_the_dissolution() {
        refused(
                fixture.given(REGISTERED, dissolved("2015"))
                        .when(new OpenOffice(MUSEUM, fact("opened"), OFFICE, "Krakow", POLAND, date("2016"))),
                RefusalCode.AFTER_DISSOLUTION);
    }

    @Test
    void is_closed() {
        fixture.given(REGISTERED, opened("2012"))
                .when(new CloseOffice(MUSEUM, fact("closed"), OFFICE, date("2012")))
                .expectEvents(closed("2012"));
    }

    @Test
    void may_be_closed_after_the_dissolution() {
        fixture.given(REGISTERED, opened("2012"), dissolved("2015"))
                .when(new CloseOffice(MUSEUM, fact("closed"), OFFICE, date("2016")))
                .expectEvents(closed("2016"));
    }

    @Test
    void is_closed_once_only() {
        refused(
                fixture.given(REGISTERED, opened("2012"), closed("2015"))
                        .when(new CloseOffice(MUSEUM, fact("other"), OFFICE, date("2016"))),
                RefusalCode.STEP_NOT_POSSIBLE);
    }

    @Test
    void is_not_closed_certainly_before_it_was_opened() {
        refused(
                fixture.given(REGISTERED, opened("2012"))
                        .when(new CloseOffice(MUSEUM, fact("closed"), OFFICE, date("2011"))),
                RefusalCode.CERTAINLY_OUT_OF_ORDER);
    }

    @Test
    void that_is_unknown_cannot_be_closed() {
        refused(
                fixture.given(REGISTERED).when(new CloseOffice(MUSEUM, fact("closed"), OFFICE, date("2016"))),
                RefusalCode.UNKNOWN_SUBJECT);
    }

    @Test
    void cannot_be_annulled_while_its_closing_depends_on_it() {
        refused(
                fixture.given(REGISTERED, opened("2012"), closed("2015"))
                        .when(new AnnulFact(MUSEUM, fact("opened"), null), WHY),
                RefusalCode.FACTS_DEPEND_ON_IT,
                fact("closed"));
    }

    @Test
    void has_a_version_of_its_own() {
        fixture.given(REGISTERED, opened("2012"), renamed("2013"))
                .when(new CloseOffice(MUSEUM, fact("closed"), OFFICE, date("2015")), Map.of("expectedVersion", 2L))
                .expectEvents(closed("2015"));
    }
}
