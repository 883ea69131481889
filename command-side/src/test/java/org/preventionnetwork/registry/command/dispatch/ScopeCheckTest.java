package org.preventionnetwork.registry.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.HomeScope.ByField;
import org.preventionnetwork.registry.api.facts.HomeScope.Naming;
import org.preventionnetwork.registry.api.facts.RegistryCommand;
import org.preventionnetwork.registry.api.initiatives.InitiativeCommand.LaunchInitiative;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.programmes.ProgrammeId;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarConcluded;
import org.preventionnetwork.registry.api.seminars.SeminarId;

class ScopeCheckTest {
    /** A kind of entity whose one fact names two places where it belongs. */
    private static final List<ByField> TWO = List.of(
            new ByField(
                    "programme",
                    new Naming<Fact, SeminarConcluded>(SeminarConcluded.class, fact -> new ProgrammeId("lemkin")),
                    new Naming<RegistryCommand, LaunchInitiative>(LaunchInitiative.class, LaunchInitiative::network)),
            new ByField(
                    "network",
                    new Naming<Fact, SeminarConcluded>(SeminarConcluded.class, fact -> new NetworkId("africa")),
                    new Naming<RegistryCommand, LaunchInitiative>(LaunchInitiative.class, LaunchInitiative::network)));

    @Test
    void what_belongs_to_several_must_be_within_the_limits_with_each() {
        Fact fact = new SeminarConcluded(new SeminarId("somewhere"), new FactId("f-1"), null);
        assertThat(ScopeCheck.homes(fact, TWO)).containsExactlyInAnyOrder("programme:lemkin", "network:africa");
    }
}
