package org.preventionnetwork.registry.command.clock;

import java.util.List;
import java.util.Map;
import org.preventionnetwork.registry.api.verification.Check;
import org.preventionnetwork.registry.api.verification.Outcome;

/**
 * Names confirmations of the clock that are from the future. Nothing signs them, so that it cannot be told whether an
 * administrator confirmed a wrong clock or somebody wrote the row; either is worth a look, and neither is gone by.
 */
final class ConfirmationsCheck implements Check {
    private static final int NAMED = 20;

    private final ClockConfirmations confirmations;

    ConfirmationsCheck(ClockConfirmations confirmations) {
        this.confirmations = confirmations;
    }

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public Outcome run(long position) {
        Map<Long, Boolean> all = confirmations.ahead();
        List<String> ahead = all.entrySet().stream()
                .filter(Map.Entry::getValue)
                .limit(NAMED)
                .map(row ->
                        "row " + row.getKey() + " of ledger.clock_confirmation says a time that has not come yet: an"
                                + " administrator confirmed a wrong clock, or somebody wrote it")
                .toList();
        return new Outcome(name(), position, all.size(), all.size() + " entries compared", List.of(), ahead);
    }
}
