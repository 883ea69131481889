package org.preventionnetwork.registry.query.networks;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.query.http.IdentifiesPerson;

/** What questions about networks are answered with; the fields are those of the JSON. Dates are historical dates. */
final class NetworkAnswers {
    private NetworkAnswers() {}

    /** @param status REGISTERED, ANNOUNCED, ACTIVE or DISSOLVED */
    record NetworkItem(
            String id,
            String name,
            String kind,
            String status,
            boolean certain,
            @Nullable String announcedOn,
            @Nullable String foundedOn,
            @Nullable String dissolvedOn,
            @Nullable String secretariat,
            @Nullable String charter,
            long members,
            String factId,
            @Nullable String source) {}

    /**
     * @param until where nothing else ended it, the beginning of a certainly later higher kind, or the dissolution
     * @param certain false where the sources' imprecision leaves it open whether it held on the day
     * @param announced a member to be, of a network that is announced and not founded; it counts nowhere
     */
    record Member(
            String state,
            String name,
            String kind,
            String from,
            @Nullable String until,
            boolean certain,
            boolean suspended,
            boolean announced,
            String membershipId,
            String factId,
            @Nullable String source) {}

    record FocalPoint(
            String seatId,
            String state,
            String name,
            @Nullable String institution,
            @IdentifiesPerson @Nullable String official,
            boolean acting,
            boolean vacant,
            String from,
            @Nullable String until,
            boolean certain,
            String factId,
            @Nullable String source) {}

    record Meeting(
            String meetingId,
            String title,
            @Nullable Integer ordinal,
            String startsOn,
            @Nullable String endsOn,
            @Nullable String mode,
            @Nullable String city,
            @Nullable String hostState,
            List<String> attendingStates,
            @Nullable String declaration,
            boolean certain,
            String factId,
            @Nullable String source) {}

    /**
     * One period of a network's life.
     *
     * @param period its year, quarter (2012-Q2) or month
     * @param members on its last day
     */
    record Activity(
            String period,
            long admitted,
            long withdrawn,
            long members,
            long meetings,
            long seminars,
            long completions,
            long initiatives) {}

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

    record EventBehind(long position, String eventId, String type) {}
}
