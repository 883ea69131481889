package org.preventionnetwork.registry.command.timeline;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.history.FactHistory;

/**
 * What facts say and have said, so that telling it again records nothing. What a fact said before it was corrected
 * counts as told for as long as the fact holds; with its annulment all that it ever said is taken back.
 */
final class Told<F extends Fact> {
    private final FactHistory<F> facts;
    /** The first of the facts that say this; two can have come to say the same by a correction. */
    private final Map<Content, FactId> holders = new HashMap<>();
    /** Facts that hold, but were corrected to say something else. */
    private final Map<Content, Set<FactId>> formerHolders = new HashMap<>();

    private final Map<Content, TakenBack> annulled = new HashMap<>();

    private enum TakenBack {
        ALONE,
        WITH_ITS_BATCH
    }

    /** @param facts those that hold now, always up to date before this is told of a change */
    Told(FactHistory<F> facts) {
        this.facts = facts;
    }

    /** What was annulled is told anew by a person, but not by running an import again. */
    boolean isKnown(F fact, boolean imported) {
        Content content = Content.of(fact);
        return holders.containsKey(content)
                || formerHolders.containsKey(content)
                || (imported && annulled.get(content) == TakenBack.ALONE);
    }

    /** Whether the fact of this id says this, or said it before it was corrected. */
    boolean isToldById(F fact) {
        Content content = Content.of(fact);
        F holding = facts.get(fact.factId());
        return holding != null
                && (Content.of(holding).equals(content)
                        || formerHolders.getOrDefault(content, Set.of()).contains(fact.factId()));
    }

    /** The fact that says this, the one of the same id first; null for none. */
    @Nullable
    FactId holderOf(F fact) {
        Content content = Content.of(fact);
        F holding = facts.get(fact.factId());
        return holding != null && Content.of(holding).equals(content) ? fact.factId() : holders.get(content);
    }

    /** The fact that says this, or the one that said it before it was corrected, or this one itself. */
    FactId tellerOf(F fact) {
        FactId holder = holderOf(fact);
        if (holder != null) {
            return holder;
        }
        Set<FactId> former = formerHolders.getOrDefault(Content.of(fact), Set.of());
        return former.isEmpty() ? fact.factId() : former.iterator().next();
    }

    void recorded(F fact) {
        Content content = Content.of(fact);
        if (holders.putIfAbsent(content, fact.factId()) != null) {
            firstToSay(content, fact).ifPresent(first -> holders.put(content, first));
        }
    }

    void corrected(F before, F replacement) {
        release(before);
        formerHolders
                .computeIfAbsent(Content.of(before), content -> new LinkedHashSet<>())
                .add(before.factId());
        recorded(replacement);
    }

    void annulled(F before, boolean withItsBatch) {
        TakenBack how = withItsBatch ? TakenBack.WITH_ITS_BATCH : TakenBack.ALONE;
        release(before);
        annulled.put(Content.of(before), how);
        formerHolders.entrySet().removeIf(former -> {
            if (former.getValue().remove(before.factId())) {
                annulled.put(former.getKey(), how);
            }
            return former.getValue().isEmpty();
        });
    }

    private void release(F before) {
        Content content = Content.of(before);
        if (holders.remove(content, before.factId())) {
            firstToSay(content, before).ifPresent(first -> holders.put(content, first));
        }
    }

    private Optional<FactId> firstToSay(Content content, F like) {
        return facts.about(like.subject()).stream()
                .filter(fact -> fact.getClass() == like.getClass())
                .filter(fact -> Content.of(fact).equals(content))
                .map(Fact::factId)
                .findFirst();
    }
}
