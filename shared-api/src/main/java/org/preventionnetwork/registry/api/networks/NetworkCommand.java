package org.preventionnetwork.registry.api.networks;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.AnnulsFact;
import org.preventionnetwork.registry.api.facts.BatchId;
import org.preventionnetwork.registry.api.facts.CarriesPatch;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.CorrectsFact;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.FactPatch;
import org.preventionnetwork.registry.api.facts.Mode;
import org.preventionnetwork.registry.api.facts.References;
import org.preventionnetwork.registry.api.facts.RegistryCommand;
import org.preventionnetwork.registry.api.institutions.InstitutionId;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.text.NameLanguage;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/** What can be asked of a network, its memberships, focal points and meetings. */
public sealed interface NetworkCommand extends RegistryCommand {
    NetworkId networkId();

    @Override
    default NetworkId entity() {
        return networkId();
    }

    record RegisterNetwork(
            NetworkId networkId,
            FactId factId,
            @Size(max = 500) String name,
            NetworkKind kind,
            @Nullable HistoricalDate announcedOn,
            @Nullable HistoricalDate foundedOn,
            @Nullable InstitutionId secretariat)
            implements NetworkCommand {
        @Override
        public Map<String, List<EntityId>> references() {
            return References.to("secretariat", secretariat).asMap();
        }
    }

    record AnnounceNetwork(NetworkId networkId, FactId factId, HistoricalDate on) implements NetworkCommand {}

    record FoundNetwork(NetworkId networkId, FactId factId, HistoricalDate on) implements NetworkCommand {}

    record RenameNetwork(NetworkId networkId, FactId factId, @Size(max = 500) String name, HistoricalDate from)
            implements NetworkCommand {}

    record NameNetwork(
            NetworkId networkId,
            FactId factId,
            NameLanguage language,
            @Size(max = 500) String name,
            @Nullable HistoricalDate from)
            implements NetworkCommand {}

    record AdoptCharter(NetworkId networkId, FactId factId, @Size(max = 500) String title, HistoricalDate on)
            implements NetworkCommand {}

    record DesignateSecretariat(
            NetworkId networkId, FactId factId, InstitutionId institution, @Nullable HistoricalDate from)
            implements NetworkCommand {
        @Override
        public Map<String, List<EntityId>> references() {
            return References.to("institution", institution).asMap();
        }
    }

    record DissolveNetwork(NetworkId networkId, FactId factId, HistoricalDate on) implements NetworkCommand {}

    record AdmitState(
            NetworkId networkId,
            FactId factId,
            MembershipId membershipId,
            StateCode state,
            MembershipKind kind,
            HistoricalDate from)
            implements NetworkCommand {
        @Override
        public String subject() {
            return membershipId.value();
        }
    }

    record ChangeMembershipKind(
            NetworkId networkId,
            FactId factId,
            MembershipId membershipId,
            MembershipId nextMembershipId,
            MembershipKind kind,
            HistoricalDate from)
            implements NetworkCommand {
        @Override
        public String subject() {
            return membershipId.value();
        }
    }

    record SuspendMembership(NetworkId networkId, FactId factId, MembershipId membershipId, HistoricalDate from)
            implements NetworkCommand {
        @Override
        public String subject() {
            return membershipId.value();
        }
    }

    record ReinstateMembership(NetworkId networkId, FactId factId, MembershipId membershipId, HistoricalDate from)
            implements NetworkCommand {
        @Override
        public String subject() {
            return membershipId.value();
        }
    }

    record WithdrawState(NetworkId networkId, FactId factId, MembershipId membershipId, HistoricalDate on)
            implements NetworkCommand {
        @Override
        public String subject() {
            return membershipId.value();
        }
    }

    /** Corrects whatever facts make up the spell. Fields: {@code state, kind, from, until}; {@code until: null} reopens it. */
    record CorrectMembership(
            NetworkId networkId,
            FactId factId,
            MembershipId membershipId,
            FactPatch patch,
            CorrectionKind correctionKind)
            implements NetworkCommand, CarriesPatch {
        @Override
        public String subject() {
            return membershipId.value();
        }
    }

    /** The spell never was: annuls all its facts. */
    record AnnulMembership(NetworkId networkId, FactId factId, MembershipId membershipId) implements NetworkCommand {
        @Override
        public String subject() {
            return membershipId.value();
        }
    }

    record DesignateFocalPoint(
            NetworkId networkId,
            FactId factId,
            SeatId seatId,
            StateCode state,
            InstitutionId institution,
            @Nullable OfficialId official,
            HistoricalDate from,
            boolean acting)
            implements NetworkCommand {
        @Override
        public String subject() {
            return seatId.value();
        }

        @Override
        public Map<String, List<EntityId>> references() {
            return References.to("institution", institution)
                    .and("official", official)
                    .asMap();
        }
    }

    record RelieveFocalPoint(NetworkId networkId, FactId factId, SeatId seatId, HistoricalDate on)
            implements NetworkCommand {
        @Override
        public String subject() {
            return seatId.value();
        }
    }

    /** Fields: {@code state, institution, official, from, until}. */
    record CorrectFocalPoint(
            NetworkId networkId, FactId factId, SeatId seatId, FactPatch patch, CorrectionKind correctionKind)
            implements NetworkCommand, CarriesPatch {
        @Override
        public String subject() {
            return seatId.value();
        }
    }

    record AnnulFocalPoint(NetworkId networkId, FactId factId, SeatId seatId) implements NetworkCommand {
        @Override
        public String subject() {
            return seatId.value();
        }
    }

    record RecordMeeting(
            NetworkId networkId,
            FactId factId,
            MeetingId meetingId,
            @Size(max = 500) String title,
            @Nullable @Min(1) @Max(9999) Integer ordinal,
            HistoricalDate startsOn,
            @Nullable HistoricalDate endsOn,
            @Nullable Mode mode,
            @Nullable @Size(max = 500) String city,
            @Nullable StateCode hostState,
            @Size(max = 300) List<StateCode> attendingStates,
            @Nullable @Size(max = 4000) String declaration)
            implements NetworkCommand {
        public RecordMeeting {
            attendingStates = List.copyOf(attendingStates);
        }

        @Override
        public String subject() {
            return meetingId.value();
        }
    }

    /** @param from null where the list is complete from the beginning; of members, only on the days of {@code asOf} */
    record DeclareNetworkListComplete(
            NetworkId networkId, FactId factId, NetworkList list, @Nullable HistoricalDate from, HistoricalDate asOf)
            implements NetworkCommand {}

    record CorrectFact(NetworkId networkId, FactId factId, FactPatch patch, CorrectionKind correctionKind)
            implements NetworkCommand, CorrectsFact {}

    record AnnulFact(NetworkId networkId, FactId factId, @Nullable BatchId wholeBatch)
            implements NetworkCommand, AnnulsFact {}
}
