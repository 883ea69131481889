package org.preventionnetwork.registry.api.editions;

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
import org.preventionnetwork.registry.api.time.HistoricalDate;

/** Everything that can be recorded about an edition of a report. */
public sealed interface EditionEvent extends RegistryEvent {
    EditionId editionId();

    @Override
    default EditionId entity() {
        return editionId();
    }

    /** The facts, as opposed to what happened to them. */
    sealed interface EditionFact extends EditionEvent, Fact {}

    /** @param position of the ledger: the edition's figures are those that the registry knew there */
    @EventName("edition.EditionPinned")
    record EditionPinned(
            EditionId editionId,
            FactId factId,
            String title,
            @Nullable HistoricalDate publishedOn,
            long position,
            List<EditionFigure> figures)
            implements EditionFact {
        public EditionPinned {
            figures = List.copyOf(figures);
        }

        @Override
        public @Nullable HistoricalDate effectiveOn() {
            return publishedOn;
        }
    }

    /** The publisher took it back. */
    @EventName("edition.EditionWithdrawn")
    record EditionWithdrawn(EditionId editionId, FactId factId, @Nullable HistoricalDate on) implements EditionFact {
        @Override
        public @Nullable HistoricalDate effectiveOn() {
            return on;
        }
    }

    @EventName("edition.SourceAdded")
    record SourceAdded(EditionId editionId, FactId factId) implements EditionEvent, SourceAddition {}

    @EventName("edition.FactCorrected")
    record FactCorrected(EditionId editionId, FactId factId, EditionFact replacement, CorrectionKind correctionKind)
            implements EditionEvent, Correction {}

    @EventName("edition.FactAnnulled")
    record FactAnnulled(EditionId editionId, FactId factId, @Nullable BatchId wholeBatch)
            implements EditionEvent, Annulment {}
}
