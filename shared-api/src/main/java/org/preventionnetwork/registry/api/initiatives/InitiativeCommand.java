package org.preventionnetwork.registry.api.initiatives;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.AnnulsEverything;
import org.preventionnetwork.registry.api.facts.AnnulsFact;
import org.preventionnetwork.registry.api.facts.BatchId;
import org.preventionnetwork.registry.api.facts.CarriesPatch;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.CorrectsFact;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.FactPatch;
import org.preventionnetwork.registry.api.facts.References;
import org.preventionnetwork.registry.api.facts.RegistryCommand;
import org.preventionnetwork.registry.api.institutions.InstitutionId;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.programmes.ProgrammeId;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/** What can be asked of a national initiative. */
public sealed interface InitiativeCommand extends RegistryCommand {
    InitiativeId initiativeId();

    @Override
    default InitiativeId entity() {
        return initiativeId();
    }

    record LaunchInitiative(
            InitiativeId initiativeId,
            FactId factId,
            @Size(max = 500) String title,
            @NotEmpty @Size(max = 300) List<StateCode> states,
            @Nullable NetworkId network,
            InitiativeType type,
            @Nullable InstitutionId leadInstitution,
            @Nullable HistoricalDate launchedOn)
            implements InitiativeCommand {
        public LaunchInitiative {
            states = List.copyOf(states);
        }

        @Override
        public Map<String, List<EntityId>> references() {
            return References.to("network", network)
                    .and("leadInstitution", leadInstitution)
                    .asMap();
        }
    }

    record ChangeInitiativeStage(
            InitiativeId initiativeId, FactId factId, InitiativeStage stage, @Nullable HistoricalDate on)
            implements InitiativeCommand {}

    record ReachMilestone(InitiativeId initiativeId, FactId factId, @Size(max = 500) String title, HistoricalDate on)
            implements InitiativeCommand {}

    record NameContributor(InitiativeId initiativeId, FactId factId, OfficialId official, @Nullable HistoricalDate from)
            implements InitiativeCommand {
        @Override
        public Map<String, List<EntityId>> references() {
            return References.to("official", official).asMap();
        }
    }

    record ProvideTechnicalAssistance(
            InitiativeId initiativeId, FactId factId, @Size(max = 500) String kind, HistoricalDate on)
            implements InitiativeCommand {}

    record AssignInitiativeToProgramme(InitiativeId initiativeId, FactId factId, ProgrammeId programme)
            implements InitiativeCommand {
        @Override
        public Map<String, List<EntityId>> references() {
            return References.to("programme", programme).asMap();
        }
    }

    /** Corrects the launch. Fields as in {@link LaunchInitiative}. */
    record CorrectInitiative(InitiativeId initiativeId, FactId factId, FactPatch patch, CorrectionKind correctionKind)
            implements InitiativeCommand, CarriesPatch {}

    /** The initiative never was: annuls all its facts. */
    record AnnulInitiative(InitiativeId initiativeId, FactId factId) implements InitiativeCommand, AnnulsEverything {}

    record CorrectFact(InitiativeId initiativeId, FactId factId, FactPatch patch, CorrectionKind correctionKind)
            implements InitiativeCommand, CorrectsFact {}

    record AnnulFact(InitiativeId initiativeId, FactId factId, @Nullable BatchId wholeBatch)
            implements InitiativeCommand, AnnulsFact {}
}
