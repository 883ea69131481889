package org.preventionnetwork.registry.command.imports.rows;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.facts.Refused.Refusal;
import org.preventionnetwork.registry.api.history.FactHistory;
import org.preventionnetwork.registry.api.initiatives.InitiativeCommand.ChangeInitiativeStage;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.InitiativeStageChanged;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/** The stage of an initiative: a later one is recorded, an earlier one is another account of what is known. */
final class Stages {
    private Stages() {}

    static Told tell(Saying saying, Teller teller) {
        ChangeInitiativeStage said = (ChangeInitiativeStage) saying.command();
        FactHistory<Fact> history = teller.history(saying);
        Optional<InitiativeStageChanged> latest = history.all(InitiativeStageChanged.class)
                .max(Comparator.comparing(stage -> stage.on() == null
                        ? HistoricalDate.BEGINNING
                        : stage.on().earliest()));
        Comparison same = Comparison.of(saying, history);
        if (same != null && same.isSame()) {
            return teller.send(saying);
        }
        if (latest.isEmpty() || isLater(said, latest.get())) {
            return teller.send(saying);
        }
        if (same != null) {
            return teller.settle(saying, same);
        }
        return teller.conflict(
                saying,
                new Refusal(
                        RefusalCode.ALREADY_RECORDED_DIFFERENTLY,
                        "a later stage is recorded, " + latest.get().stage() + " on "
                                + Objects.toString(latest.get().on(), "an unknown day"),
                        List.of(latest.get().factId()),
                        "stage"));
    }

    private static boolean isLater(ChangeInitiativeStage said, InitiativeStageChanged latest) {
        if (said.stage() == latest.stage()) {
            return false;
        }
        if (said.on() == null || latest.on() == null || said.on().equals(latest.on())) {
            return said.stage().compareTo(latest.stage()) > 0;
        }
        return !said.on().certainlyBefore(latest.on());
    }
}
