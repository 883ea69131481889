package org.preventionnetwork.registry.api.officials;

import jakarta.validation.constraints.Email;
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
import org.preventionnetwork.registry.api.institutions.InstitutionId;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/** What can be asked of an official's record. */
public sealed interface OfficialCommand extends RegistryCommand {
    OfficialId officialId();

    @Override
    default OfficialId entity() {
        return officialId();
    }

    record RegisterOfficial(
            OfficialId officialId,
            FactId factId,
            @Size(max = 500) String fullName,
            @Nullable @Email @Size(max = 320) String email,
            @Nullable StateCode state,
            @Nullable InstitutionId institution,
            @Nullable @Size(max = 500) String position,
            @Nullable HistoricalDate from)
            implements OfficialCommand {
        /** Without what is said of the person. */
        @Override
        public String toString() {
            return "RegisterOfficial[" + officialId + "]";
        }

        @Override
        public Map<String, List<EntityId>> references() {
            return References.to("institution", institution).asMap();
        }
    }

    record ChangeContact(
            OfficialId officialId,
            FactId factId,
            @Nullable @Size(max = 500) String fullName,
            @Nullable @Email @Size(max = 320) String email,
            @Nullable HistoricalDate from)
            implements OfficialCommand {
        /** Without what is said of the person. */
        @Override
        public String toString() {
            return "ChangeContact[" + officialId + "]";
        }
    }

    record ChangeAffiliation(
            OfficialId officialId,
            FactId factId,
            @Nullable StateCode state,
            @Nullable InstitutionId institution,
            @Nullable @Size(max = 500) String position,
            HistoricalDate from)
            implements OfficialCommand {
        /** Without what is said of the person. */
        @Override
        public String toString() {
            return "ChangeAffiliation[" + officialId + "]";
        }

        @Override
        public Map<String, List<EntityId>> references() {
            return References.to("institution", institution).asMap();
        }
    }

    record GrantAlumniStatus(OfficialId officialId, FactId factId, HistoricalDate on) implements OfficialCommand {}

    record RevokeAlumniStatus(OfficialId officialId, FactId factId, HistoricalDate on) implements OfficialCommand {}

    record MergeOfficial(OfficialId officialId, FactId factId, OfficialId into) implements OfficialCommand {
        @Override
        public Map<String, List<EntityId>> references() {
            return References.to("into", into).asMap();
        }
    }

    record UnmergeOfficial(OfficialId officialId, FactId factId) implements OfficialCommand {}

    record EraseOfficial(OfficialId officialId, FactId factId) implements OfficialCommand {}

    record CorrectFact(OfficialId officialId, FactId factId, FactPatch patch, CorrectionKind correctionKind)
            implements OfficialCommand, CorrectsFact {
        /** Without what is said of the person. */
        @Override
        public String toString() {
            return "CorrectFact[" + officialId + "]";
        }
    }

    record AnnulFact(OfficialId officialId, FactId factId, @Nullable BatchId wholeBatch)
            implements OfficialCommand, AnnulsFact {}
}
