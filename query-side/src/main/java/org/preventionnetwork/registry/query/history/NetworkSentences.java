package org.preventionnetwork.registry.query.history;

import static org.preventionnetwork.registry.query.history.Words.constant;
import static org.preventionnetwork.registry.query.history.Words.from;
import static org.preventionnetwork.registry.query.history.Words.on;
import static org.preventionnetwork.registry.query.history.Words.quoted;
import static org.preventionnetwork.registry.query.history.Words.state;
import static org.preventionnetwork.registry.query.history.Words.states;
import static org.preventionnetwork.registry.query.history.Words.the;
import static org.preventionnetwork.registry.query.history.Words.to;

import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.networks.NetworkEvent.CharterAdopted;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MeetingHeld;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkAnnounced;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkDissolved;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkFounded;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkRegistered;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkRenamed;
import org.preventionnetwork.registry.api.networks.NetworkEvent.SecretariatDesignated;

/** A network itself and its meetings, in plain words. */
final class NetworkSentences {
    private NetworkSentences() {}

    static void addTo(Sentences sentences) {
        sentences
                .tell(
                        NetworkRegistered.class,
                        (f, n) -> new Told(
                                the(f.name()) + " registered as " + constant(f.kind()) + " network",
                                "registration of " + the(f.name())))
                .tell(
                        NetworkAnnounced.class,
                        (f, n) -> new Told(network(n) + " announced" + on(f.on()), "announcement of " + network(n)))
                .tell(
                        NetworkFounded.class,
                        (f, n) -> new Told(network(n) + " founded" + on(f.on()), "foundation of " + network(n)))
                .tell(
                        NetworkRenamed.class,
                        (f, n) -> new Told(
                                the(n.otherwise(NetworkSentences::name)) + " renamed " + quoted(f.name())
                                        + from(f.from()),
                                "renaming of " + the(n.otherwise(NetworkSentences::name))))
                .tell(
                        CharterAdopted.class,
                        (f, n) -> new Told(
                                "charter " + quoted(f.title()) + " of " + network(n) + " adopted" + on(f.on()),
                                "adoption of the charter of " + network(n)))
                .tell(
                        SecretariatDesignated.class,
                        (f, n) -> new Told(
                                "institution " + f.institution() + " designated secretariat of " + network(n)
                                        + from(f.from()),
                                "secretariat of " + network(n)))
                .tell(
                        NetworkDissolved.class,
                        (f, n) -> new Told(network(n) + " dissolved" + on(f.on()), "dissolution of " + network(n)))
                .tell(MeetingHeld.class, NetworkSentences::meeting);
    }

    static String network(Names names) {
        return the(names.latest(NetworkSentences::name));
    }

    private static @Nullable String name(Fact fact) {
        if (fact instanceof NetworkRegistered registered) {
            return registered.name();
        }
        return fact instanceof NetworkRenamed renamed ? renamed.name() : null;
    }

    private static Told meeting(MeetingHeld held, Names names) {
        String days = held.endsOn() == null ? on(held.startsOn()) : from(held.startsOn()) + to(held.endsOn());
        String attended = held.attendingStates().isEmpty() ? "" : ", attended by " + states(held.attendingStates());
        String mode = held.mode() == null ? "" : " " + constant(held.mode());
        String declared = held.declaration() == null ? "" : ", declaring " + quoted(held.declaration());
        return new Told(
                quoted(held.title()) + " of " + network(names) + " held" + mode + at(held) + days + attended + declared,
                "meeting " + quoted(held.title()) + " of " + network(names));
    }

    private static String at(MeetingHeld held) {
        if (held.city() == null) {
            return held.hostState() == null ? "" : " in " + state(held.hostState());
        }
        return " in " + held.city() + (held.hostState() == null ? "" : ", " + state(held.hostState()));
    }
}
