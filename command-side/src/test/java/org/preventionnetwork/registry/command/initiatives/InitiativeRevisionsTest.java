package org.preventionnetwork.registry.command.initiatives;

import static org.preventionnetwork.registry.api.initiatives.InitiativeStage.CONCLUDED;
import static org.preventionnetwork.registry.api.initiatives.InitiativeStage.IN_IMPLEMENTATION;
import static org.preventionnetwork.registry.command.initiatives.InitiativeSamples.INITIATIVE;
import static org.preventionnetwork.registry.command.initiatives.InitiativeSamples.LAUNCHED;
import static org.preventionnetwork.registry.command.initiatives.InitiativeSamples.OFFICIAL;
import static org.preventionnetwork.registry.command.initiatives.InitiativeSamples.assigned;
import static org.preventionnetwork.registry.command.initiatives.InitiativeSamples.assistance;
import static org.preventionnetwork.registry.command.initiatives.InitiativeSamples.launched;
import static org.preventionnetwork.registry.command.initiatives.InitiativeSamples.milestone;
import static org.preventionnetwork.registry.command.initiatives.InitiativeSamples.stage;
import static org.preventionnetwork.registry.command.timeline.Samples.date;
import static org.preventionnetwork.registry.command.timeline.Samples.fact;

import java.util.List;
import org.preventionnetwork.registry.api.facts.AnnulsFact;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.CorrectsFact;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.initiatives.InitiativeCommand.AnnulFact;
import org.preventionnetwork.registry.api.initiatives.InitiativeCommand.CorrectFact;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.ContributorNamed;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.FactAnnulled;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.FactCorrected;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.InitiativeFact;
import org.preventionnetwork.registry.command.timeline.Revision;
import org.preventionnetwork.registry.command.timeline.RevisionConformance;

class InitiativeRevisionsTest extends RevisionConformance<InitiativeFact> {
    InitiativeRevisionsTest() {
        super(InitiativeAggregate.class, InitiativeFact.class);
    }

    @Override
    protected List<Revision<InitiativeFact>> revisions() {
        return List.of(
                Revision.of(
                        List.of(),
                        LAUNCHED,
                        "{\"states\": [\"AR\", \"UY\"]}",
                        launched("National Mechanism", "2013", "AR", "UY")),
                Revision.of(
                        List.of(LAUNCHED),
                        stage(IN_IMPLEMENTATION, "2014"),
                        "{\"stage\": \"CONCLUDED\"}",
                        stage(CONCLUDED, "2014")),
                Revision.of(List.of(LAUNCHED), assigned("africa"), "{\"programme\": \"asia\"}", assigned("asia")),
                Revision.of(List.of(LAUNCHED), milestone("2014"), "{\"on\": \"2015\"}", milestone("2015")),
                Revision.of(
                        List.of(LAUNCHED),
                        new ContributorNamed(INITIATIVE, fact("contributor"), OFFICIAL, null),
                        "{\"from\": \"2014\"}",
                        new ContributorNamed(INITIATIVE, fact("contributor"), OFFICIAL, date("2014"))),
                Revision.of(List.of(LAUNCHED), assistance("2014"), "{\"on\": \"2015\"}", assistance("2015")));
    }

    @Override
    protected CorrectsFact correct(Revision<InitiativeFact> revision, CorrectionKind kind) {
        return new CorrectFact(INITIATIVE, revision.fact().factId(), revision.patch(), kind);
    }

    @Override
    protected AnnulsFact annul(FactId factId) {
        return new AnnulFact(INITIATIVE, factId, null);
    }

    @Override
    protected RegistryEvent corrected(InitiativeFact replacement, CorrectionKind kind) {
        return new FactCorrected(INITIATIVE, replacement.factId(), replacement, kind);
    }

    @Override
    protected RegistryEvent annulled(FactId factId) {
        return new FactAnnulled(INITIATIVE, factId, null);
    }
}
