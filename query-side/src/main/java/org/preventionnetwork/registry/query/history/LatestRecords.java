package org.preventionnetwork.registry.query.history;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.preventionnetwork.registry.access.CurrentCaller;
import org.preventionnetwork.registry.query.history.HistoryAnswers.HistoryItem;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.Paging;
import org.preventionnetwork.registry.query.language.Tongue;
import org.preventionnetwork.registry.query.web.OverviewSection;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What was recorded last; for those who may read the history. */
@Component
@Order(0)
class LatestRecords implements OverviewSection {
    private static final Paging LATEST = new Paging(0, 8, null, false);
    private static final HistoryConditions ALL = new HistoryConditions(null, List.of(), Map.of());

    private final HistoryQueries history;
    private final CurrentCaller callers;

    LatestRecords(HistoryQueries history, CurrentCaller callers) {
        this.history = history;
        this.callers = callers;
    }

    @Override
    public List<String> projections() {
        return List.of(HistoryProjection.NAME);
    }

    @Override
    public String template() {
        return "latest-records";
    }

    @Override
    public List<HistoryItem> rows(HttpServletRequest request, Clocks clocks) {
        return callers.of(request).seesPersons()
                ? history.page(ALL, LATEST, clocks, Tongue.of(request)).items()
                : List.of();
    }
}
