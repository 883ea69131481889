package org.preventionnetwork.registry.api.institutions;

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
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.text.NameLanguage;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/** What can be asked of an institution. */
public sealed interface InstitutionCommand extends RegistryCommand {
    InstitutionId institutionId();

    @Override
    default InstitutionId entity() {
        return institutionId();
    }

    /** @param state null for an international institution */
    record RegisterInstitution(
            InstitutionId institutionId,
            FactId factId,
            @Size(max = 500) String name,
            InstitutionKind kind,
            @Nullable StateCode state)
            implements InstitutionCommand {}

    record RenameInstitution(
            InstitutionId institutionId, FactId factId, @Size(max = 500) String name, HistoricalDate from)
            implements InstitutionCommand {}

    record NameInstitution(
            InstitutionId institutionId,
            FactId factId,
            NameLanguage language,
            @Size(max = 500) String name,
            @Nullable HistoricalDate from)
            implements InstitutionCommand {}

    record OpenOffice(
            InstitutionId institutionId,
            FactId factId,
            OfficeId officeId,
            @Size(max = 500) String city,
            @Nullable StateCode state,
            @Nullable HistoricalDate from)
            implements InstitutionCommand {
        @Override
        public String subject() {
            return officeId.value();
        }
    }

    record CloseOffice(InstitutionId institutionId, FactId factId, OfficeId officeId, HistoricalDate on)
            implements InstitutionCommand {
        @Override
        public String subject() {
            return officeId.value();
        }
    }

    record PartnerInstitution(
            InstitutionId institutionId,
            FactId factId,
            InstitutionId with,
            @Size(max = 500) String purpose,
            @Nullable HistoricalDate from,
            @Nullable HistoricalDate until)
            implements InstitutionCommand {
        @Override
        public Map<String, List<EntityId>> references() {
            return References.to("with", with).asMap();
        }
    }

    record SucceedInstitution(InstitutionId institutionId, FactId factId, InstitutionId by, HistoricalDate on)
            implements InstitutionCommand {
        @Override
        public Map<String, List<EntityId>> references() {
            return References.to("by", by).asMap();
        }
    }

    record DissolveInstitution(InstitutionId institutionId, FactId factId, HistoricalDate on)
            implements InstitutionCommand {}

    record CorrectFact(InstitutionId institutionId, FactId factId, FactPatch patch, CorrectionKind correctionKind)
            implements InstitutionCommand, CorrectsFact {}

    record AnnulFact(InstitutionId institutionId, FactId factId, @Nullable BatchId wholeBatch)
            implements InstitutionCommand, AnnulsFact {}
}
