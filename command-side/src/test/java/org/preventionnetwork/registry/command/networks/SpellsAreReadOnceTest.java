package org.preventionnetwork.registry.command.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.facts.Refused;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.networks.MembershipId;
import org.preventionnetwork.registry.api.networks.MembershipKind;
import org.preventionnetwork.registry.api.networks.MembershipSpells;
import org.preventionnetwork.registry.api.networks.NetworkEntity;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkFact;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkRegistered;
import org.preventionnetwork.registry.api.networks.NetworkEvent.StateAdmitted;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.networks.NetworkKind;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.command.timeline.Timeline;

/** However many rules look at the memberships, a decision puts them together once. */
class SpellsAreReadOnceTest {
    private static final NetworkId NETWORK = new NetworkId("network-1");
    private static final Provenance PROVENANCE = new Provenance("tester", "RECORDER", null, null, null, null);

    private final List<RegistryEvent> recorded = new ArrayList<>();
    private final Timeline<NetworkFact> timeline = new Timeline<>(NetworkEntity.KIND, NetworkRules.ALL, this::recorded);

    private void recorded(RegistryEvent event) {
        recorded.add(event);
        timeline.on(event, PROVENANCE);
    }

    @Test
    void for_each_decision_and_once_more_to_see_what_was_wrong_before_it_where_it_is_refused() {
        timeline.record(new NetworkRegistered(NETWORK, new FactId("f-0"), "Network", NetworkKind.REGIONAL), PROVENANCE);
        for (String state : List.of("AR", "BO", "CL", "PE")) {
            long before = timeline.facts().readingsMade();
            timeline.record(admitted(state, "2010"), PROVENANCE);
            assertThat(timeline.facts().readingsMade() - before).as(state).isEqualTo(1);
        }
        long before = timeline.facts().readingsMade();
        assertThatThrownBy(() -> timeline.record(admitted("AR", "2012"), PROVENANCE))
                .isInstanceOf(Refused.class);
        assertThat(timeline.facts().readingsMade() - before).isEqualTo(2);
        assertThat(recorded).hasSize(5);
    }

    @Test
    void and_never_of_facts_that_are_others_by_now() {
        timeline.record(new NetworkRegistered(NETWORK, new FactId("f-0"), "Network", NetworkKind.REGIONAL), PROVENANCE);
        assertThat(MembershipSpells.of(timeline.facts())).isEmpty();
        StateAdmitted tried = admitted("AR", "2010");
        assertThat(timeline.facts().supposing(List.of(tried), List.of(), () -> MembershipSpells.of(timeline.facts())
                        .size()))
                .isEqualTo(1);
        assertThat(MembershipSpells.of(timeline.facts())).isEmpty();
        timeline.record(tried, PROVENANCE);
        assertThat(MembershipSpells.of(timeline.facts())).hasSize(1);
        assertThat(timeline.facts().supposing(List.of(), List.of(tried), () -> MembershipSpells.of(timeline.facts())
                        .size()))
                .isZero();
        assertThat(MembershipSpells.of(timeline.facts())).hasSize(1);
    }

    private static StateAdmitted admitted(String state, String from) {
        return new StateAdmitted(
                NETWORK,
                new FactId("f-" + state.toLowerCase(java.util.Locale.ROOT) + "-" + from),
                new MembershipId("m-" + state.toLowerCase(java.util.Locale.ROOT) + "-" + from),
                new StateCode(state),
                MembershipKind.MEMBER,
                HistoricalDate.parse(from));
    }
}
