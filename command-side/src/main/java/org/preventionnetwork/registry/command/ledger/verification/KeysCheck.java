package org.preventionnetwork.registry.command.ledger.verification;

import java.io.IOException;
import java.util.List;
import org.preventionnetwork.registry.api.outages.Outage;
import org.preventionnetwork.registry.api.verification.Check;
import org.preventionnetwork.registry.api.verification.Interference;
import org.preventionnetwork.registry.api.verification.Outcome;
import org.preventionnetwork.registry.personal.KeyFile;
import org.preventionnetwork.registry.personal.KeyRefused;
import org.preventionnetwork.registry.personal.KeyWatch;
import org.springframework.dao.DataAccessException;

/** Whether the keys that this node has in memory are still in their files, where the next start will look for them. */
final class KeysCheck implements Check {
    private static final String NAME = "keys";

    private final KeyWatch watch;
    private final List<KeyFile<?>> ledger;

    /** @param ledger the files of the ledger's keys */
    KeysCheck(KeyWatch watch, List<KeyFile<?>> ledger) {
        this.watch = watch;
        this.ledger = List.copyOf(ledger);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome run(long position) {
        Findings findings = new Findings();
        try {
            look().forEach(refused -> tell(refused, findings));
            watch.interference().forEach(found -> findings.add(null, null, Interference.CODE, found));
        } catch (DataAccessException e) {
            if (Outage.behind(e).isEmpty()) {
                findings.add(null, null, "STORE_DAMAGED", "by what the keys are known again is not as it was stored");
            }
            findings.unchecked("by what the keys are known again could not be read");
        }
        int size = ledger.size() + watch.size();
        return new Outcome(
                NAME,
                position,
                0,
                size + " keys compared with their fingerprints",
                findings.all(),
                findings.unchecked());
    }

    List<KeyRefused> look() {
        return watch.look(ledger);
    }

    private static void tell(KeyRefused refused, Findings findings) {
        if (refused.getCause() instanceof IOException) {
            findings.unchecked(refused.fault());
        } else {
            findings.add(null, null, "KEY_MISSING", refused.fault());
        }
    }
}
