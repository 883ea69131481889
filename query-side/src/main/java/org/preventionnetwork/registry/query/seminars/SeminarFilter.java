package org.preventionnetwork.registry.query.seminars;

import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.programmes.ProgrammeId;
import org.preventionnetwork.registry.api.seminars.SeminarEdition;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.query.http.Means;
import org.preventionnetwork.registry.query.http.Question;
import org.preventionnetwork.registry.query.seminars.SeminarQueries.Status;

/** Which seminars are asked for. */
@Question
record SeminarFilter(
        @Means(value = "Those of this programme.", example = "global-lemkin-seminar") @Nullable ProgrammeId programme,
        @Means("Those of this edition.") @Nullable SeminarEdition edition,
        @Means("Those that were held in this state.") @Nullable StateCode state,
        @Means("Those that stand so on the day.") @Nullable Status status,
        @Means(value = "Those that can have ended then or later.", example = "2012") @Nullable HistoricalDate from,
        @Means(value = "Those that can have begun then or earlier.", example = "2014") @Nullable HistoricalDate to,
        @Means(value = "Those with this in the title, the venue or the city.", example = "Auschwitz") @Nullable
                String q) {
    static final SeminarFilter ALL = new SeminarFilter(null, null, null, null, null, null, null);

    SeminarFilter between(@Nullable HistoricalDate first, @Nullable HistoricalDate last) {
        return new SeminarFilter(programme, edition, state, status, first, last, q);
    }
}
