package org.preventionnetwork.registry.command.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.Recorded.Outcome;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionDissolved;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionFact;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionOfficeClosed;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionOfficeOpened;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionRegistered;

/**
 * What a timeline promises, said as simply as possible: every life of every fact is kept, and every question is answered
 * by looking through all of them.
 */
final class NaiveTimeline {
    /** One fact from its recording until its annulment. */
    private static final class Life {
        final List<InstitutionFact> said = new ArrayList<>();
        final Set<String> sources = new TreeSet<>();
        boolean over;
        boolean withItsBatch;
        long endedAt;

        InstitutionFact now() {
            return said.get(said.size() - 1);
        }

        boolean everSaid(InstitutionFact content) {
            return said.stream().anyMatch(fact -> sameContent(fact, content));
        }
    }

    private final List<Life> lives = new ArrayList<>();
    private final Map<String, Long> versions = new HashMap<>();
    private long version;

    List<InstitutionFact> facts() {
        return living().stream().map(Life::now).toList();
    }

    long version() {
        return version;
    }

    long versionOf(String subject) {
        return subject.isEmpty() ? version : versions.getOrDefault(subject, version);
    }

    /** @return null when refused */
    @Nullable
    Outcome record(InstitutionFact fact, boolean again, @Nullable String source, boolean imported) {
        boolean known = again ? toldById(fact) : known(fact, imported);
        if (known) {
            Life teller = living().stream()
                    .filter(life -> sameContent(life.now(), fact))
                    .min((a, b) -> Boolean.compare(
                            !a.now().factId().equals(fact.factId()),
                            !b.now().factId().equals(fact.factId())))
                    .orElse(null);
            return teller != null && addSource(teller, source) ? Outcome.SOURCE_ADDED : Outcome.UNCHANGED;
        }
        List<InstitutionFact> then = new ArrayList<>(facts());
        then.add(fact);
        if (find(fact.factId()) != null || wrong(then)) {
            return null;
        }
        Outcome outcome = living().isEmpty() ? Outcome.CREATED : Outcome.RECORDED;
        Life life = new Life();
        life.said.add(fact);
        lives.add(life);
        happened(fact);
        remember(life, source);
        return outcome;
    }

    @Nullable
    Outcome correct(InstitutionFact replacement, @Nullable String source) {
        Life life = find(replacement.factId());
        if (life == null
                || life.now().getClass() != replacement.getClass()
                || !life.now().subject().equals(replacement.subject())) {
            return null;
        }
        if (sameContent(life.now(), replacement)) {
            return addSource(life, source) ? Outcome.SOURCE_ADDED : Outcome.UNCHANGED;
        }
        List<InstitutionFact> then = new ArrayList<>(facts());
        then.set(then.indexOf(life.now()), replacement);
        if (wrong(then)) {
            return null;
        }
        life.said.add(replacement);
        happened(replacement);
        remember(life, source);
        return Outcome.RECORDED;
    }

    @Nullable
    Outcome annul(List<FactId> ids, boolean withItsBatch) {
        List<InstitutionFact> then = new ArrayList<>(facts());
        for (FactId id : ids) {
            Life life = find(id);
            if (life == null) {
                return null;
            }
            then.remove(life.now());
        }
        if (wrong(then)) {
            return null;
        }
        for (int i = ids.size() - 1; i >= 0; i--) {
            Life life = Objects.requireNonNull(find(ids.get(i)));
            happened(life.now());
            life.over = true;
            life.withItsBatch = withItsBatch;
            life.endedAt = version;
        }
        return Outcome.RECORDED;
    }

    private boolean known(InstitutionFact fact, boolean imported) {
        if (living().stream().anyMatch(life -> life.everSaid(fact))) {
            return true;
        }
        Life lastTold = null;
        for (Life life : lives) {
            if (life.everSaid(fact) && (lastTold == null || life.endedAt > lastTold.endedAt)) {
                lastTold = life;
            }
        }
        return imported && lastTold != null && !lastTold.withItsBatch;
    }

    private boolean toldById(InstitutionFact fact) {
        Life life = find(fact.factId());
        return life != null && life.everSaid(fact);
    }

    private static boolean wrong(List<InstitutionFact> facts) {
        long registered =
                facts.stream().filter(InstitutionRegistered.class::isInstance).count();
        long dissolved =
                facts.stream().filter(InstitutionDissolved.class::isInstance).count();
        boolean closedUnopened = facts.stream()
                .anyMatch(fact -> fact instanceof InstitutionOfficeClosed closed
                        && facts.stream()
                                .noneMatch(other -> other instanceof InstitutionOfficeOpened opened
                                        && opened.officeId().equals(closed.officeId())
                                        && !closed.on()
                                                .latest()
                                                .isBefore(opened.effectiveOn().earliest())));
        return dissolved > 1 || registered > 1 || (registered == 0 && !facts.isEmpty()) || closedUnopened;
    }

    private boolean addSource(Life life, @Nullable String source) {
        if (source == null || life.sources.contains(source)) {
            return false;
        }
        happened(life.now());
        return life.sources.add(source);
    }

    private static void remember(Life life, @Nullable String source) {
        if (source != null) {
            life.sources.add(source);
        }
    }

    private void happened(Fact fact) {
        version++;
        versions.put(fact.subject(), version);
    }

    private List<Life> living() {
        return lives.stream().filter(life -> !life.over).toList();
    }

    private @Nullable Life find(FactId id) {
        return living().stream()
                .filter(life -> life.now().factId().equals(id))
                .findFirst()
                .orElse(null);
    }

    private static boolean sameContent(InstitutionFact one, InstitutionFact other) {
        return textWithoutId(one).equals(textWithoutId(other));
    }

    private static String textWithoutId(InstitutionFact fact) {
        return fact.toString().replace("factId=" + fact.factId(), "");
    }
}
