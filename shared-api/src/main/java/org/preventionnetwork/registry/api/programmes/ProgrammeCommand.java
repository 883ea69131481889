package org.preventionnetwork.registry.api.programmes;

import jakarta.validation.constraints.NotEmpty;
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
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.text.NameLanguage;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/** What can be asked of a programme. */
public sealed interface ProgrammeCommand extends RegistryCommand {
    ProgrammeId programmeId();

    @Override
    default ProgrammeId entity() {
        return programmeId();
    }

    record EstablishProgramme(
            ProgrammeId programmeId,
            FactId factId,
            @Size(max = 500) String name,
            @Nullable HistoricalDate establishedOn)
            implements ProgrammeCommand {}

    record RenameProgramme(ProgrammeId programmeId, FactId factId, @Size(max = 500) String name, HistoricalDate from)
            implements ProgrammeCommand {}

    record NameProgramme(
            ProgrammeId programmeId,
            FactId factId,
            NameLanguage language,
            @Size(max = 500) String name,
            @Nullable HistoricalDate from)
            implements ProgrammeCommand {}

    record SetProgrammeCurriculum(
            ProgrammeId programmeId,
            FactId factId,
            @NotEmpty @Size(max = 100) List<@Size(max = 500) String> themes,
            HistoricalDate from)
            implements ProgrammeCommand {
        public SetProgrammeCurriculum {
            themes = List.copyOf(themes);
        }
    }

    record CloseProgramme(ProgrammeId programmeId, FactId factId, HistoricalDate on) implements ProgrammeCommand {}

    record ServeNetwork(
            ProgrammeId programmeId,
            FactId factId,
            NetworkId network,
            @Nullable HistoricalDate from,
            @Nullable HistoricalDate until)
            implements ProgrammeCommand {
        @Override
        public Map<String, List<EntityId>> references() {
            return References.to("network", network).asMap();
        }
    }

    /** @param from null where the list is complete from the beginning */
    record DeclareProgrammeListComplete(
            ProgrammeId programmeId,
            FactId factId,
            ProgrammeList list,
            @Nullable HistoricalDate from,
            HistoricalDate asOf)
            implements ProgrammeCommand {}

    record CorrectFact(ProgrammeId programmeId, FactId factId, FactPatch patch, CorrectionKind correctionKind)
            implements ProgrammeCommand, CorrectsFact {}

    record AnnulFact(ProgrammeId programmeId, FactId factId, @Nullable BatchId wholeBatch)
            implements ProgrammeCommand, AnnulsFact {}
}
