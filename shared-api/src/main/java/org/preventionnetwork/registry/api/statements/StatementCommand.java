package org.preventionnetwork.registry.api.statements;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.AnnulsFact;
import org.preventionnetwork.registry.api.facts.BatchId;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.CorrectsFact;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.FactPatch;
import org.preventionnetwork.registry.api.facts.References;
import org.preventionnetwork.registry.api.facts.RegistryCommand;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/** What can be asked of a published figure. */
public sealed interface StatementCommand extends RegistryCommand {
    StatementId statementId();

    @Override
    default StatementId entity() {
        return statementId();
    }

    /** @param scope a network or programme id ({@code network:africa} where both exist); null means everything */
    record PublishStatement(
            StatementId statementId,
            FactId factId,
            HistoricalDate statedOn,
            Metric metric,
            Qualifier qualifier,
            @Min(0) long value,
            @Nullable Scope scope,
            @Size(max = 300) List<StateCode> roster)
            implements StatementCommand {
        public PublishStatement {
            roster = List.copyOf(roster);
        }

        @Override
        public Map<String, List<EntityId>> references() {
            return References.toOneOf("scope", scope == null ? List.of() : scope.candidates())
                    .asMap();
        }
    }

    record WithdrawStatement(StatementId statementId, FactId factId, @Nullable HistoricalDate on)
            implements StatementCommand {}

    record CorrectFact(StatementId statementId, FactId factId, FactPatch patch, CorrectionKind correctionKind)
            implements StatementCommand, CorrectsFact {}

    record AnnulFact(StatementId statementId, FactId factId, @Nullable BatchId wholeBatch)
            implements StatementCommand, AnnulsFact {}
}
