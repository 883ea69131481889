package org.preventionnetwork.registry.command.editions;

import static org.preventionnetwork.registry.command.editions.EditionSamples.EDITION;
import static org.preventionnetwork.registry.command.editions.EditionSamples.PINNED;
import static org.preventionnetwork.registry.command.editions.EditionSamples.pinned;
import static org.preventionnetwork.registry.command.editions.EditionSamples.withdrawn;

import java.util.List;
import org.preventionnetwork.registry.api.editions.EditionCommand.AnnulFact;
import org.preventionnetwork.registry.api.editions.EditionCommand.CorrectFact;
import org.preventionnetwork.registry.api.editions.EditionEvent.EditionFact;
import org.preventionnetwork.registry.api.editions.EditionEvent.FactAnnulled;
import org.preventionnetwork.registry.api.editions.EditionEvent.FactCorrected;
import org.preventionnetwork.registry.api.facts.AnnulsFact;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.CorrectsFact;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.command.timeline.Revision;
import org.preventionnetwork.registry.command.timeline.RevisionConformance;

class EditionRevisionsTest extends RevisionConformance<EditionFact> {
    EditionRevisionsTest() {
        super(EditionAggregate.class, EditionFact.class);
    }

    @Override
    protected List<Revision<EditionFact>> revisions() {
        return List.of(
                Revision.of(
                        List.of(), PINNED, "{\"position\": 38, \"title\": \"Report 2024\"}", pinned("Report 2024", 38)),
                Revision.of(List.of(PINNED), withdrawn("2025-06"), "{\"on\": \"2026\"}", withdrawn("2026")));
    }

    @Override
    protected CorrectsFact correct(Revision<EditionFact> revision, CorrectionKind kind) {
        return new CorrectFact(EDITION, revision.fact().factId(), revision.patch(), kind);
    }

    @Override
    protected AnnulsFact annul(FactId factId) {
        return new AnnulFact(EDITION, factId, null);
    }

    @Override
    protected RegistryEvent corrected(EditionFact replacement, CorrectionKind kind) {
        return new FactCorrected(EDITION, replacement.factId(), replacement, kind);
    }

    @Override
    protected RegistryEvent annulled(FactId factId) {
        return new FactAnnulled(EDITION, factId, null);
    }
}
