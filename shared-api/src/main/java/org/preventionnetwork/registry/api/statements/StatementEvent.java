package org.preventionnetwork.registry.api.statements;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Annulment;
import org.preventionnetwork.registry.api.facts.BatchId;
import org.preventionnetwork.registry.api.facts.Correction;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.EventName;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.facts.SourceAddition;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/** Everything that can be recorded about a published figure. */
public sealed interface StatementEvent extends RegistryEvent {
    StatementId statementId();

    @Override
    default StatementId entity() {
        return statementId();
    }

    /** The facts, as opposed to what happened to them. */
    sealed interface StatementFact extends StatementEvent, Fact {}

    /** @param scope a network or programme id; null means everything */
    @EventName("statement.StatementPublished")
    record StatementPublished(
            StatementId statementId,
            FactId factId,
            HistoricalDate statedOn,
            Metric metric,
            Qualifier qualifier,
            long value,
            @Nullable Scope scope,
            List<StateCode> roster)
            implements StatementFact {
        public StatementPublished {
            roster = List.copyOf(roster);
        }

        @Override
        public HistoricalDate effectiveOn() {
            return statedOn;
        }
    }

    /** The publisher took it back. */
    @EventName("statement.StatementWithdrawn")
    record StatementWithdrawn(StatementId statementId, FactId factId, @Nullable HistoricalDate on)
            implements StatementFact {
        @Override
        public @Nullable HistoricalDate effectiveOn() {
            return on;
        }
    }

    @EventName("statement.SourceAdded")
    record SourceAdded(StatementId statementId, FactId factId) implements StatementEvent, SourceAddition {}

    @EventName("statement.FactCorrected")
    record FactCorrected(
            StatementId statementId, FactId factId, StatementFact replacement, CorrectionKind correctionKind)
            implements StatementEvent, Correction {}

    @EventName("statement.FactAnnulled")
    record FactAnnulled(StatementId statementId, FactId factId, @Nullable BatchId wholeBatch)
            implements StatementEvent, Annulment {}
}
