package org.preventionnetwork.registry.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.Mode;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.institutions.InstitutionId;
import org.preventionnetwork.registry.api.networks.MeetingId;
import org.preventionnetwork.registry.api.networks.MembershipId;
import org.preventionnetwork.registry.api.networks.MembershipKind;
import org.preventionnetwork.registry.api.networks.NetworkEvent.FactCorrected;
import org.preventionnetwork.registry.api.networks.NetworkEvent.FocalPointDesignated;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MeetingHeld;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MembershipSuspended;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkFounded;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkRegistered;
import org.preventionnetwork.registry.api.networks.NetworkEvent.StateAdmitted;
import org.preventionnetwork.registry.api.networks.NetworkEvent.StateWithdrew;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.networks.NetworkKind;
import org.preventionnetwork.registry.api.networks.SeatId;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.places.StateCode;

/** Ever more networks; states come, are suspended and go, dates are corrected, seats are filled and meetings held. */
final class InventedNetworks {
    private static final int EVENTS_EACH = 250;

    private final Random random;
    private final InventedDates dates;
    private final List<Network> networks = new ArrayList<>();
    private long happened;

    private static final class Network {
        final NetworkId id;
        final Map<StateCode, StateAdmitted> members = new HashMap<>();
        int parts;

        Network(NetworkId id) {
            this.id = id;
        }
    }

    InventedNetworks(Random random, InventedDates dates) {
        this.random = random;
        this.dates = dates;
    }

    int size() {
        return networks.size();
    }

    void happen(int institutions, int officials, List<RegistryEvent> events) {
        if (happened++ % EVENTS_EACH == 0) {
            NetworkId id = new NetworkId("network-" + networks.size());
            networks.add(new Network(id));
            events.add(new NetworkRegistered(id, dates.fact(), "Network " + id, NetworkKind.REGIONAL));
            events.add(new NetworkFounded(id, dates.fact(), dates.after(random.nextInt(30))));
            return;
        }
        Network network = networks.get(random.nextInt(networks.size()));
        int chance = random.nextInt(10);
        if (chance < 7) {
            events.add(membership(network, dates.state()));
        } else if (chance < 9) {
            events.add(new FocalPointDesignated(
                    network.id,
                    dates.fact(),
                    new SeatId(network.id + "-s" + network.parts++),
                    dates.state(),
                    new InstitutionId("institution-" + random.nextInt(institutions)),
                    new OfficialId("official-" + random.nextInt(officials)),
                    dates.any()));
        } else {
            events.add(meeting(network));
        }
    }

    private RegistryEvent membership(Network network, StateCode state) {
        StateAdmitted member = network.members.get(state);
        if (member == null) {
            StateAdmitted admitted = new StateAdmitted(
                    network.id,
                    dates.fact(),
                    new MembershipId(network.id + "-m" + network.parts++),
                    state,
                    MembershipKind.MEMBER,
                    dates.after(100 + random.nextInt(3_000)));
            network.members.put(state, admitted);
            return admitted;
        }
        return switch (random.nextInt(3)) {
            case 0 ->
                new MembershipSuspended(
                        network.id, dates.fact(), member.membershipId(), dates.after(3_200 + random.nextInt(2_000)));
            case 1 -> corrected(network, member);
            default -> {
                network.members.remove(state);
                yield new StateWithdrew(
                        network.id, dates.fact(), member.membershipId(), dates.after(5_200 + random.nextInt(1_000)));
            }
        };
    }

    private RegistryEvent corrected(Network network, StateAdmitted member) {
        StateAdmitted replacement = new StateAdmitted(
                network.id,
                member.factId(),
                member.membershipId(),
                member.state(),
                member.kind(),
                dates.after(100 + random.nextInt(3_000)));
        network.members.put(member.state(), replacement);
        return new FactCorrected(network.id, member.factId(), replacement, CorrectionKind.CONFLICTING_SOURCES);
    }

    private RegistryEvent meeting(Network network) {
        int number = network.parts++;
        return new MeetingHeld(
                network.id,
                dates.fact(),
                new MeetingId(network.id + "-t" + number),
                "Focal Points Meeting " + number,
                null,
                dates.any(),
                null,
                Mode.ONLINE,
                null,
                null,
                List.of(dates.state(), dates.state(), dates.state()),
                null);
    }
}
