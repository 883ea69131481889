package org.preventionnetwork.registry.command.officials;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.facts.Recorded;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.facts.Refused;
import org.preventionnetwork.registry.api.history.FactHistory;
import org.preventionnetwork.registry.api.officials.OfficialCommand.MergeOfficial;
import org.preventionnetwork.registry.api.officials.OfficialCommand.UnmergeOfficial;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialFact;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialsMerged;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialsUnmerged;
import org.preventionnetwork.registry.command.timeline.Timeline;

/** Which other record, if any, this one is merged into: what the last merge or unmerge says. */
final class Merges {
    private Merges() {}

    /** All merges and unmerges, as they were recorded. */
    static List<OfficialFact> in(FactHistory<OfficialFact> facts) {
        return facts.all().stream()
                .filter(fact -> fact instanceof OfficialsMerged || fact instanceof OfficialsUnmerged)
                .toList();
    }

    static Recorded merge(Timeline<OfficialFact> timeline, MergeOfficial command, Provenance provenance) {
        Timeline.requireReason(provenance);
        OfficialFact so = last(timeline.facts()) instanceof OfficialsMerged merged
                        && merged.into().equals(command.into())
                ? merged
                : new OfficialsMerged(command.officialId(), command.factId(), command.into());
        return timeline.recordAnew(so, provenance);
    }

    /** An unmerge that was recorded already stays one, even when the official was merged again since. */
    static Recorded unmerge(Timeline<OfficialFact> timeline, UnmergeOfficial command, Provenance provenance) {
        Timeline.requireReason(provenance);
        if (timeline.facts().get(command.factId()) instanceof OfficialsUnmerged known) {
            return timeline.recordAnew(known, provenance);
        }
        OfficialFact last = require(timeline);
        return timeline.recordAnew(
                last instanceof OfficialsMerged merged
                        ? new OfficialsUnmerged(command.officialId(), command.factId(), merged.into())
                        : last,
                provenance);
    }

    private static OfficialFact require(Timeline<OfficialFact> timeline) {
        OfficialFact last = last(timeline.facts());
        if (last == null) {
            throw new Refused(RefusalCode.MERGE_NOT_POSSIBLE, "the official was never merged");
        }
        return last;
    }

    private static @Nullable OfficialFact last(FactHistory<OfficialFact> facts) {
        List<OfficialFact> all = in(facts);
        return all.isEmpty() ? null : all.get(all.size() - 1);
    }
}
