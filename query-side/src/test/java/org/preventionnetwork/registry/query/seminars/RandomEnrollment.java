package org.preventionnetwork.registry.query.seminars;

import static org.preventionnetwork.registry.query.seminars.SeminarSamples.date;
import static org.preventionnetwork.registry.query.seminars.SeminarSamples.fact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.AttendanceRecorded;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentAccepted;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentCancelled;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentCompleted;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentConfirmed;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentRecorded;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentWaitlisted;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentWithdrawn;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.OfficialNominated;
import org.preventionnetwork.registry.api.seminars.EnrollmentId;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.api.seminars.SeminarEvent;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.FactAnnulled;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.FactCorrected;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SourceAdded;
import org.preventionnetwork.registry.api.seminars.SeminarId;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/** A made-up way through a seminar, not held to its rules, and the naive answer to how far it had come on a day. */
final class RandomEnrollment {
    private static final String[] DATES = {
        null,
        null,
        "2012",
        "2012-03",
        "2012-03-29",
        "2013~",
        "2012-24",
        "2014",
        "2013-06?",
        "2013-06-01",
        "[2013-02-01..2014-05-03]",
        "[..2014]",
        "[2014..]",
        "unknown"
    };
    private static final Set<String> PRESENT = Set.of("ATTENDED", "COMPLETED", "NOT_COMPLETED");
    private static final Set<String> BEGINNING = Set.of("NOMINATED", "WAITLISTED", "ACCEPTED");
    private static final Set<String> LEFT = Set.of("WITHDRAWN", "DECLINED");
    private static final List<String> WAY = List.of("NOMINATED", "WAITLISTED", "ACCEPTED", "CONFIRMED", "ATTENDED");

    private final SeminarId seminar;
    private final EnrollmentId id;
    private final Random random;
    private final int length;
    private final Map<Long, SeminarEvent> byPosition = new LinkedHashMap<>();
    private int facts;

    RandomEnrollment(String seminar, String id, Random random) {
        this.seminar = new SeminarId(seminar);
        this.id = new EnrollmentId(id);
        this.random = random;
        this.length = 2 + random.nextInt(9);
    }

    String id() {
        return id.value();
    }

    boolean hasNext() {
        return byPosition.size() < length;
    }

    Collection<Long> positions() {
        return byPosition.keySet();
    }

    SeminarEvent next(long position) {
        List<EnrollmentFact> known = new ArrayList<>(replay(Long.MAX_VALUE).values());
        int choice = random.nextInt(10);
        SeminarEvent event;
        if (known.isEmpty()) {
            event = random.nextBoolean()
                    ? new OfficialNominated(seminar, newFact(), id, new OfficialId("o-" + id), null, on())
                    : outcome(newFact());
        } else if (choice < 6) {
            event = step(newFact());
        } else {
            EnrollmentFact about = known.get(random.nextInt(known.size()));
            event = choice == 6
                    ? new SourceAdded(seminar, about.factId())
                    : choice < 9
                            ? new FactCorrected(seminar, about.factId(), corrected(about), CorrectionKind.LATE_REPORT)
                            : new FactAnnulled(seminar, about.factId(), null);
        }
        byPosition.put(position, event);
        return event;
    }

    private EnrollmentFact step(FactId fact) {
        return switch (random.nextInt(9)) {
            case 7 -> new OfficialNominated(seminar, fact, id, new OfficialId("o-" + id), null, on());
            case 8 -> new EnrollmentWithdrawn(seminar, fact, id, on());
            case 0 -> new EnrollmentWaitlisted(seminar, fact, id, on());
            case 1 -> new EnrollmentAccepted(seminar, fact, id, on());
            case 2 -> new EnrollmentConfirmed(seminar, fact, id, on());
            case 3 -> new AttendanceRecorded(seminar, fact, id, on());
            case 4 -> new EnrollmentWithdrawn(seminar, fact, id, on());
            case 5 -> new EnrollmentCancelled(seminar, fact, id, on());
            default -> new EnrollmentCompleted(seminar, fact, id, on(), "c-1");
        };
    }

    private EnrollmentRecorded outcome(FactId fact) {
        EnrollmentStatus[] all = EnrollmentStatus.values();
        return new EnrollmentRecorded(
                seminar, fact, id, new OfficialId("p-" + id), all[random.nextInt(all.length)], null, on(), null);
    }

    private EnrollmentFact corrected(EnrollmentFact about) {
        return isOpening(about) ? outcome(about.factId()) : step(about.factId());
    }

    private static boolean isOpening(EnrollmentFact fact) {
        return fact instanceof OfficialNominated || fact instanceof EnrollmentRecorded;
    }

    private FactId newFact() {
        return fact(id + "-f" + ++facts);
    }

    private HistoricalDate on() {
        return date(DATES[random.nextInt(DATES.length)]);
    }

    private Map<FactId, EnrollmentFact> replay(long position) {
        Map<FactId, EnrollmentFact> known = new LinkedHashMap<>();
        byPosition.forEach((at, event) -> {
            if (at <= position) {
                if (event instanceof FactCorrected corrected) {
                    known.put(corrected.factId(), (EnrollmentFact) corrected.replacement());
                } else if (event instanceof FactAnnulled annulled) {
                    known.remove(annulled.factId());
                } else if (event instanceof EnrollmentFact fact) {
                    known.put(fact.factId(), fact);
                }
            }
        });
        return known;
    }

    Collection<LocalDate> days() {
        TreeSet<LocalDate> days = new TreeSet<>(List.of(LocalDate.of(1990, 1, 1), LocalDate.of(2030, 1, 1)));
        for (String text : DATES) {
            HistoricalDate on = date(text);
            if (on != null && on.earliest().getYear() > 1 && on.latest().getYear() < 9999) {
                for (LocalDate day : List.of(
                        on.earliest(),
                        on.latest(),
                        LocalDate.of(on.earliest().getYear(), 1, 1),
                        LocalDate.of(on.latest().getYear() + 1, 1, 1))) {
                    days.add(day);
                    days.add(day.minusDays(1));
                }
            }
        }
        return days;
    }

    /** @param spell which time of taking part it is of, from 0 */
    private record Step(String status, HistoricalDate on, int spell) {
        int rank() {
            return WAY.contains(status) ? WAY.indexOf(status) : WAY.size();
        }

        boolean possible(LocalDate day) {
            return !day.isBefore(on.earliest());
        }

        /** The first day on which it was certainly taken; null for never. */
        LocalDate taken() {
            return on.latest().getYear() == 9999
                    ? null
                    : on.isQualified() ? LocalDate.of(on.latest().getYear() + 1, 1, 1) : on.latest();
        }

        boolean certain(LocalDate day) {
            return taken() != null && !day.isBefore(taken());
        }

        LocalDate notTakenBefore() {
            return on.isQualified() ? LocalDate.of(on.earliest().getYear(), 1, 1) : on.earliest();
        }

        boolean begins() {
            return on != null && BEGINNING.contains(status);
        }
    }

    List<String> answer(LocalDate day, long position) {
        List<EnrollmentFact> known = new ArrayList<>(replay(position).values());
        EnrollmentFact opening =
                known.stream().filter(RandomEnrollment::isOpening).findFirst().orElse(null);
        List<Step> all = ordered(known);
        Step now = standing(all, day, false);
        if (opening == null || now == null) {
            return List.of();
        }
        boolean certain = now.on() == null
                ? now.spell() == 0
                        || all.stream()
                                .anyMatch(other -> other.spell() == now.spell() && other.begins() && other.certain(day))
                : now.certain(day);
        if (now.on() == null && LEFT.contains(now.status()) && !before(now, all).isEmpty()) {
            certain = false;
        }
        for (Step other : all) {
            boolean further = other.spell() == now.spell()
                    && other.rank() >= now.rank()
                    && other.on() != null
                    && !(other.possible(day) && before(other, all).stream().allMatch(one -> one.possible(day)))
                    && before(other, all).stream().noneMatch(one -> day.isBefore(one.notTakenBefore()));
            if ((further || other.spell() > now.spell() && other.begins()) && !day.isBefore(other.notTakenBefore())) {
                certain = false;
            }
        }
        Step before = standing(all, day, true);
        List<EnrollmentFact> openings =
                known.stream().filter(RandomEnrollment::isOpening).toList();
        Map<FactId, Integer> spells = spells(known);
        EnrollmentFact told = openings.stream()
                .filter(one -> spells.get(one.factId()) <= now.spell())
                .reduce((one, other) -> spells.get(other.factId()) > spells.get(one.factId()) ? other : one)
                .orElse(opening);
        String official = told instanceof OfficialNominated ? "o-" + id : "p-" + id;
        return List.of(String.join(
                " ",
                official,
                now.status(),
                now.on() == null ? "-" : now.on().toString(),
                certain ? "t" : "f",
                before == null ? "-" : before.status(),
                before == null || before.on() == null ? "-" : before.on().toString()));
    }

    /** In the last spell that can have begun by the day and tells anything. */
    private static Step standing(List<Step> all, LocalDate day, boolean seminarNotBegun) {
        for (int spell = all.size(); spell >= 0; spell--) {
            int asked = spell;
            List<Step> own = all.stream().filter(step -> step.spell() == asked).toList();
            boolean begun = spell == 0 || own.stream().anyMatch(step -> step.begins() && step.possible(day));
            Step furthest = begun ? furthest(own, day, seminarNotBegun) : null;
            if (furthest != null) {
                return furthest;
            }
        }
        return null;
    }

    /** Those with a date that come before a step on the way: no later one is taken sooner than they. */
    private static List<Step> before(Step step, List<Step> all) {
        return all.stream()
                .filter(other -> other.spell() == step.spell() && other.rank() < step.rank() && other.on() != null)
                .toList();
    }

    private static Step furthest(List<Step> all, LocalDate day, boolean seminarNotBegun) {
        Step furthest = null;
        for (Step step : all) {
            boolean counts =
                    (step.on() != null ? step.possible(day) : !(seminarNotBegun && PRESENT.contains(step.status())))
                            && before(step, all).stream().allMatch(other -> other.possible(day));
            if (counts && (furthest == null || step.rank() >= furthest.rank())) {
                furthest = step;
            }
        }
        return furthest;
    }

    /**
     * How often the official had come back before each step. Somebody came back wherever a beginning is certainly later
     * than an end; a step of which that is open is of the spell that was known when it was recorded.
     */
    private static Map<FactId, Integer> spells(List<EnrollmentFact> recorded) {
        Map<Integer, EnrollmentFact> ends = new TreeMap<>();
        for (EnrollmentFact end : recorded) {
            int returns = returns(end, recorded).size();
            if (LEFT.contains(status(end)) && returns > 0) {
                ends.merge(
                        returns,
                        end,
                        (one, other) -> other.on().latest().isBefore(one.on().latest()) ? other : one);
            }
        }
        Map<FactId, Integer> spells = new LinkedHashMap<>();
        for (EnrollmentFact fact : recorded) {
            int passed = 0;
            int gap = ends.size();
            for (Map.Entry<Integer, EnrollmentFact> end : ends.entrySet()) {
                List<EnrollmentFact> returns = returns(end.getValue(), recorded);
                boolean after = LEFT.contains(status(fact))
                        ? returns(fact, recorded).size() < end.getKey()
                        : certainlyBefore(end.getValue(), fact)
                                || recorded.indexOf(returns.get(0)) < recorded.indexOf(fact)
                                        && returns.stream().anyMatch(one -> !certainlyBefore(fact, one));
                if (after) {
                    passed = Math.max(passed, gap);
                }
                gap--;
            }
            spells.put(fact.factId(), passed);
        }
        return spells;
    }

    private static List<EnrollmentFact> returns(EnrollmentFact end, List<EnrollmentFact> recorded) {
        return recorded.stream()
                .filter(fact -> BEGINNING.contains(status(fact)) && certainlyBefore(end, fact))
                .toList();
    }

    private static boolean certainlyBefore(EnrollmentFact one, EnrollmentFact other) {
        return one.on() != null
                && other.on() != null
                && one.on().latest().isBefore(other.on().earliest());
    }

    /** Takes, again and again, the first recorded that nothing else certainly precedes. */
    private static List<Step> ordered(List<EnrollmentFact> recorded) {
        List<EnrollmentFact> rest = new ArrayList<>(recorded);
        List<Step> ordered = new ArrayList<>();
        Map<FactId, Integer> spells = spells(recorded);
        while (!rest.isEmpty()) {
            for (EnrollmentFact fact : rest) {
                boolean preceded = rest.stream()
                        .anyMatch(other -> spells.get(other.factId()).equals(spells.get(fact.factId()))
                                && certainlyBefore(other, fact));
                if (!preceded) {
                    rest.remove(fact);
                    ordered.add(new Step(status(fact), fact.on(), spells.get(fact.factId())));
                    break;
                }
            }
        }
        return ordered;
    }

    private static String status(EnrollmentFact fact) {
        if (fact instanceof EnrollmentRecorded recorded) {
            return recorded.status().name();
        }
        return switch (fact.getClass().getSimpleName()) {
            case "OfficialNominated" -> "NOMINATED";
            case "AttendanceRecorded" -> "ATTENDED";
            default -> fact.getClass().getSimpleName().replace("Enrollment", "").toUpperCase(java.util.Locale.ROOT);
        };
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        byPosition.forEach(
                (at, event) -> text.append(at).append(": ").append(event).append('\n'));
        return text.toString();
    }
}
