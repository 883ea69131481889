package org.preventionnetwork.registry.api.initiatives;

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
import org.preventionnetwork.registry.api.institutions.InstitutionId;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.programmes.ProgrammeId;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/** Everything that can be recorded about a national initiative. */
public sealed interface InitiativeEvent extends RegistryEvent {
    InitiativeId initiativeId();

    @Override
    default InitiativeId entity() {
        return initiativeId();
    }

    /** The facts, as opposed to what happened to them. */
    sealed interface InitiativeFact extends InitiativeEvent, Fact {}

    @EventName("initiative.InitiativeLaunched")
    record InitiativeLaunched(
            InitiativeId initiativeId,
            FactId factId,
            String title,
            List<StateCode> states,
            @Nullable NetworkId network,
            InitiativeType type,
            @Nullable InstitutionId leadInstitution,
            @Nullable HistoricalDate launchedOn)
            implements InitiativeFact {
        public InitiativeLaunched {
            states = List.copyOf(states);
        }

        @Override
        public @Nullable HistoricalDate effectiveOn() {
            return launchedOn;
        }
    }

    @EventName("initiative.InitiativeStageChanged")
    record InitiativeStageChanged(
            InitiativeId initiativeId, FactId factId, InitiativeStage stage, @Nullable HistoricalDate on)
            implements InitiativeFact {
        @Override
        public @Nullable HistoricalDate effectiveOn() {
            return on;
        }
    }

    @EventName("initiative.MilestoneReached")
    record MilestoneReached(InitiativeId initiativeId, FactId factId, String title, HistoricalDate on)
            implements InitiativeFact {
        @Override
        public HistoricalDate effectiveOn() {
            return on;
        }
    }

    /** An alumnus who contributes. */
    @EventName("initiative.ContributorNamed")
    record ContributorNamed(
            InitiativeId initiativeId, FactId factId, OfficialId official, @Nullable HistoricalDate from)
            implements InitiativeFact {
        @Override
        public @Nullable HistoricalDate effectiveOn() {
            return from;
        }
    }

    @EventName("initiative.TechnicalAssistanceProvided")
    record TechnicalAssistanceProvided(InitiativeId initiativeId, FactId factId, String kind, HistoricalDate on)
            implements InitiativeFact {
        @Override
        public HistoricalDate effectiveOn() {
            return on;
        }
    }

    /** The initiative is one of a programme's. */
    @EventName("initiative.InitiativeAssignedToProgramme")
    record InitiativeAssignedToProgramme(InitiativeId initiativeId, FactId factId, ProgrammeId programme)
            implements InitiativeFact {}

    @EventName("initiative.SourceAdded")
    record SourceAdded(InitiativeId initiativeId, FactId factId) implements InitiativeEvent, SourceAddition {}

    @EventName("initiative.FactCorrected")
    record FactCorrected(
            InitiativeId initiativeId, FactId factId, InitiativeFact replacement, CorrectionKind correctionKind)
            implements InitiativeEvent, Correction {}

    @EventName("initiative.FactAnnulled")
    record FactAnnulled(InitiativeId initiativeId, FactId factId, @Nullable BatchId wholeBatch)
            implements InitiativeEvent, Annulment {}
}
