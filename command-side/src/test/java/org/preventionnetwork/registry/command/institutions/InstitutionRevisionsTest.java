package org.preventionnetwork.registry.command.institutions;

import static org.preventionnetwork.registry.command.institutions.InstitutionSamples.MUSEUM;
import static org.preventionnetwork.registry.command.institutions.InstitutionSamples.REGISTERED;
import static org.preventionnetwork.registry.command.institutions.InstitutionSamples.closed;
import static org.preventionnetwork.registry.command.institutions.InstitutionSamples.dissolved;
import static org.preventionnetwork.registry.command.institutions.InstitutionSamples.opened;
import static org.preventionnetwork.registry.command.institutions.InstitutionSamples.partnered;
import static org.preventionnetwork.registry.command.institutions.InstitutionSamples.renamed;
import static org.preventionnetwork.registry.command.institutions.InstitutionSamples.succeeded;
import static org.preventionnetwork.registry.command.timeline.Samples.date;
import static org.preventionnetwork.registry.command.timeline.Samples.fact;

import java.util.List;
import org.preventionnetwork.registry.api.facts.AnnulsFact;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.CorrectsFact;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.institutions.InstitutionCommand.AnnulFact;
import org.preventionnetwork.registry.api.institutions.InstitutionCommand.CorrectFact;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.FactAnnulled;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.FactCorrected;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionFact;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionNamed;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionRegistered;
import org.preventionnetwork.registry.api.institutions.InstitutionKind;
import org.preventionnetwork.registry.api.text.NameLanguage;
import org.preventionnetwork.registry.command.timeline.Revision;
import org.preventionnetwork.registry.command.timeline.RevisionConformance;

class InstitutionRevisionsTest extends RevisionConformance<InstitutionFact> {
    InstitutionRevisionsTest() {
        super(InstitutionAggregate.class, InstitutionFact.class);
    }

    @Override
    protected List<Revision<InstitutionFact>> revisions() {
        return List.of(
                Revision.of(
                        List.of(),
                        REGISTERED,
                        "{\"state\": null}",
                        new InstitutionRegistered(
                                MUSEUM,
                                fact("registered"),
                                "Auschwitz-Birkenau State Museum",
                                InstitutionKind.MUSEUM,
                                null)),
                Revision.of(
                        List.of(REGISTERED),
                        new InstitutionNamed(MUSEUM, fact("named"), NameLanguage.ES, "Nombre", date("2012")),
                        "{\"name\": \"Otro nombre\"}",
                        new InstitutionNamed(MUSEUM, fact("named"), NameLanguage.ES, "Otro nombre", date("2012"))),
                Revision.of(List.of(REGISTERED), renamed("1999"), "{\"from\": \"1999-03-08\"}", renamed("1999-03-08")),
                Revision.of(List.of(REGISTERED), opened("2012"), "{\"from\": \"2013\"}", opened("2013")),
                Revision.of(List.of(REGISTERED, opened("2012")), closed("2015"), "{\"on\": \"2016\"}", closed("2016")),
                Revision.of(
                        List.of(REGISTERED),
                        partnered("2012", "2015"),
                        "{\"until\": \"unknown\"}",
                        partnered("2012", "unknown")),
                Revision.of(List.of(REGISTERED), succeeded("2015"), "{\"on\": \"2016\"}", succeeded("2016")),
                Revision.of(List.of(REGISTERED), dissolved("2015"), "{\"on\": \"2016\"}", dissolved("2016")));
    }

    @Override
    protected CorrectsFact correct(Revision<InstitutionFact> revision, CorrectionKind kind) {
        return new CorrectFact(MUSEUM, revision.fact().factId(), revision.patch(), kind);
    }

    @Override
    protected AnnulsFact annul(FactId factId) {
        return new AnnulFact(MUSEUM, factId, null);
    }

    @Override
    protected RegistryEvent corrected(InstitutionFact replacement, CorrectionKind kind) {
        return new FactCorrected(MUSEUM, replacement.factId(), replacement, kind);
    }

    @Override
    protected RegistryEvent annulled(FactId factId) {
        return new FactAnnulled(MUSEUM, factId, null);
    }
}
