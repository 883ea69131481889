package org.preventionnetwork.registry.command.networks;

import java.util.Map;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.FactPatch;
import org.preventionnetwork.registry.api.networks.MembershipId;
import org.preventionnetwork.registry.api.networks.MembershipKind;
import org.preventionnetwork.registry.api.networks.NetworkCommand.AdmitState;
import org.preventionnetwork.registry.api.networks.NetworkCommand.CorrectMembership;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkFounded;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkRegistered;
import org.preventionnetwork.registry.api.networks.NetworkEvent.StateAdmitted;
import org.preventionnetwork.registry.api.networks.NetworkEvent.StateWithdrew;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.networks.NetworkKind;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import tools.jackson.databind.node.ObjectNode;

/** The Latin American Network as it began, for tests. */
final class NetworkSamples {
    static final NetworkId NETWORK = new NetworkId("latin-american-network");
    static final NetworkRegistered REGISTERED =
            new NetworkRegistered(NETWORK, fact("registered"), "Latin American Network", NetworkKind.REGIONAL);
    static final NetworkFounded FOUNDED = new NetworkFounded(NETWORK, fact("registered.founded"), date("2012-03-29"));
    static final Map<String, Object> WHY = Map.of("actor", "local", "role", "SECRETARIAT", "reason", "read again");

    private NetworkSamples() {}

    static FactId fact(String id) {
        return new FactId(id);
    }

    static HistoricalDate date(String edtf) {
        return HistoricalDate.parse(edtf);
    }

    static MembershipId membership(String id) {
        return new MembershipId(id);
    }

    static AdmitState admit(String id, String state, MembershipKind kind, String from) {
        return new AdmitState(NETWORK, fact("f-" + id), membership(id), new StateCode(state), kind, date(from));
    }

    static StateAdmitted admitted(String id, String state, MembershipKind kind, String from) {
        return new StateAdmitted(NETWORK, fact("f-" + id), membership(id), new StateCode(state), kind, date(from));
    }

    static StateWithdrew withdrew(String id, String on) {
        return new StateWithdrew(NETWORK, fact("w-" + id), membership(id), date(on));
    }

    static CorrectMembership correct(String id, String json) {
        return new CorrectMembership(
                NETWORK,
                fact("c-" + id),
                membership(id),
                new FactPatch((ObjectNode) RegistryJson.mapper().readTree(json)),
                CorrectionKind.CONFLICTING_SOURCES);
    }
}
