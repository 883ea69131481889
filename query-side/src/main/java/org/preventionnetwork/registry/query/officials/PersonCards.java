package org.preventionnetwork.registry.query.officials;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.IdentifiesPerson;
import org.preventionnetwork.registry.query.names.Names;
import org.preventionnetwork.registry.query.officials.OfficialAnswers.OfficialItem;
import org.preventionnetwork.registry.query.officials.OfficialQueries.Told;
import org.springframework.stereotype.Component;

/**
 * Who somebody is, in as many words as tell one person from another: for forms, so that nobody records something of
 * the wrong one. Each that is told is a view in the access log.
 */
@Component
public final class PersonCards {
    private final OfficialQueries officials;
    private final Names names;

    PersonCards(OfficialQueries officials, Names names) {
        this.officials = officials;
        this.names = names;
    }

    /**
     * @param name null for who is erased, and for who is not known at that point
     * @param institution by its name, where it has one
     * @param alumni a reason, as the API calls it; null for who is not known at that point
     * @param mergedInto the record that counts, where another one does
     */
    public record Card(
            @IdentifiesPerson String id,
            @IdentifiesPerson @Nullable String name,
            @Nullable String state,
            @Nullable String institution,
            @Nullable String alumni,
            boolean erased,
            @IdentifiesPerson @Nullable String mergedInto) {}

    /**
     * In the order of the ids, each once.
     *
     * @throws IllegalStateException when there is no viewing
     */
    public List<Card> of(Collection<String> ids, Clocks clocks, String language) {
        List<Card> cards = new ArrayList<>();
        for (String id : new LinkedHashSet<>(ids)) {
            OfficialId official = new OfficialId(id);
            cards.add(officials
                    .official(official, clocks)
                    .or(() -> officials.official(official, inTheEnd(clocks)))
                    .map(told -> card(told, clocks, language))
                    .orElseGet(() -> new Card(id, null, null, null, null, false, null)));
        }
        return cards;
    }

    /** On the last of all days, for who is known from a day on that is still to come. */
    public static Clocks inTheEnd(Clocks clocks) {
        return new Clocks(clocks.asOf(), HistoricalDate.END_OF_TIME, clocks.knownAt(), clocks.position(), clocks.lag());
    }

    /** Whether there is such a record, of anybody, at any time; names nobody. */
    public boolean isRecorded(OfficialId id, Clocks clocks) {
        return officials.isRecorded(id, clocks);
    }

    private Card card(Told told, Clocks clocks, String language) {
        OfficialItem official = told.official();
        String institution = official.institution();
        return new Card(
                official.id(),
                official.fullName(),
                official.state(),
                institution == null
                        ? null
                        : names.institutions(List.of(institution), clocks, language)
                                .getOrDefault(institution, institution),
                told.alumni().reason(),
                official.erased(),
                official.canonical().equals(official.id()) ? null : official.canonical());
    }
}
