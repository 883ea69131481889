package org.preventionnetwork.registry.benchmark;

import java.util.List;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.networks.MembershipId;
import org.preventionnetwork.registry.api.networks.MembershipKind;
import org.preventionnetwork.registry.api.networks.NetworkCommand.AdmitState;
import org.preventionnetwork.registry.api.networks.NetworkCommand.RegisterNetwork;
import org.preventionnetwork.registry.api.networks.NetworkCommand.SuspendMembership;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.networks.NetworkKind;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.places.States;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.command.dispatch.Commands;

/** Networks that are there already, to which one state after the other is admitted, and suspended at once. */
final class WarmedNetworks {
    private static final HistoricalDate ADMITTED = HistoricalDate.parse("2012-03");
    private static final HistoricalDate SUSPENDED = HistoricalDate.parse("2015-07-02");

    private final Commands commands;
    private final List<StateCode> states = States.all();
    private final String name;
    private final int[] steps;

    WarmedNetworks(Commands commands, String name, int size) {
        this.commands = commands;
        this.name = name;
        this.steps = new int[size];
        for (int i = 0; i < size; i++) {
            commands.send(
                    new RegisterNetwork(
                            id(i), fact(i, "registered"), "Network " + i, NetworkKind.REGIONAL, null, null, null),
                    CommandFigures.CLERK);
        }
    }

    /** The commands of one of some threads: each has networks of its own. */
    Load.Operation thread(int number, int threads) {
        int[] next = {number};
        return () -> {
            send(next[0]);
            next[0] = next[0] + threads < steps.length ? next[0] + threads : number;
        };
    }

    private void send(int network) {
        int step = steps[network]++;
        if (step >= states.size() * 2) {
            throw new IllegalStateException("no state is left to admit: measure with fewer rounds or more networks");
        }
        MembershipId membership = new MembershipId("n" + network + "-m" + step / 2);
        commands.send(
                step % 2 == 0
                        ? new AdmitState(
                                id(network),
                                fact(network, "f" + step),
                                membership,
                                states.get(step / 2),
                                MembershipKind.MEMBER,
                                ADMITTED)
                        : new SuspendMembership(id(network), fact(network, "f" + step), membership, SUSPENDED),
                CommandFigures.CLERK);
    }

    private NetworkId id(int network) {
        return new NetworkId(name + "-" + network);
    }

    private static FactId fact(int network, String name) {
        return new FactId("n" + network + "-" + name);
    }
}
