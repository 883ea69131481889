package org.preventionnetwork.registry.command.statements;

import static org.preventionnetwork.registry.command.statements.StatementSamples.PUBLISHED;
import static org.preventionnetwork.registry.command.statements.StatementSamples.STATEMENT;
import static org.preventionnetwork.registry.command.statements.StatementSamples.published;
import static org.preventionnetwork.registry.command.statements.StatementSamples.withdrawn;

import java.util.List;
import org.preventionnetwork.registry.api.facts.AnnulsFact;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.CorrectsFact;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.statements.Metric;
import org.preventionnetwork.registry.api.statements.StatementCommand.AnnulFact;
import org.preventionnetwork.registry.api.statements.StatementCommand.CorrectFact;
import org.preventionnetwork.registry.api.statements.StatementEvent.FactAnnulled;
import org.preventionnetwork.registry.api.statements.StatementEvent.FactCorrected;
import org.preventionnetwork.registry.api.statements.StatementEvent.StatementFact;
import org.preventionnetwork.registry.command.timeline.Revision;
import org.preventionnetwork.registry.command.timeline.RevisionConformance;

class StatementRevisionsTest extends RevisionConformance<StatementFact> {
    StatementRevisionsTest() {
        super(StatementAggregate.class, StatementFact.class);
    }

    @Override
    protected List<Revision<StatementFact>> revisions() {
        return List.of(
                Revision.of(
                        List.of(),
                        PUBLISHED,
                        "{\"value\": 19, \"roster\": null}",
                        published(Metric.MEMBER_STATES, 19, List.of())),
                Revision.of(List.of(PUBLISHED), withdrawn("2014"), "{\"on\": \"2015\"}", withdrawn("2015")));
    }

    @Override
    protected CorrectsFact correct(Revision<StatementFact> revision, CorrectionKind kind) {
        return new CorrectFact(STATEMENT, revision.fact().factId(), revision.patch(), kind);
    }

    @Override
    protected AnnulsFact annul(FactId factId) {
        return new AnnulFact(STATEMENT, factId, null);
    }

    @Override
    protected RegistryEvent corrected(StatementFact replacement, CorrectionKind kind) {
        return new FactCorrected(STATEMENT, replacement.factId(), replacement, kind);
    }

    @Override
    protected RegistryEvent annulled(FactId factId) {
        return new FactAnnulled(STATEMENT, factId, null);
    }
}
