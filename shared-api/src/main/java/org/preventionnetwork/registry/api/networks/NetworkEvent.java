package org.preventionnetwork.registry.api.networks;

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
import org.preventionnetwork.registry.api.facts.NamesInLanguage;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.facts.SourceAddition;
import org.preventionnetwork.registry.api.institutions.InstitutionId;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.text.NameLanguage;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/** Everything that can be recorded about a network, its memberships, focal points and meetings. */
public sealed interface NetworkEvent extends RegistryEvent {
    NetworkId networkId();

    @Override
    default NetworkId entity() {
        return networkId();
    }

    /** The facts, as opposed to what happened to them. */
    sealed interface NetworkFact extends NetworkEvent, Fact {}

    /** A fact about one spell of one state. */
    sealed interface MembershipFact extends NetworkFact {
        MembershipId membershipId();

        @Override
        default String subject() {
            return membershipId().value();
        }
    }

    /** A fact about one focal-point seat. */
    sealed interface FocalPointFact extends NetworkFact {
        SeatId seatId();

        @Override
        default String subject() {
            return seatId().value();
        }
    }

    @EventName("network.NetworkRegistered")
    record NetworkRegistered(NetworkId networkId, FactId factId, String name, NetworkKind kind)
            implements NetworkFact {}

    @EventName("network.NetworkAnnounced")
    record NetworkAnnounced(NetworkId networkId, FactId factId, HistoricalDate on) implements NetworkFact {
        @Override
        public HistoricalDate effectiveOn() {
            return on;
        }
    }

    @EventName("network.NetworkFounded")
    record NetworkFounded(NetworkId networkId, FactId factId, HistoricalDate on) implements NetworkFact {
        @Override
        public HistoricalDate effectiveOn() {
            return on;
        }
    }

    @EventName("network.NetworkRenamed")
    record NetworkRenamed(NetworkId networkId, FactId factId, String name, HistoricalDate from) implements NetworkFact {
        @Override
        public HistoricalDate effectiveOn() {
            return from;
        }
    }

    /** What it is called in a language, beside its name. */
    @EventName("network.NetworkNamed")
    record NetworkNamed(
            NetworkId networkId, FactId factId, NameLanguage language, String name, @Nullable HistoricalDate from)
            implements NetworkFact, NamesInLanguage {}

    @EventName("network.CharterAdopted")
    record CharterAdopted(NetworkId networkId, FactId factId, String title, HistoricalDate on) implements NetworkFact {
        @Override
        public HistoricalDate effectiveOn() {
            return on;
        }
    }

    @EventName("network.SecretariatDesignated")
    record SecretariatDesignated(
            NetworkId networkId, FactId factId, InstitutionId institution, @Nullable HistoricalDate from)
            implements NetworkFact {
        @Override
        public @Nullable HistoricalDate effectiveOn() {
            return from;
        }
    }

    @EventName("network.NetworkDissolved")
    record NetworkDissolved(NetworkId networkId, FactId factId, HistoricalDate on) implements NetworkFact {
        @Override
        public HistoricalDate effectiveOn() {
            return on;
        }
    }

    @EventName("network.StateAdmitted")
    record StateAdmitted(
            NetworkId networkId,
            FactId factId,
            MembershipId membershipId,
            StateCode state,
            MembershipKind kind,
            HistoricalDate from)
            implements MembershipFact {
        @Override
        public HistoricalDate effectiveOn() {
            return from;
        }
    }

    /** Closes one spell and opens the next, under a new membership id, at the same date. */
    @EventName("network.MembershipKindChanged")
    record MembershipKindChanged(
            NetworkId networkId,
            FactId factId,
            MembershipId membershipId,
            MembershipId nextMembershipId,
            MembershipKind kind,
            HistoricalDate from)
            implements MembershipFact {
        @Override
        public HistoricalDate effectiveOn() {
            return from;
        }
    }

    @EventName("network.MembershipSuspended")
    record MembershipSuspended(NetworkId networkId, FactId factId, MembershipId membershipId, HistoricalDate from)
            implements MembershipFact {
        @Override
        public HistoricalDate effectiveOn() {
            return from;
        }
    }

    @EventName("network.MembershipReinstated")
    record MembershipReinstated(NetworkId networkId, FactId factId, MembershipId membershipId, HistoricalDate from)
            implements MembershipFact {
        @Override
        public HistoricalDate effectiveOn() {
            return from;
        }
    }

    /** @param on the first day that the membership no longer holds */
    @EventName("network.StateWithdrew")
    record StateWithdrew(NetworkId networkId, FactId factId, MembershipId membershipId, HistoricalDate on)
            implements MembershipFact {
        @Override
        public HistoricalDate effectiveOn() {
            return on;
        }
    }

    @EventName("network.FocalPointDesignated")
    record FocalPointDesignated(
            NetworkId networkId,
            FactId factId,
            SeatId seatId,
            StateCode state,
            InstitutionId institution,
            @Nullable OfficialId official,
            HistoricalDate from)
            implements FocalPointFact {
        @Override
        public HistoricalDate effectiveOn() {
            return from;
        }
    }

    /** Like a designation, by somebody who stands in. */
    @EventName("network.FocalPointActing")
    record FocalPointActing(
            NetworkId networkId,
            FactId factId,
            SeatId seatId,
            StateCode state,
            InstitutionId institution,
            @Nullable OfficialId official,
            HistoricalDate from)
            implements FocalPointFact {
        @Override
        public HistoricalDate effectiveOn() {
            return from;
        }
    }

    /** The seat is vacant from a day on. */
    @EventName("network.FocalPointRelieved")
    record FocalPointRelieved(NetworkId networkId, FactId factId, SeatId seatId, HistoricalDate on)
            implements FocalPointFact {
        @Override
        public HistoricalDate effectiveOn() {
            return on;
        }
    }

    /** A numbered Focal Points Meeting, an annual meeting. */
    @EventName("network.MeetingHeld")
    record MeetingHeld(
            NetworkId networkId,
            FactId factId,
            MeetingId meetingId,
            String title,
            @Nullable Integer ordinal,
            HistoricalDate startsOn,
            @Nullable HistoricalDate endsOn,
            @Nullable Mode mode,
            @Nullable String city,
            @Nullable StateCode hostState,
            List<StateCode> attendingStates,
            @Nullable String declaration)
            implements NetworkFact {
        public MeetingHeld {
            attendingStates = List.copyOf(attendingStates);
        }

        @Override
        public String subject() {
            return meetingId.value();
        }

        @Override
        public HistoricalDate effectiveOn() {
            return startsOn;
        }
    }

    /** A list of the network is complete. */
    @EventName("network.NetworkListDeclaredComplete")
    record NetworkListDeclaredComplete(
            NetworkId networkId, FactId factId, NetworkList list, @Nullable HistoricalDate from, HistoricalDate asOf)
            implements NetworkFact, DeclaresComplete {}

    @EventName("network.SourceAdded")
    record SourceAdded(NetworkId networkId, FactId factId) implements NetworkEvent, SourceAddition {}

    @EventName("network.FactCorrected")
    record FactCorrected(NetworkId networkId, FactId factId, NetworkFact replacement, CorrectionKind correctionKind)
            implements NetworkEvent, Correction {}

    /** @param correctionKind of the correction of a membership or seat that this was a part of; null of an annulment */
    @EventName(value = "network.FactAnnulled", revision = "2")
    record FactAnnulled(
            NetworkId networkId, FactId factId, @Nullable BatchId wholeBatch, @Nullable CorrectionKind correctionKind)
            implements NetworkEvent, Annulment {}
}
