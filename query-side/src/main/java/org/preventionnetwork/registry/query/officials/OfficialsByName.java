package org.preventionnetwork.registry.query.officials;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.personal.BlindIndex;
import org.preventionnetwork.registry.personal.Searchable;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.MalformedQuestion;
import org.preventionnetwork.registry.query.http.Page;
import org.preventionnetwork.registry.query.http.Paging;
import org.preventionnetwork.registry.query.officials.OfficialAnswers.OfficialItem;
import org.preventionnetwork.registry.query.personal.PersonalReader;
import org.springframework.stereotype.Component;

/** What is asked of names, which the database cannot read: who has them now, and in what order. */
@Component
class OfficialsByName {
    private static final String BY_NAME = "fullName";
    private static final int MOST_OPENED = 10_000;

    private final OfficialQueries officials;
    private final PersonalReader personal;
    private final BlindIndex index;

    OfficialsByName(OfficialQueries officials, PersonalReader personal, BlindIndex index) {
        this.officials = officials;
        this.personal = personal;
        this.index = index;
    }

    /**
     * A part of the list, in whatever order, by whatever filter.
     *
     * @param words of a name, or a whole e-mail; null for none
     */
    Page<OfficialItem> officials(@Nullable String words, OfficialFilter filter, Paging paging, Clocks clocks) {
        if (words == null && !BY_NAME.equals(paging.sort())) {
            return officials.officials(filter, paging, clocks);
        }
        List<OfficialRow> found = found(words, filter, paging, clocks);
        List<OfficialItem> items = found.stream()
                .skip(paging.offset())
                .limit(paging.size())
                .map(official -> official.read(personal))
                .toList();
        return Page.of(items, paging, found.size(), clocks);
    }

    private List<OfficialRow> found(@Nullable String words, OfficialFilter filter, Paging paging, Clocks clocks) {
        boolean byName = BY_NAME.equals(paging.sort());
        Paging inDatabase = byName ? new Paging(paging.page(), paging.size(), null, false) : paging;
        List<OfficialRow> candidates =
                officials.among(words == null ? null : index.find(words), filter, inDatabase, MOST_OPENED + 1, clocks);
        if (candidates.size() > MOST_OPENED) {
            throw new MalformedQuestion(
                    byName ? "sort" : "q",
                    "names are encrypted, and more than " + MOST_OPENED
                            + " would have to be opened; narrow it down by state, institution, alumni or q");
        }
        OfficialRow.prepare(candidates, personal);
        List<OfficialRow> found = candidates.stream()
                .filter(candidate -> words == null || matches(candidate, words))
                .toList();
        return byName ? sorted(found, paging.descending()) : found;
    }

    private boolean matches(OfficialRow candidate, String words) {
        if (words.contains("@")) {
            String email = personal.unshown(candidate.email());
            return email != null && Searchable.sameEmail(email, words);
        }
        String name = personal.unshown(candidate.fullName());
        return name != null && Searchable.words(name).containsAll(Searchable.words(words));
    }

    /** Whoever has no name, having been erased, comes last. */
    private List<OfficialRow> sorted(List<OfficialRow> found, boolean descending) {
        Map<String, String> names = new HashMap<>();
        for (OfficialRow official : found) {
            String name = personal.unshown(official.fullName());
            if (name != null) {
                names.put(official.item().id(), String.join(" ", Searchable.words(name)));
            }
        }
        Comparator<String> order = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return found.stream()
                .sorted(Comparator.comparing(
                        (OfficialRow official) -> names.get(official.item().id()), Comparator.nullsLast(order)))
                .toList();
    }
}
