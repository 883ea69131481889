package org.preventionnetwork.registry.api.programmes;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Annulment;
import org.preventionnetwork.registry.api.facts.BatchId;
import org.preventionnetwork.registry.api.facts.Correction;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.DeclaresComplete;
import org.preventionnetwork.registry.api.facts.EventName;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.NamesInLanguage;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.facts.SourceAddition;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.text.NameLanguage;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/** Everything that can be recorded about a programme. */
public sealed interface ProgrammeEvent extends RegistryEvent {
    ProgrammeId programmeId();

    @Override
    default ProgrammeId entity() {
        return programmeId();
    }

    /** The facts, as opposed to what happened to them. */
    sealed interface ProgrammeFact extends ProgrammeEvent, Fact {}

    @EventName("programme.ProgrammeEstablished")
    record ProgrammeEstablished(
            ProgrammeId programmeId, FactId factId, String name, @Nullable HistoricalDate establishedOn)
            implements ProgrammeFact {
        @Override
        public @Nullable HistoricalDate effectiveOn() {
            return establishedOn;
        }
    }

    @EventName("programme.ProgrammeRenamed")
    record ProgrammeRenamed(ProgrammeId programmeId, FactId factId, String name, HistoricalDate from)
            implements ProgrammeFact {
        @Override
        public HistoricalDate effectiveOn() {
            return from;
        }
    }

    /** What it is called in a language, beside its name. */
    @EventName("programme.ProgrammeNamed")
    record ProgrammeNamed(
            ProgrammeId programmeId, FactId factId, NameLanguage language, String name, @Nullable HistoricalDate from)
            implements ProgrammeFact, NamesInLanguage {}

    /** The themes taught from a date on. */
    @EventName("programme.ProgrammeCurriculumSet")
    record ProgrammeCurriculumSet(ProgrammeId programmeId, FactId factId, List<String> themes, HistoricalDate from)
            implements ProgrammeFact {
        public ProgrammeCurriculumSet {
            themes = List.copyOf(themes);
        }

        @Override
        public HistoricalDate effectiveOn() {
            return from;
        }
    }

    @EventName("programme.ProgrammeClosed")
    record ProgrammeClosed(ProgrammeId programmeId, FactId factId, HistoricalDate on) implements ProgrammeFact {
        @Override
        public HistoricalDate effectiveOn() {
            return on;
        }
    }

    /** The programme works for a network; without a date it may have begun on any day. */
    @EventName("programme.NetworkServed")
    record NetworkServed(
            ProgrammeId programmeId,
            FactId factId,
            NetworkId network,
            @Nullable HistoricalDate from,
            @Nullable HistoricalDate until)
            implements ProgrammeFact {
        @Override
        public @Nullable HistoricalDate effectiveOn() {
            return from;
        }
    }

    /** A list of the programme is complete. */
    @EventName("programme.ProgrammeListDeclaredComplete")
    record ProgrammeListDeclaredComplete(
            ProgrammeId programmeId,
            FactId factId,
            ProgrammeList list,
            @Nullable HistoricalDate from,
            HistoricalDate asOf)
            implements ProgrammeFact, DeclaresComplete {}

    @EventName("programme.SourceAdded")
    record SourceAdded(ProgrammeId programmeId, FactId factId) implements ProgrammeEvent, SourceAddition {}

    @EventName("programme.FactCorrected")
    record FactCorrected(
            ProgrammeId programmeId, FactId factId, ProgrammeFact replacement, CorrectionKind correctionKind)
            implements ProgrammeEvent, Correction {}

    @EventName("programme.FactAnnulled")
    record FactAnnulled(ProgrammeId programmeId, FactId factId, @Nullable BatchId wholeBatch)
            implements ProgrammeEvent, Annulment {}
}
