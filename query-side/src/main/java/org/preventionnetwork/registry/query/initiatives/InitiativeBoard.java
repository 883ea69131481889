package org.preventionnetwork.registry.query.initiatives;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.initiatives.InitiativeStage;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.initiatives.InitiativeQueries.InitiativeItem;
import org.springframework.stereotype.Component;

/** Initiatives in columns, by the stage that each is at on the day. */
@Component
class InitiativeBoard {
    private static final int MOST = 40;
    private static final String CARDS = "SELECT * FROM (SELECT *, count(*) OVER (PARTITION BY stage) AS total,"
            + " row_number() OVER (PARTITION BY stage ORDER BY started_on DESC NULLS LAST, entity) AS place"
            + InitiativeQueries.FOUND + ") cards WHERE place <= " + MOST + " ORDER BY place";

    private final InitiativeQueries initiatives;

    InitiativeBoard(InitiativeQueries initiatives) {
        this.initiatives = initiatives;
    }

    /**
     * @param stage null for those of which none is recorded
     * @param cards the latest of them
     */
    record Column(@Nullable String stage, long total, List<InitiativeItem> cards) {}

    private record Card(@Nullable String stage, long total, InitiativeItem initiative) {}

    /** In the order of the stages; one that nothing is at has no column. */
    List<Column> columns(InitiativeFilter filter, Clocks clocks) {
        List<Card> cards = initiatives
                .filtered(CARDS, filter, clocks)
                .query((row, n) -> new Card(row.getString("stage"), row.getLong("total"), InitiativeItem.of(row, n)))
                .list();
        Map<String, List<Card>> byStage = cards.stream().collect(Collectors.groupingBy(InitiativeBoard::key));
        List<String> order = new ArrayList<>(List.of(""));
        Arrays.stream(InitiativeStage.values()).map(Enum::name).forEach(order::add);
        return order.stream()
                .map(stage -> byStage.getOrDefault(stage, List.of()))
                .filter(column -> !column.isEmpty())
                .map(InitiativeBoard::column)
                .toList();
    }

    private static String key(Card card) {
        return card.stage() == null ? "" : card.stage();
    }

    private static Column column(List<Card> cards) {
        Card first = cards.get(0);
        return new Column(
                first.stage(),
                first.total(),
                cards.stream().map(Card::initiative).toList());
    }
}
