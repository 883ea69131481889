package org.preventionnetwork.registry.command.editions;

import static org.preventionnetwork.registry.command.timeline.Samples.date;
import static org.preventionnetwork.registry.command.timeline.Samples.fact;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.editions.EditionCommand.PinEdition;
import org.preventionnetwork.registry.api.editions.EditionEvent.EditionPinned;
import org.preventionnetwork.registry.api.editions.EditionEvent.EditionWithdrawn;
import org.preventionnetwork.registry.api.editions.EditionFigure;
import org.preventionnetwork.registry.api.editions.EditionId;
import org.preventionnetwork.registry.api.editions.FigureKey;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.statements.Metric;
import org.preventionnetwork.registry.api.statements.Scope;

/** An edition and what can be recorded about it, for tests. */
final class EditionSamples {
    static final EditionId EDITION = new EditionId("annual-report-2024");
    static final EditionFigure MEMBERS = figure("members", 18L);
    static final EditionFigure ALUMNI =
            new EditionFigure(new FigureKey("alumni"), "Alumni", Metric.ALUMNI, null, date("2024-12-31"), null);
    static final EditionPinned PINNED = pinned("Annual report 2024", 40);

    private EditionSamples() {}

    static EditionFigure figure(String key, @Nullable Long printed) {
        return new EditionFigure(
                new FigureKey(key),
                "Members",
                Metric.MEMBER_STATES,
                new Scope("network:latin-american-network"),
                date("2024"),
                printed);
    }

    static EditionPinned pinned(String title, long position) {
        return pinned(title, position, List.of(MEMBERS, ALUMNI));
    }

    static EditionPinned pinned(String title, long position, List<EditionFigure> figures) {
        return new EditionPinned(EDITION, fact("pinned"), title, date("2025-03"), position, figures);
    }

    static PinEdition pin(String title, @Nullable Long position) {
        return pin(title, position, List.of(MEMBERS, ALUMNI));
    }

    static PinEdition pin(String title, @Nullable Long position, List<EditionFigure> figures) {
        return new PinEdition(EDITION, fact("pinned"), title, date("2025-03"), position, figures);
    }

    static EditionWithdrawn withdrawn(String on) {
        return new EditionWithdrawn(EDITION, fact("withdrawn"), date(on));
    }

    /** The ledger reaches so far when the command comes. */
    static Map<String, ?> head(long position) {
        return Map.of(Provenance.LEDGER_HEAD, position, Provenance.REASON, "as the printed report says");
    }
}
