package org.preventionnetwork.registry.api.seminars;

import jakarta.validation.constraints.Max;
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
import org.preventionnetwork.registry.api.facts.Mode;
import org.preventionnetwork.registry.api.facts.References;
import org.preventionnetwork.registry.api.facts.RegistryCommand;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.programmes.ProgrammeId;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/** What can be asked of a seminar itself; see also {@link EnrollmentCommand}. */
public sealed interface SeminarCommand extends RegistryCommand
        permits SeminarCommand.EditionCommand, SeminarCommand.CorrectFact, SeminarCommand.AnnulFact, EnrollmentCommand {
    /** About the edition itself. */
    sealed interface EditionCommand extends SeminarCommand {}

    SeminarId seminarId();

    @Override
    default SeminarId entity() {
        return seminarId();
    }

    /** @param capacity null means unlimited */
    record ScheduleSeminar(
            SeminarId seminarId,
            FactId factId,
            @Size(max = 500) String title,
            ProgrammeId programme,
            SeminarEdition edition,
            @Nullable @Size(max = 500) String cycle,
            @Nullable @Min(1) @Max(99) Integer part,
            @Nullable Mode mode,
            HistoricalDate startsOn,
            @Nullable HistoricalDate endsOn,
            @Nullable @Size(max = 500) String city,
            @Nullable StateCode state,
            @Nullable @Size(max = 500) String venue,
            @Nullable @Min(1) @Max(1000000) Integer capacity,
            @Size(max = 50) List<@Size(max = 500) String> languages,
            boolean foundational,
            @Size(max = 100) List<@Size(max = 500) String> themes,
            @Size(max = 100) List<@Size(max = 500) String> coOrganisers)
            implements EditionCommand {
        public ScheduleSeminar {
            languages = List.copyOf(languages);
            themes = List.copyOf(themes);
            coOrganisers = List.copyOf(coOrganisers);
        }

        @Override
        public Map<String, List<EntityId>> references() {
            return References.to("programme", programme).asMap();
        }
    }

    record RescheduleSeminar(
            SeminarId seminarId,
            FactId factId,
            HistoricalDate startsOn,
            @Nullable HistoricalDate endsOn,
            @Nullable HistoricalDate on)
            implements EditionCommand {}

    record RelocateSeminar(
            SeminarId seminarId,
            FactId factId,
            @Nullable Mode mode,
            @Nullable @Size(max = 500) String city,
            @Nullable StateCode state,
            @Nullable @Size(max = 500) String venue,
            @Nullable HistoricalDate on)
            implements EditionCommand {}

    /** @param capacity null means unlimited */
    record ChangeCapacity(
            SeminarId seminarId,
            FactId factId,
            @Nullable @Min(1) @Max(1000000) Integer capacity,
            @Nullable HistoricalDate on)
            implements EditionCommand {}

    record SetCurriculum(
            SeminarId seminarId,
            FactId factId,
            @Size(max = 100) List<@Size(max = 500) String> themes,
            @Nullable HistoricalDate on)
            implements EditionCommand {
        public SetCurriculum {
            themes = List.copyOf(themes);
        }
    }

    record AddCoOrganiser(SeminarId seminarId, FactId factId, @Size(max = 500) String organiser)
            implements EditionCommand {}

    record RemoveCoOrganiser(SeminarId seminarId, FactId factId, @Size(max = 500) String organiser)
            implements EditionCommand {}

    record AssignInstructor(SeminarId seminarId, FactId factId, OfficialId official, @Nullable HistoricalDate from)
            implements EditionCommand {
        @Override
        public Map<String, List<EntityId>> references() {
            return References.to("official", official).asMap();
        }
    }

    record ReleaseInstructor(SeminarId seminarId, FactId factId, OfficialId official, @Nullable HistoricalDate on)
            implements EditionCommand {}

    record OpenEnrollment(SeminarId seminarId, FactId factId, @Nullable HistoricalDate on) implements EditionCommand {}

    record CloseEnrollment(SeminarId seminarId, FactId factId, @Nullable HistoricalDate on) implements EditionCommand {}

    record ConveneSeminar(SeminarId seminarId, FactId factId, @Nullable HistoricalDate on) implements EditionCommand {}

    record ConcludeSeminar(SeminarId seminarId, FactId factId, @Nullable HistoricalDate on) implements EditionCommand {}

    record CancelSeminar(SeminarId seminarId, FactId factId, @Nullable HistoricalDate on) implements EditionCommand {}

    record ReportFigures(
            SeminarId seminarId,
            FactId factId,
            @Nullable @Min(0) Integer participants,
            @Nullable @Min(0) @Max(300) Integer statesCount,
            @Size(max = 300) List<StateCode> states)
            implements EditionCommand {
        public ReportFigures {
            states = List.copyOf(states);
        }
    }

    record GiveSeminarForNetwork(SeminarId seminarId, FactId factId, NetworkId network) implements EditionCommand {
        @Override
        public Map<String, List<EntityId>> references() {
            return References.to("network", network).asMap();
        }
    }

    record DeclareRosterComplete(SeminarId seminarId, FactId factId, HistoricalDate asOf) implements EditionCommand {}

    record CorrectFact(SeminarId seminarId, FactId factId, FactPatch patch, CorrectionKind correctionKind)
            implements SeminarCommand, CorrectsFact {}

    record AnnulFact(SeminarId seminarId, FactId factId, @Nullable BatchId wholeBatch)
            implements SeminarCommand, AnnulsFact {}
}
