package org.preventionnetwork.registry.api.seminars;

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
import org.preventionnetwork.registry.api.facts.Mode;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.facts.SourceAddition;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.programmes.ProgrammeId;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/** Everything that can be recorded about a seminar itself; see also {@link EnrollmentFact}. */
public sealed interface SeminarEvent extends RegistryEvent
        permits SeminarEvent.SeminarFact,
                SeminarEvent.SourceAdded,
                SeminarEvent.FactCorrected,
                SeminarEvent.FactAnnulled {
    SeminarId seminarId();

    @Override
    default SeminarId entity() {
        return seminarId();
    }

    /** The facts, as opposed to what happened to them. */
    sealed interface SeminarFact extends SeminarEvent, Fact permits EditionFact, EnrollmentFact {}

    /** A fact about the edition itself. */
    sealed interface EditionFact extends SeminarFact {}

    /** @param capacity null means unlimited; @param coOrganisers institution ids, or names as written */
    @EventName("seminar.SeminarScheduled")
    record SeminarScheduled(
            SeminarId seminarId,
            FactId factId,
            String title,
            ProgrammeId programme,
            SeminarEdition edition,
            @Nullable String cycle,
            @Nullable Integer part,
            @Nullable Mode mode,
            HistoricalDate startsOn,
            @Nullable HistoricalDate endsOn,
            @Nullable String city,
            @Nullable StateCode state,
            @Nullable String venue,
            @Nullable Integer capacity,
            List<String> languages,
            boolean foundational,
            List<String> themes,
            List<String> coOrganisers)
            implements EditionFact {
        public SeminarScheduled {
            languages = List.copyOf(languages);
            themes = List.copyOf(themes);
            coOrganisers = List.copyOf(coOrganisers);
        }

        @Override
        public HistoricalDate effectiveOn() {
            return startsOn;
        }
    }

    @EventName("seminar.SeminarRescheduled")
    record SeminarRescheduled(
            SeminarId seminarId,
            FactId factId,
            HistoricalDate startsOn,
            @Nullable HistoricalDate endsOn,
            @Nullable HistoricalDate on)
            implements EditionFact {
        @Override
        public @Nullable HistoricalDate effectiveOn() {
            return on;
        }
    }

    @EventName("seminar.SeminarRelocated")
    record SeminarRelocated(
            SeminarId seminarId,
            FactId factId,
            @Nullable Mode mode,
            @Nullable String city,
            @Nullable StateCode state,
            @Nullable String venue,
            @Nullable HistoricalDate on)
            implements EditionFact {
        @Override
        public @Nullable HistoricalDate effectiveOn() {
            return on;
        }
    }

    /** @param capacity null means unlimited */
    @EventName("seminar.CapacityChanged")
    record CapacityChanged(SeminarId seminarId, FactId factId, @Nullable Integer capacity, @Nullable HistoricalDate on)
            implements EditionFact {
        @Override
        public @Nullable HistoricalDate effectiveOn() {
            return on;
        }
    }

    @EventName("seminar.CurriculumSet")
    record CurriculumSet(SeminarId seminarId, FactId factId, List<String> themes, @Nullable HistoricalDate on)
            implements EditionFact {
        public CurriculumSet {
            themes = List.copyOf(themes);
        }

        @Override
        public @Nullable HistoricalDate effectiveOn() {
            return on;
        }
    }

    @EventName("seminar.CoOrganiserAdded")
    record CoOrganiserAdded(SeminarId seminarId, FactId factId, String organiser) implements EditionFact {}

    @EventName("seminar.CoOrganiserRemoved")
    record CoOrganiserRemoved(SeminarId seminarId, FactId factId, String organiser) implements EditionFact {}

    @EventName("seminar.InstructorAssigned")
    record InstructorAssigned(SeminarId seminarId, FactId factId, OfficialId official, @Nullable HistoricalDate from)
            implements EditionFact {
        @Override
        public @Nullable HistoricalDate effectiveOn() {
            return from;
        }
    }

    @EventName("seminar.InstructorReleased")
    record InstructorReleased(SeminarId seminarId, FactId factId, OfficialId official, @Nullable HistoricalDate on)
            implements EditionFact {
        @Override
        public @Nullable HistoricalDate effectiveOn() {
            return on;
        }
    }

    @EventName("seminar.EnrollmentOpened")
    record EnrollmentOpened(SeminarId seminarId, FactId factId, @Nullable HistoricalDate on) implements EditionFact {
        @Override
        public @Nullable HistoricalDate effectiveOn() {
            return on;
        }
    }

    @EventName("seminar.EnrollmentClosed")
    record EnrollmentClosed(SeminarId seminarId, FactId factId, @Nullable HistoricalDate on) implements EditionFact {
        @Override
        public @Nullable HistoricalDate effectiveOn() {
            return on;
        }
    }

    /** It took place, or began to. */
    @EventName("seminar.SeminarConvened")
    record SeminarConvened(SeminarId seminarId, FactId factId, @Nullable HistoricalDate on) implements EditionFact {
        @Override
        public @Nullable HistoricalDate effectiveOn() {
            return on;
        }
    }

    @EventName("seminar.SeminarConcluded")
    record SeminarConcluded(SeminarId seminarId, FactId factId, @Nullable HistoricalDate on) implements EditionFact {
        @Override
        public @Nullable HistoricalDate effectiveOn() {
            return on;
        }
    }

    /** Closes open enrolments in the same transaction. */
    @EventName("seminar.SeminarCancelled")
    record SeminarCancelled(SeminarId seminarId, FactId factId, @Nullable HistoricalDate on) implements EditionFact {
        @Override
        public @Nullable HistoricalDate effectiveOn() {
            return on;
        }
    }

    /** What a source says about who took part, in any status; for seminars without a full roster. */
    @EventName("seminar.SeminarFiguresReported")
    record SeminarFiguresReported(
            SeminarId seminarId,
            FactId factId,
            @Nullable Integer participants,
            @Nullable Integer statesCount,
            List<StateCode> states)
            implements EditionFact {
        public SeminarFiguresReported {
            states = List.copyOf(states);
        }
    }

    /** The seminar was given for a network, whoever came: it counts for it whole. */
    @EventName("seminar.SeminarGivenForNetwork")
    record SeminarGivenForNetwork(SeminarId seminarId, FactId factId, NetworkId network) implements EditionFact {}

    /** All who took part are on the roster. */
    @EventName("seminar.RosterDeclaredComplete")
    record RosterDeclaredComplete(SeminarId seminarId, FactId factId, HistoricalDate asOf)
            implements EditionFact, DeclaresComplete {
        @Override
        public @Nullable Enum<?> list() {
            return null;
        }

        @Override
        public @Nullable HistoricalDate from() {
            return null;
        }
    }

    @EventName("seminar.SourceAdded")
    record SourceAdded(SeminarId seminarId, FactId factId) implements SeminarEvent, SourceAddition {}

    @EventName("seminar.FactCorrected")
    record FactCorrected(SeminarId seminarId, FactId factId, SeminarFact replacement, CorrectionKind correctionKind)
            implements SeminarEvent, Correction {}

    @EventName("seminar.FactAnnulled")
    record FactAnnulled(SeminarId seminarId, FactId factId, @Nullable BatchId wholeBatch)
            implements SeminarEvent, Annulment {}
}
