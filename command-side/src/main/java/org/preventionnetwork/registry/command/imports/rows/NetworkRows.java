package org.preventionnetwork.registry.command.imports.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.preventionnetwork.registry.api.networks.NetworkCommand.AnnounceNetwork;
import org.preventionnetwork.registry.api.networks.NetworkCommand.DesignateFocalPoint;
import org.preventionnetwork.registry.api.networks.NetworkCommand.DesignateSecretariat;
import org.preventionnetwork.registry.api.networks.NetworkCommand.DissolveNetwork;
import org.preventionnetwork.registry.api.networks.NetworkCommand.FoundNetwork;
import org.preventionnetwork.registry.api.networks.NetworkCommand.RecordMeeting;
import org.preventionnetwork.registry.api.networks.NetworkCommand.RegisterNetwork;
import org.preventionnetwork.registry.api.networks.NetworkCommand.RelieveFocalPoint;
import org.preventionnetwork.registry.api.networks.NetworkEvent.FocalPointActing;
import org.preventionnetwork.registry.api.networks.NetworkEvent.FocalPointDesignated;
import org.preventionnetwork.registry.api.networks.NetworkEvent.FocalPointRelieved;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MeetingHeld;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkAnnounced;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkDissolved;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkFounded;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkRegistered;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkRenamed;
import org.preventionnetwork.registry.api.networks.NetworkEvent.SecretariatDesignated;
import org.preventionnetwork.registry.command.imports.files.Row;

/** Networks, their focal points and meetings; memberships are {@link MembershipRows}. */
final class NetworkRows {
    private static final String ID = "networkId";

    private NetworkRows() {}

    static List<Draft> network(Row row) {
        List<Draft> drafts = new ArrayList<>();
        drafts.add(new Draft(row, RegisterNetwork.class, ID)
                .text("name", "name")
                .text("kind", "kind")
                .recordedAs(Set.of(), NetworkRegistered.class)
                .saidAnewBy(Sequel.whole(NetworkRenamed.class)));
        if (!row.text("announced_on").isEmpty()) {
            drafts.add(new Draft(row, AnnounceNetwork.class, ID)
                    .text("on", "announced_on")
                    .recordedAs(Set.of(), NetworkAnnounced.class));
        }
        if (!row.text("founded_on").isEmpty()) {
            drafts.add(new Draft(row, FoundNetwork.class, ID)
                    .text("on", "founded_on")
                    .recordedAs(Set.of(), NetworkFounded.class));
        }
        if (!row.text("secretariat").isEmpty()) {
            drafts.add(new Draft(row, DesignateSecretariat.class, ID)
                    .text("institution", "secretariat")
                    .recordedAs(Set.of(), SecretariatDesignated.class)
                    .askingFirst());
        }
        if (!row.text("dissolved_on").isEmpty()) {
            drafts.add(new Draft(row, DissolveNetwork.class, ID)
                    .text("on", "dissolved_on")
                    .recordedAs(Set.of(), NetworkDissolved.class));
        }
        return drafts;
    }

    static List<Draft> focalPoint(Row row) {
        String[] key = {row.text("network"), States.folded(row.text("state")), row.text("institution"), row.text("from")
        };
        String seat = ImportIds.opaque("seat", key);
        List<Draft> drafts = new ArrayList<>();
        drafts.add(new Draft(row, DesignateFocalPoint.class, ID)
                .given("seatId", seat)
                .slot(seat)
                .text("state", "state")
                .text("institution", "institution")
                .text("official", "official")
                .text("from", "from")
                .flag("acting", "acting")
                .recordedAs(Set.of("state", "institution", "from"), FocalPointDesignated.class, FocalPointActing.class)
                .askingFirst());
        if (!row.text("until").isEmpty()) {
            drafts.add(new Draft(row, RelieveFocalPoint.class, ID)
                    .given("seatId", seat)
                    .slot(seat)
                    .text("on", "until")
                    .recordedAs(Set.of("seatId"), FocalPointRelieved.class));
        }
        return drafts;
    }

    static List<Draft> meeting(Row row) {
        return List.of(new Draft(row, RecordMeeting.class, ID)
                .text("meetingId", "meeting")
                .slot(row.text("meeting"))
                .text("title", "title")
                .number("ordinal", "ordinal")
                .text("startsOn", "starts_on")
                .text("endsOn", "ends_on")
                .text("mode", "mode")
                .text("city", "city")
                .text("hostState", "host_state")
                .list("attendingStates", "attending_states")
                .recordedAs(Set.of("meetingId"), MeetingHeld.class));
    }
}
