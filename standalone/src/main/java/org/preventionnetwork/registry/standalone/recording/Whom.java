package org.preventionnetwork.registry.standalone.recording;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.api.facts.Slug;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.wire.EventCatalogue;
import org.preventionnetwork.registry.query.history.AnyEntity;
import org.preventionnetwork.registry.query.history.HistoryAnswers.FactItem;
import org.preventionnetwork.registry.query.http.AskedClocks;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.Questions;
import org.preventionnetwork.registry.query.lookup.EntityFinder;
import org.preventionnetwork.registry.query.officials.PersonCards;
import org.preventionnetwork.registry.query.officials.PersonCards.Card;
import org.preventionnetwork.registry.query.personal.PersonNames;
import org.preventionnetwork.registry.query.personal.ViewKind;
import org.preventionnetwork.registry.query.personal.Viewings;
import org.preventionnetwork.registry.query.web.Wording;
import org.springframework.stereotype.Component;

/**
 * Whom a form is about, by name, state and status, so that nobody records something of the wrong person unnoticed.
 * Whoever is named leaves a row in the access log before the answer leaves. Only for who may see names.
 */
@Component
public class Whom {
    /** Of which the names are read: none of them waits for the history, which is ahead of them at most by moments. */
    private static final String[] PROJECTIONS = {"officials", "seminars", "institutions", "networks", "programmes"};

    private final PersonCards cards;
    private final PersonNames names;
    private final EntityFinder finder;
    private final Viewings viewings;
    private final Questions questions;

    Whom(PersonCards cards, PersonNames names, EntityFinder finder, Viewings viewings, Questions questions) {
        this.cards = cards;
        this.names = names;
        this.finder = finder;
        this.viewings = viewings;
        this.questions = questions;
    }

    /**
     * Somebody a form is about.
     *
     * @param name in words, also where there is none
     * @param details state, institution
     * @param statuses of the person, and of the enrolment that the form is about
     */
    public record Person(String id, String name, List<String> details, List<String> statuses) {
        /** Name, state and status. */
        public String inWords() {
            List<String> words = new ArrayList<>(List.of(name));
            words.addAll(details);
            words.addAll(statuses);
            return String.join(" · ", words);
        }
    }

    /** From here on, and until it is answered, the request may name persons; where it names them as they are now. */
    public Clocks begin(AskedClocks asked) {
        viewings.begin(ViewKind.FORM);
        return questions.clocks(asked, PROJECTIONS);
    }

    /**
     * Those that a part of an entity, or a fact about it, is about.
     *
     * @param facts all that is known of the entity
     * @param part the part, or the empty string
     * @param factId the fact, or null
     */
    static Set<String> about(AnyEntity entity, List<FactItem> facts, String part, @Nullable String factId) {
        Set<String> officials = new LinkedHashSet<>();
        if (entity.type() == EntityType.OFFICIAL) {
            officials.add(entity.value());
        }
        String subject = facts.stream()
                .filter(fact -> fact.factId().equals(factId))
                .map(FactItem::subject)
                .findFirst()
                .orElse(part);
        for (FactItem fact : facts) {
            if (fact.factId().equals(factId)
                    || !subject.isEmpty() && fact.subject().equals(subject)) {
                officials.addAll(officials(fact));
            }
        }
        return officials;
    }

    /** Those that a fact names. */
    static Set<String> officials(FactItem fact) {
        Class<?> type = EventCatalogue.standard().classOf(fact.type());
        Set<String> officials = new LinkedHashSet<>();
        if (type != null) {
            for (RecordComponent field : type.getRecordComponents()) {
                if (field.getType() == OfficialId.class) {
                    officials.add(fact.fields().path(field.getName()).asString(""));
                }
            }
        }
        officials.removeIf(id -> !id.matches(Slug.PATTERN));
        return officials;
    }

    /**
     * @param of the stored id of what the enrolment belongs to
     * @param part an enrolment, whose status is told too; any other part, or none, says nothing of it
     */
    List<Person> persons(Collection<String> officials, String of, String part, Clocks clocks, Wording say) {
        Optional<String> enrolled = part.isEmpty() ? Optional.empty() : finder.enrolled(of, part, say);
        List<Person> persons = new ArrayList<>();
        for (Card card : cards.of(officials, clocks, say.language())) {
            List<String> details = new ArrayList<>();
            details.add(card.state() == null ? say.text("recordOption.whomNoState") : say.state(card.state()));
            if (card.institution() != null) {
                details.add(card.institution());
            }
            List<String> statuses = new ArrayList<>();
            enrolled.ifPresent(statuses::add);
            if (card.alumni() != null) {
                statuses.add(say.constant("alumniReason", card.alumni()));
            }
            if (card.mergedInto() != null) {
                statuses.add(say.text("recordOption.whomMerged", card.mergedInto()));
            }
            persons.add(new Person(card.id(), name(card, say), details, statuses));
        }
        return persons;
    }

    /** Whether a record has this id, without reading whose it is. */
    boolean isRecorded(String official, Clocks clocks) {
        return cards.isRecorded(new OfficialId(official), clocks);
    }

    /** One person, whatever is done to the record as a whole. */
    public List<Person> person(String official, Clocks clocks, Wording say) {
        return persons(List.of(official), "", "", clocks, say);
    }

    /** Those whose names begin so; looking for them is accounted for as a search. */
    public List<Person> called(String words, int most, AskedClocks asked, Wording say) {
        viewings.begin(ViewKind.SEARCH);
        Clocks now = questions.clocks(asked, PROJECTIONS);
        return persons(names.beginning(words, most, now), "", "", now, say);
    }

    private static String name(Card card, Wording say) {
        return card.erased()
                ? say.text("person.erased")
                : card.name() == null ? say.text("recordOption.whomUnknown") : card.name();
    }

    /** Names by id, of those who have one. */
    Map<String, String> names(Collection<String> officials, Clocks clocks, Wording say) {
        Map<String, String> known = new LinkedHashMap<>();
        put(names.of(officials, clocks), known, say);
        List<String> later =
                officials.stream().filter(id -> !known.containsKey(id)).toList();
        if (!later.isEmpty()) {
            put(names.of(later, PersonCards.inTheEnd(clocks)), known, say);
        }
        return known;
    }

    private static void put(Map<String, PersonNames.Person> persons, Map<String, String> known, Wording say) {
        persons.forEach((id, person) -> {
            if (person.erased()) {
                known.put(id, say.text("person.erased"));
            } else if (person.name() != null) {
                known.put(id, person.name());
            }
        });
    }

    /** A sentence of the history with names in the place of ids, but of such as could be words of it. */
    static String named(String sentence, Map<String, String> names) {
        String ids = names.keySet().stream()
                .filter(id -> id.matches(".*[0-9-].*"))
                .sorted((a, b) -> b.length() - a.length())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        if (ids.isEmpty()) {
            return sentence;
        }
        return Pattern.compile("(?<![\\p{L}\\p{N}-])(?:" + ids + ")(?![\\p{L}\\p{N}-])")
                .matcher(sentence)
                .replaceAll(found -> Matcher.quoteReplacement(names.getOrDefault(found.group(), found.group())));
    }

    /**
     * The facts with names in the place of ids.
     *
     * @param others that the sentences may name beside those whom the facts name themselves
     */
    List<FactItem> named(List<FactItem> facts, Collection<String> others, Clocks clocks, Wording say) {
        Set<String> all = new LinkedHashSet<>(others);
        facts.forEach(fact -> all.addAll(officials(fact)));
        Map<String, String> names = names(all, clocks, say);
        return facts.stream()
                .map(fact -> new FactItem(
                        fact.factId(),
                        fact.type(),
                        fact.subject(),
                        fact.effectiveOn(),
                        fact.annulled(),
                        fact.source(),
                        fact.positions(),
                        named(fact.summary(), names),
                        fact.fields()))
                .toList();
    }
}
