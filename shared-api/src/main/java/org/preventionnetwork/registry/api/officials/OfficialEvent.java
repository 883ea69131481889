package org.preventionnetwork.registry.api.officials;

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
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/** Everything that can be recorded about a person. Personal data is in {@link PersonalText} fields only. */
public sealed interface OfficialEvent extends RegistryEvent {
    OfficialId officialId();

    @Override
    default OfficialId entity() {
        return officialId();
    }

    /** The facts, as opposed to what happened to them. */
    sealed interface OfficialFact extends OfficialEvent, Fact {}

    @EventName("official.OfficialRegistered")
    record OfficialRegistered(
            OfficialId officialId,
            FactId factId,
            PersonalText fullName,
            @Nullable PersonalText email,
            @Nullable StateCode state,
            @Nullable InstitutionId institution,
            @Nullable PersonalText position,
            @Nullable HistoricalDate from)
            implements OfficialFact {
        @Override
        public @Nullable HistoricalDate effectiveOn() {
            return from;
        }
    }

    @EventName("official.ContactChanged")
    record ContactChanged(
            OfficialId officialId,
            FactId factId,
            @Nullable PersonalText fullName,
            @Nullable PersonalText email,
            @Nullable HistoricalDate from)
            implements OfficialFact {
        @Override
        public @Nullable HistoricalDate effectiveOn() {
            return from;
        }
    }

    /** Where the person served, from a date on. */
    @EventName("official.AffiliationChanged")
    record AffiliationChanged(
            OfficialId officialId,
            FactId factId,
            @Nullable StateCode state,
            @Nullable InstitutionId institution,
            @Nullable PersonalText position,
            HistoricalDate from)
            implements OfficialFact {
        @Override
        public HistoricalDate effectiveOn() {
            return from;
        }
    }

    /** An exception: alumni status is otherwise derived from completed seminars. */
    @EventName("official.AlumniStatusGranted")
    record AlumniStatusGranted(OfficialId officialId, FactId factId, HistoricalDate on) implements OfficialFact {
        @Override
        public HistoricalDate effectiveOn() {
            return on;
        }
    }

    @EventName("official.AlumniStatusRevoked")
    record AlumniStatusRevoked(OfficialId officialId, FactId factId, HistoricalDate on) implements OfficialFact {
        @Override
        public HistoricalDate effectiveOn() {
            return on;
        }
    }

    /** This record and another are the same person; the other is the canonical one. */
    @EventName("official.OfficialsMerged")
    record OfficialsMerged(OfficialId officialId, FactId factId, OfficialId into) implements OfficialFact {}

    /** The merge was wrong; both are persons of their own again. */
    @EventName("official.OfficialsUnmerged")
    record OfficialsUnmerged(OfficialId officialId, FactId factId, OfficialId from) implements OfficialFact {}

    /** The person's data was made unreadable for ever; counts stay. */
    @EventName("official.OfficialErased")
    record OfficialErased(OfficialId officialId, FactId factId) implements OfficialFact {}

    @EventName("official.SourceAdded")
    record SourceAdded(OfficialId officialId, FactId factId) implements OfficialEvent, SourceAddition {}

    @EventName("official.FactCorrected")
    record FactCorrected(OfficialId officialId, FactId factId, OfficialFact replacement, CorrectionKind correctionKind)
            implements OfficialEvent, Correction {}

    @EventName("official.FactAnnulled")
    record FactAnnulled(OfficialId officialId, FactId factId, @Nullable BatchId wholeBatch)
            implements OfficialEvent, Annulment {}
}
