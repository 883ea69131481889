package org.preventionnetwork.registry.api.networks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.history.FactHistory;
import org.preventionnetwork.registry.api.networks.MembershipSpells.Spell;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkDissolved;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkFact;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkFounded;
import org.preventionnetwork.registry.api.networks.NetworkEvent.StateAdmitted;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/** Czechoslovakia was there until 31 December 1992. */
class MembershipsOfStatesThatAreGoneTest {
    private static final NetworkId NETWORK = new NetworkId("n-1");
    private static final LocalDate LAST_DAY = LocalDate.parse("1992-12-31");

    @Test
    void a_membership_that_nobody_ended_ends_with_its_state() {
        Spell spell = spell("CSHH", "1990-01-01");

        assertThat(spell.until()).isEqualTo(HistoricalDate.parse("1993-01-01"));
        assertThat(spell.isCertain(LAST_DAY)).isTrue();
        assertThat(spell.isPossible(LAST_DAY.plusDays(1))).isFalse();
        assertThat(spell.end()).as("nobody said so of it").isNull();
    }

    @Test
    void a_date_that_could_be_before_the_state_was_there_makes_no_member_of_it_then() {
        Spell spell = spell("CSHH", "[..1930]");

        assertThat(spell.isPossible(LocalDate.parse("1918-10-27"))).isFalse();
        assertThat(spell.isPossible(LocalDate.parse("1918-10-28"))).isTrue();
    }

    @Test
    void a_network_that_goes_on_longer_does_not_prolong_it() {
        NetworkFact founded = new NetworkFounded(NETWORK, new FactId("f-founded"), HistoricalDate.parse("1980-01-01"));
        NetworkFact dissolved =
                new NetworkDissolved(NETWORK, new FactId("f-dissolved"), HistoricalDate.parse("2000-01-01"));

        Spell gone = spell("CSHH", "1990-01-01", founded, dissolved);
        Spell there = spell("PL", "1990-01-01", founded, dissolved);

        assertThat(gone.until()).isEqualTo(HistoricalDate.parse("1993-01-01"));
        assertThat(there.until()).isEqualTo(HistoricalDate.parse("2000-01-01"));
    }

    @Test
    void a_network_that_was_dissolved_before_ended_it_before() {
        NetworkFact founded = new NetworkFounded(NETWORK, new FactId("f-founded"), HistoricalDate.parse("1980-01-01"));
        NetworkFact dissolved =
                new NetworkDissolved(NETWORK, new FactId("f-dissolved"), HistoricalDate.parse("1991-01-01"));

        Spell spell = spell("CSHH", "1990-01-01", founded, dissolved);

        assertThat(spell.until()).isEqualTo(HistoricalDate.parse("1991-01-01"));
        assertThat(spell.isPossible(LocalDate.parse("1991-01-01"))).isFalse();
        assertThat(spell.end()).isEqualTo(dissolved);
    }

    private static Spell spell(String state, String from, NetworkFact... others) {
        FactHistory<NetworkFact> facts = new FactHistory<>(NetworkFact.class);
        for (NetworkFact other : others) {
            facts.apply((RegistryEvent) other, null);
        }
        facts.apply(
                new StateAdmitted(
                        NETWORK,
                        new FactId("f-admitted"),
                        new MembershipId("m-1"),
                        new StateCode(state),
                        MembershipKind.MEMBER,
                        HistoricalDate.parse(from)),
                null);
        List<Spell> spells = MembershipSpells.of(facts);
        assertThat(spells).hasSize(1);
        return spells.get(0);
    }
}
