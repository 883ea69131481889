package org.preventionnetwork.registry.api.editions;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
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
import org.preventionnetwork.registry.api.facts.NeedsLedgerHead;
import org.preventionnetwork.registry.api.facts.RegistryCommand;
import org.preventionnetwork.registry.api.statements.Scope;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/** What can be asked of an edition of a report. */
public sealed interface EditionCommand extends RegistryCommand {
    EditionId editionId();

    @Override
    default EditionId entity() {
        return editionId();
    }

    /** @param position of the ledger; null means the last one now, or for an edition that is pinned already its own */
    record PinEdition(
            EditionId editionId,
            FactId factId,
            @Size(max = 300) String title,
            @Nullable HistoricalDate publishedOn,
            @Nullable @Min(1) Long position,
            @NotEmpty @Size(max = 100) List<EditionFigure> figures)
            implements EditionCommand, NeedsLedgerHead {
        public PinEdition {
            figures = List.copyOf(figures);
        }

        @Override
        public Map<String, List<EntityId>> references() {
            Map<String, List<EntityId>> references = new LinkedHashMap<>();
            for (int i = 0; i < figures.size(); i++) {
                Scope scope = figures.get(i).scope();
                if (scope != null) {
                    references.put("figures/" + i + "/scope", scope.candidates());
                }
            }
            return references;
        }
    }

    record WithdrawEdition(EditionId editionId, FactId factId, @Nullable HistoricalDate on) implements EditionCommand {}

    record CorrectFact(EditionId editionId, FactId factId, FactPatch patch, CorrectionKind correctionKind)
            implements EditionCommand, CorrectsFact, NeedsLedgerHead {}

    record AnnulFact(EditionId editionId, FactId factId, @Nullable BatchId wholeBatch)
            implements EditionCommand, AnnulsFact {}
}
