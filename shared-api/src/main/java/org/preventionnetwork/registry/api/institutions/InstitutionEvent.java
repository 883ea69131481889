package org.preventionnetwork.registry.api.institutions;

import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Annulment;
import org.preventionnetwork.registry.api.facts.BatchId;
import org.preventionnetwork.registry.api.facts.Correction;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.EventName;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.NamesInLanguage;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.facts.SourceAddition;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.text.NameLanguage;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/** Everything that can be recorded about an institution. */
public sealed interface InstitutionEvent extends RegistryEvent {
    InstitutionId institutionId();

    @Override
    default InstitutionId entity() {
        return institutionId();
    }

    /** The facts, as opposed to what happened to them. */
    sealed interface InstitutionFact extends InstitutionEvent, Fact {}

    /** A fact about one office. */
    sealed interface OfficeFact extends InstitutionFact {
        OfficeId officeId();

        @Override
        default String subject() {
            return officeId().value();
        }
    }

    /** @param state null for an international institution */
    @EventName("institution.InstitutionRegistered")
    record InstitutionRegistered(
            InstitutionId institutionId, FactId factId, String name, InstitutionKind kind, @Nullable StateCode state)
            implements InstitutionFact {}

    @EventName("institution.InstitutionRenamed")
    record InstitutionRenamed(InstitutionId institutionId, FactId factId, String name, HistoricalDate from)
            implements InstitutionFact {
        @Override
        public HistoricalDate effectiveOn() {
            return from;
        }
    }

    /** What it is called in a language, beside its name. */
    @EventName("institution.InstitutionNamed")
    record InstitutionNamed(
            InstitutionId institutionId,
            FactId factId,
            NameLanguage language,
            String name,
            @Nullable HistoricalDate from)
            implements InstitutionFact, NamesInLanguage {}

    @EventName("institution.InstitutionOfficeOpened")
    record InstitutionOfficeOpened(
            InstitutionId institutionId,
            FactId factId,
            OfficeId officeId,
            String city,
            @Nullable StateCode state,
            @Nullable HistoricalDate from)
            implements OfficeFact {
        @Override
        public @Nullable HistoricalDate effectiveOn() {
            return from;
        }
    }

    @EventName("institution.InstitutionOfficeClosed")
    record InstitutionOfficeClosed(InstitutionId institutionId, FactId factId, OfficeId officeId, HistoricalDate on)
            implements OfficeFact {
        @Override
        public HistoricalDate effectiveOn() {
            return on;
        }
    }

    @EventName("institution.InstitutionPartnered")
    record InstitutionPartnered(
            InstitutionId institutionId,
            FactId factId,
            InstitutionId with,
            String purpose,
            @Nullable HistoricalDate from,
            @Nullable HistoricalDate until)
            implements InstitutionFact {
        @Override
        public @Nullable HistoricalDate effectiveOn() {
            return from;
        }
    }

    /** Another institution took its place. */
    @EventName("institution.InstitutionSucceeded")
    record InstitutionSucceeded(InstitutionId institutionId, FactId factId, InstitutionId by, HistoricalDate on)
            implements InstitutionFact {
        @Override
        public HistoricalDate effectiveOn() {
            return on;
        }
    }

    @EventName("institution.InstitutionDissolved")
    record InstitutionDissolved(InstitutionId institutionId, FactId factId, HistoricalDate on)
            implements InstitutionFact {
        @Override
        public HistoricalDate effectiveOn() {
            return on;
        }
    }

    @EventName("institution.SourceAdded")
    record SourceAdded(InstitutionId institutionId, FactId factId) implements InstitutionEvent, SourceAddition {}

    @EventName("institution.FactCorrected")
    record FactCorrected(
            InstitutionId institutionId, FactId factId, InstitutionFact replacement, CorrectionKind correctionKind)
            implements InstitutionEvent, Correction {}

    @EventName("institution.FactAnnulled")
    record FactAnnulled(InstitutionId institutionId, FactId factId, @Nullable BatchId wholeBatch)
            implements InstitutionEvent, Annulment {}
}
