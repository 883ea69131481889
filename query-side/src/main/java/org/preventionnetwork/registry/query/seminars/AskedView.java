package org.preventionnetwork.registry.query.seminars;

import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.query.http.MalformedQuestion;
import org.preventionnetwork.registry.query.http.Means;
import org.preventionnetwork.registry.query.http.Question;

/** How the seminars are shown: as a list, or as the calendar of a year. */
@Question
record AskedView(
        @Means("calendar shows a year; without it, a list.") @Nullable View view,
        @Means(value = "Which year; that of the day without it.", example = "2013") @Nullable String year) {

    enum View {
        CALENDAR;

        @Override
        public String toString() {
            return "calendar";
        }
    }

    AskedView {
        if (year != null && !year.matches("[12][0-9]{3}")) {
            throw new MalformedQuestion("year", "a year from 1000 to 2999 is accepted", "fault.year");
        }
    }

    int yearOr(int usual) {
        return year == null ? usual : Integer.parseInt(year);
    }
}
