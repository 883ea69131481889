package org.preventionnetwork.registry.query.networks;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.query.figures.Interval;
import org.preventionnetwork.registry.query.http.IdentifiesPerson;
import org.preventionnetwork.registry.query.http.SortedBy;
import org.preventionnetwork.registry.query.names.Named;

/** What questions about networks are answered with; the fields are those of the JSON. Dates are historical dates. */
final class NetworkAnswers {
    private NetworkAnswers() {}

    /**
     * @param status REGISTERED, ANNOUNCED, ACTIVE or DISSOLVED
     * @param members the figure MEMBER_STATES of the network on the day: those that can be members
     * @param membersCertain those that certainly are
     */
    record NetworkItem(
            @SortedBy("id") String id,
            @SortedBy("coalesce(n.names ->> :language::text, n.name)") String name,
            Map<String, String> names,
            String kind,
            String status,
            boolean certain,
            @Nullable String announcedOn,
            @SortedBy("founded_on") @Nullable String foundedOn,
            @Nullable String dissolvedOn,
            @Nullable String secretariat,
            @Nullable String charter,
            long members,
            long membersCertain,
            String factId,
            @Nullable String source)
            implements Named {
        NetworkItem with(Interval counted) {
            return new NetworkItem(
                    id,
                    name,
                    names,
                    kind,
                    status,
                    certain,
                    announcedOn,
                    foundedOn,
                    dissolvedOn,
                    secretariat,
                    charter,
                    counted.possible(),
                    counted.minimum(),
                    factId,
                    source);
        }
    }

    /**
     * @param until where nothing else ended it, the beginning of a certainly later higher kind, or the dissolution
     * @param certain false where the sources' imprecision leaves it open whether it held on the day
     * @param announced a member to be, of a network that is announced and not founded; it counts nowhere
     */
    record Member(
            @SortedBy("state") String state,
            String name,
            @SortedBy("kind") String kind,
            @SortedBy("from_on") String from,
            @Nullable String until,
            boolean certain,
            boolean suspended,
            boolean announced,
            String membershipId,
            String factId,
            @Nullable String source,
            String network) {}

    record FocalPoint(
            String seatId,
            @SortedBy("state") String state,
            String name,
            @Nullable String institution,
            @IdentifiesPerson @Nullable String official,
            boolean acting,
            boolean vacant,
            @SortedBy("from_on") String from,
            @Nullable String until,
            boolean certain,
            String factId,
            @Nullable String source,
            String network) {}

    record Meeting(
            String meetingId,
            @SortedBy("title") String title,
            @SortedBy("ordinal") @Nullable Integer ordinal,
            @SortedBy("starts_on") String startsOn,
            @Nullable String endsOn,
            @Nullable String mode,
            @Nullable String city,
            @Nullable String hostState,
            List<String> attendingStates,
            @Nullable String declaration,
            boolean certain,
            String factId,
            @Nullable String source,
            String network) {}

    /**
     * One period of a network's life.
     *
     * @param period its year, quarter (2012-Q2) or month
     * @param members those that can be on its last day
     * @param membersCertain those that certainly are
     * @param admittedCertain of those counted, how many certainly count by the last day asked about; so are the others
     */
    record Activity(
            String period,
            long admitted,
            long withdrawn,
            long members,
            long membersCertain,
            long meetings,
            long seminars,
            long completions,
            long initiatives,
            long admittedCertain,
            long withdrawnCertain,
            long meetingsCertain,
            long seminarsCertain,
            long completionsCertain,
            long initiativesCertain) {}

    /**
     * One thing that is answered differently at the two points.
     *
     * @param what {@code member}, {@code focal-point}, {@code meeting}, {@code network} or {@code initiative}
     * @param key whose answer differs: a state, a seat, a meeting
     * @param first what is answered at the first point, or null for nothing
     * @param events what made the difference
     */
    record Difference(
            String what, String key, @Nullable String first, @Nullable String second, List<EventBehind> events) {}

    /** @param summary what happened, in a sentence; null while the history does not tell it yet */
    record EventBehind(long position, String eventId, String type, @IdentifiesPerson @Nullable String summary) {}
}
