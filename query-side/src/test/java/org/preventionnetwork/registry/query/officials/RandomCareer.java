package org.preventionnetwork.registry.query.officials;

import static org.preventionnetwork.registry.query.officials.OfficialSamples.date;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.officials.OfficialEvent;
import org.preventionnetwork.registry.api.officials.OfficialEvent.AffiliationChanged;
import org.preventionnetwork.registry.api.officials.OfficialEvent.FactAnnulled;
import org.preventionnetwork.registry.api.officials.OfficialEvent.FactCorrected;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialFact;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialRegistered;
import org.preventionnetwork.registry.api.officials.OfficialEvent.SourceAdded;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/** A made-up career, and the naive answer to where its person served on a day, as known at a position. */
final class RandomCareer {
    private static final String[] DATES = {
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
        "2016%",
        "unknown"
    };

    private final OfficialId official;
    private final Random random;
    private final int length;
    private final Map<Long, OfficialEvent> byPosition = new LinkedHashMap<>();
    private int facts;

    RandomCareer(String id, Random random) {
        this.official = new OfficialId(id);
        this.random = random;
        this.length = 2 + random.nextInt(9);
    }

    String aggregateId() {
        return official.aggregateId();
    }

    boolean hasNext() {
        return byPosition.size() < length;
    }

    Collection<Long> positions() {
        return byPosition.keySet();
    }

    OfficialEvent next(long position) {
        List<OfficialFact> known = new ArrayList<>(replay(Long.MAX_VALUE).values());
        OfficialEvent event;
        if (byPosition.isEmpty()) {
            event = registered();
        } else if (known.isEmpty() || random.nextInt(10) < 6) {
            event = moved("f" + ++facts);
        } else {
            OfficialFact about = known.get(random.nextInt(known.size()));
            OfficialFact corrected = about instanceof OfficialRegistered
                    ? registered()
                    : moved(about.factId().value());
            event = switch (random.nextInt(4)) {
                case 0 -> new SourceAdded(official, about.factId());
                case 1 -> new FactAnnulled(official, about.factId(), null);
                default -> new FactCorrected(official, about.factId(), corrected, CorrectionKind.LATE_REPORT);
            };
        }
        byPosition.put(position, event);
        return event;
    }

    private OfficialRegistered registered() {
        return OfficialSamples.registered(
                official.value(), "Name", "AR", random.nextInt(3) == 0 ? null : DATES[random.nextInt(DATES.length)]);
    }

    private AffiliationChanged moved(String fact) {
        return OfficialSamples.moved(
                official.value(),
                "move-" + fact.replace("move-", ""),
                "institution-" + random.nextInt(5),
                "Position",
                DATES[random.nextInt(DATES.length)]);
    }

    private Map<FactId, OfficialFact> replay(long position) {
        Map<FactId, OfficialFact> known = new LinkedHashMap<>();
        byPosition.forEach((at, event) -> {
            if (at <= position) {
                if (event instanceof FactCorrected corrected) {
                    known.put(corrected.factId(), corrected.replacement());
                } else if (event instanceof FactAnnulled annulled) {
                    known.remove(annulled.factId());
                } else if (event instanceof OfficialFact fact) {
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
            if (on.earliest().getYear() > 1 && on.latest().getYear() < 9999) {
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

    private record Spell(String fact, String institution, HistoricalDate from) {}

    TreeSet<String> answer(LocalDate day, long position) {
        List<Spell> spells = ordered(replay(position).values());
        TreeSet<String> answers = new TreeSet<>();
        int certain = -1;
        int firstPossible = -1;
        for (int i = 0; i < spells.size(); i++) {
            HistoricalDate until = i + 1 < spells.size() ? spells.get(i + 1).from() : null;
            boolean superseded = i + 1 < spells.size() && until == null;
            if (!superseded && certain(spells.get(i).from(), until, day)) {
                certain = i;
            }
        }
        int last = -1;
        for (int i = 0; i < spells.size(); i++) {
            last = spells.get(i).from() == null ? i : last;
        }
        for (int i = Math.max(0, last); i < spells.size() && firstPossible < 0; i++) {
            HistoricalDate until = i + 1 < spells.size() ? spells.get(i + 1).from() : null;
            firstPossible = possible(spells.get(i).from(), until, day) ? i : -1;
        }
        if (certain < last) {
            certain = -1;
        }
        int answering = certain >= 0 ? certain : firstPossible;
        for (int i = 0; i < spells.size(); i++) {
            HistoricalDate until = i + 1 < spells.size() ? spells.get(i + 1).from() : null;
            boolean superseded = i + 1 < spells.size() && until == null;
            if (!superseded && possible(spells.get(i).from(), until, day)) {
                Spell spell = spells.get(i);
                answers.add(String.join(
                        " ",
                        spell.fact(),
                        spell.institution(),
                        spell.from() == null ? "-" : spell.from().toString(),
                        until == null ? "-" : until.toString(),
                        i == answering ? "answers" : "possible",
                        i == certain ? "t" : "f"));
            }
        }
        return answers;
    }

    private static boolean possible(HistoricalDate from, HistoricalDate until, LocalDate day) {
        return (from == null || !day.isBefore(from.earliest())) && (until == null || day.isBefore(until.latest()));
    }

    private static boolean certain(HistoricalDate from, HistoricalDate until, LocalDate day) {
        boolean begun = from == null
                || from.latest().getYear() < 9999
                        && !day.isBefore(
                                from.isQualified() ? LocalDate.of(from.latest().getYear() + 1, 1, 1) : from.latest());
        boolean open = until == null
                || day.isBefore(
                        until.isQualified() ? LocalDate.of(until.earliest().getYear(), 1, 1) : until.earliest());
        return begun && open;
    }

    /** Takes, again and again, the first recorded that nothing else certainly precedes. */
    private static List<Spell> ordered(Collection<OfficialFact> known) {
        List<Spell> rest = new ArrayList<>();
        for (OfficialFact fact : known) {
            rest.add(
                    fact instanceof AffiliationChanged moved
                            ? new Spell(
                                    moved.factId().value(), moved.institution().value(), moved.from())
                            : new Spell("registered", "ministry-of-justice", ((OfficialRegistered) fact).from()));
        }
        List<Spell> ordered = new ArrayList<>();
        while (!rest.isEmpty()) {
            for (Spell spell : rest) {
                boolean preceded = rest.stream()
                        .anyMatch(other -> other.from() != null
                                && spell.from() != null
                                && other.from().latest().isBefore(spell.from().earliest()));
                if (!preceded) {
                    rest.remove(spell);
                    ordered.add(spell);
                    break;
                }
            }
        }
        return ordered;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        byPosition.forEach(
                (at, event) -> text.append(at).append(": ").append(event).append('\n'));
        return text.toString();
    }
}
