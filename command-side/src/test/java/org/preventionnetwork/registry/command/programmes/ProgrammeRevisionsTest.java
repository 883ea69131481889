package org.preventionnetwork.registry.command.programmes;

import static org.preventionnetwork.registry.command.programmes.ProgrammeSamples.ESTABLISHED;
import static org.preventionnetwork.registry.command.programmes.ProgrammeSamples.PROGRAMME;
import static org.preventionnetwork.registry.command.programmes.ProgrammeSamples.closed;
import static org.preventionnetwork.registry.command.programmes.ProgrammeSamples.complete;
import static org.preventionnetwork.registry.command.programmes.ProgrammeSamples.renamed;
import static org.preventionnetwork.registry.command.programmes.ProgrammeSamples.serves;
import static org.preventionnetwork.registry.command.programmes.ProgrammeSamples.themes;
import static org.preventionnetwork.registry.command.timeline.Samples.date;
import static org.preventionnetwork.registry.command.timeline.Samples.fact;

import java.util.List;
import org.preventionnetwork.registry.api.facts.AnnulsFact;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.CorrectsFact;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.programmes.ProgrammeCommand.AnnulFact;
import org.preventionnetwork.registry.api.programmes.ProgrammeCommand.CorrectFact;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.FactAnnulled;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.FactCorrected;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.ProgrammeEstablished;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.ProgrammeFact;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.ProgrammeNamed;
import org.preventionnetwork.registry.api.programmes.ProgrammeList;
import org.preventionnetwork.registry.api.text.NameLanguage;
import org.preventionnetwork.registry.command.timeline.Revision;
import org.preventionnetwork.registry.command.timeline.RevisionConformance;

class ProgrammeRevisionsTest extends RevisionConformance<ProgrammeFact> {
    ProgrammeRevisionsTest() {
        super(ProgrammeAggregate.class, ProgrammeFact.class);
    }

    @Override
    protected List<Revision<ProgrammeFact>> revisions() {
        return List.of(
                Revision.of(
                        List.of(),
                        ESTABLISHED,
                        "{\"establishedOn\": null}",
                        new ProgrammeEstablished(PROGRAMME, fact("established"), "Latin America Program", null)),
                Revision.of(
                        List.of(ESTABLISHED),
                        new ProgrammeNamed(PROGRAMME, fact("named"), NameLanguage.ES, "Nombre", date("2012")),
                        "{\"name\": \"Otro nombre\"}",
                        new ProgrammeNamed(PROGRAMME, fact("named"), NameLanguage.ES, "Otro nombre", date("2012"))),
                Revision.of(
                        List.of(ESTABLISHED),
                        renamed("Programme for Latin America", "2015"),
                        "{\"from\": \"2016-05\"}",
                        renamed("Programme for Latin America", "2016-05")),
                Revision.of(
                        List.of(ESTABLISHED),
                        themes("2014", "memory"),
                        "{\"themes\": [\"memory\", \"migration\"]}",
                        themes("2014", "memory", "migration")),
                Revision.of(
                        List.of(ESTABLISHED),
                        complete(ProgrammeList.SEMINARS, "2015"),
                        "{\"list\": \"INITIATIVES\", \"asOf\": \"2016\"}",
                        complete(ProgrammeList.INITIATIVES, "2016")),
                Revision.of(
                        List.of(ESTABLISHED),
                        serves("serves", "africa", "2015", null),
                        "{\"until\": \"2018\"}",
                        serves("serves", "africa", "2015", "2018")),
                Revision.of(List.of(ESTABLISHED), closed("2020"), "{\"on\": \"2021\"}", closed("2021")));
    }

    @Override
    protected CorrectsFact correct(Revision<ProgrammeFact> revision, CorrectionKind kind) {
        return new CorrectFact(PROGRAMME, revision.fact().factId(), revision.patch(), kind);
    }

    @Override
    protected AnnulsFact annul(FactId factId) {
        return new AnnulFact(PROGRAMME, factId, null);
    }

    @Override
    protected RegistryEvent corrected(ProgrammeFact replacement, CorrectionKind kind) {
        return new FactCorrected(PROGRAMME, replacement.factId(), replacement, kind);
    }

    @Override
    protected RegistryEvent annulled(FactId factId) {
        return new FactAnnulled(PROGRAMME, factId, null);
    }
}
