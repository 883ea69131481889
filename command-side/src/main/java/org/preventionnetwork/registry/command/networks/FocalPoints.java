package org.preventionnetwork.registry.command.networks;

import java.util.ArrayList;
import java.util.List;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.facts.Recorded;
import org.preventionnetwork.registry.api.facts.Refused;
import org.preventionnetwork.registry.api.history.FactHistory;
import org.preventionnetwork.registry.api.networks.NetworkCommand.CorrectFocalPoint;
import org.preventionnetwork.registry.api.networks.NetworkCommand.DesignateFocalPoint;
import org.preventionnetwork.registry.api.networks.NetworkEvent.FocalPointActing;
import org.preventionnetwork.registry.api.networks.NetworkEvent.FocalPointDesignated;
import org.preventionnetwork.registry.api.networks.NetworkEvent.FocalPointFact;
import org.preventionnetwork.registry.api.networks.NetworkEvent.FocalPointRelieved;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkFact;
import org.preventionnetwork.registry.api.networks.SeatId;
import org.preventionnetwork.registry.command.timeline.Closing;
import org.preventionnetwork.registry.command.timeline.Timeline;

/** Focal-point seats as one thing, over the facts that open and close them. */
final class FocalPoints {
    private FocalPoints() {}

    static FocalPointFact designation(DesignateFocalPoint command) {
        return command.acting()
                ? new FocalPointActing(
                        command.networkId(),
                        command.factId(),
                        command.seatId(),
                        command.state(),
                        command.institution(),
                        command.official(),
                        command.from())
                : new FocalPointDesignated(
                        command.networkId(),
                        command.factId(),
                        command.seatId(),
                        command.state(),
                        command.institution(),
                        command.official(),
                        command.from());
    }

    static Recorded correct(Timeline<NetworkFact> timeline, CorrectFocalPoint command, Provenance provenance) {
        List<NetworkFact> seat = factsOf(timeline.facts(), command.seatId());
        NetworkFact relieved = seat.stream()
                .filter(FocalPointRelieved.class::isInstance)
                .findFirst()
                .orElse(null);
        Closing.Change<NetworkFact> change = Closing.change(
                command.patch(),
                relieved,
                "on",
                until -> new FocalPointRelieved(command.networkId(), command.factId(), command.seatId(), until));
        List<NetworkFact> replaced = new ArrayList<>(change.replaced());
        replaced.add(0, timeline.patched(seat.get(0), Closing.withoutUntil(command.patch())));
        return timeline.revise(replaced, change.annulled(), change.added(), command.correctionKind(), provenance);
    }

    /** The designation first. */
    static List<NetworkFact> factsOf(FactHistory<NetworkFact> facts, SeatId id) {
        List<NetworkFact> all = facts.about(id.value(), FocalPointFact.class)
                .map(NetworkFact.class::cast)
                .toList();
        if (all.isEmpty()) {
            throw new Refused(facts.missing(id.value()), "there is no seat '" + id + "' in this network");
        }
        List<NetworkFact> ordered = new ArrayList<>(all);
        ordered.sort((a, b) -> Boolean.compare(a instanceof FocalPointRelieved, b instanceof FocalPointRelieved));
        return ordered;
    }
}
