package org.preventionnetwork.registry.command.initiatives;

import static org.preventionnetwork.registry.command.timeline.Samples.date;
import static org.preventionnetwork.registry.command.timeline.Samples.fact;

import java.util.List;
import org.preventionnetwork.registry.api.initiatives.InitiativeCommand.ChangeInitiativeStage;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.InitiativeAssignedToProgramme;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.InitiativeLaunched;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.InitiativeStageChanged;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.MilestoneReached;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.TechnicalAssistanceProvided;
import org.preventionnetwork.registry.api.initiatives.InitiativeId;
import org.preventionnetwork.registry.api.initiatives.InitiativeStage;
import org.preventionnetwork.registry.api.initiatives.InitiativeType;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.programmes.ProgrammeId;

/** A national initiative and what can be recorded about it, for tests. */
final class InitiativeSamples {
    static final InitiativeId INITIATIVE = new InitiativeId("nm-ar");
    static final NetworkId NETWORK = new NetworkId("latin-american-network");
    static final OfficialId OFFICIAL = new OfficialId("o-1");
    static final InitiativeLaunched LAUNCHED = launched("National Mechanism", "2013", "AR");

    private InitiativeSamples() {}

    static InitiativeLaunched launched(String title, String on, String... states) {
        return new InitiativeLaunched(
                INITIATIVE,
                fact("launched"),
                title,
                List.of(states).stream().map(StateCode::new).toList(),
                NETWORK,
                InitiativeType.NATIONAL_MECHANISM,
                null,
                date(on));
    }

    static InitiativeStageChanged stage(InitiativeStage stage, String on) {
        return new InitiativeStageChanged(INITIATIVE, fact("stage"), stage, date(on));
    }

    static MilestoneReached milestone(String on) {
        return new MilestoneReached(INITIATIVE, fact("milestone"), "first course", date(on));
    }

    static TechnicalAssistanceProvided assistance(String on) {
        return new TechnicalAssistanceProvided(INITIATIVE, fact("assistance"), "curriculum", date(on));
    }

    static InitiativeAssignedToProgramme assigned(String programme) {
        return new InitiativeAssignedToProgramme(INITIATIVE, fact("assigned"), new ProgrammeId(programme));
    }

    static ChangeInitiativeStage change(String id, InitiativeStage stage, String on) {
        return new ChangeInitiativeStage(INITIATIVE, fact(id), stage, date(on));
    }
}
