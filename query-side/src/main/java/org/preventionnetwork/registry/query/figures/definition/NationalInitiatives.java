package org.preventionnetwork.registry.query.figures.definition;

import java.util.Set;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.query.figures.FigureName;
import org.preventionnetwork.registry.query.figures.FigureQuestion;

/**
 * Initiatives launched by states; technical assistance, which is the Institute's work, is not among them. In the scope of
 * a network: those of states that were its members then, and those recorded with it.
 */
final class NationalInitiatives extends AccumulatingFigure {
    private static final String LAUNCHED =
            """
            , launched AS (
                SELECT entity, network, states, title, source, array_to_string(behind, ',') AS behind,
                    daterange(min(coalesce(lower(valid), '-infinity')) FILTER (WHERE launched), NULL) AS possible,
                    CASE WHEN bool_or(launched AND certain)
                        THEN daterange(min(coalesce(lower(valid), '-infinity')) FILTER (WHERE launched AND certain), NULL)
                        END AS certain
                FROM read.initiative
                WHERE known_from <= :position AND coalesce(known_until > :position, true)
                    AND (:only::text IS NULL OR entity = :only::text) %s
                GROUP BY entity, network, states, title, source, 6
                HAVING bool_or(launched))
            """;
    private static final String NO_ASSISTANCE = "AND type <> 'TECHNICAL_ASSISTANCE'";
    private static final String ROWS =
            """
            SELECT entity AS key, 1::bigint AS count, 1::bigint AS least, false AS incomplete, possible, certain,
                %s AS state, states, entity, title AS what, source, behind%s
            FROM launched%s
            """;
    private static final String EACH = ROWS.formatted("NULL::text", ", NULL::daterange AS happened", "");
    /** Those assigned to the programme; those assigned to none can be its own. */
    private static final String OF_PROGRAMME =
            """
            SELECT l.entity AS key, 1::bigint AS count, 1::bigint AS least, false AS incomplete, l.possible,
                CASE WHEN a.own THEN l.certain END AS certain, NULL::text AS state, l.states, l.entity, l.title AS what,
                l.source, concat_ws(',', l.behind, a.told) AS behind, NULL::daterange AS happened
            FROM launched l LEFT JOIN (
                SELECT entity, bool_or(other = 'programme:' || :programme::text) AS own,
                    string_agg(array_to_string(behind, ','), ',') AS told
                FROM read.relation
                WHERE kind = 'BELONGS_TO' AND known_from <= :position AND coalesce(known_until > :position, true)
                GROUP BY entity) a USING (entity)
            WHERE a.entity IS NULL OR a.own
            """;
    /** By the first definition, when nothing linked initiatives with programmes, it was open how many. */
    private static final String NOTHING_LINKS =
            """
            SELECT 'programme:' || :programme::text AS key, 0::bigint AS count, 0::bigint AS least, true AS incomplete,
                daterange(NULL, NULL) AS possible, NULL::daterange AS certain, NULL::text AS state,
                '{}'::text[] AS states, 'programme:' || :programme::text AS entity,
                'nothing recorded links initiatives with programmes' AS what, NULL::text AS source, '' AS behind,
                NULL::daterange AS happened
            """;

    private static final String RECORDED_WITH_IT = ROWS.formatted("NULL::text", "", " WHERE network = :network::text");
    private static final String BY_STATE = ROWS.formatted(
            "state",
            ", NULL::daterange AS happened",
            ", unnest(states) state WHERE network IS DISTINCT FROM :network::text");

    NationalInitiatives(AccumulatingRows rows, Touched touched) {
        super(FigureName.NATIONAL_INITIATIVES, Unit.INITIATIVES, rows, touched);
    }

    @Override
    public boolean namesStates() {
        return true;
    }

    @Override
    public Set<EntityType> touchedBy() {
        return Set.of(EntityType.INITIATIVE);
    }

    @Override
    String sql(FigureQuestion question) {
        boolean first = question.isByFirstDefinition();
        String launched = LAUNCHED.formatted(first ? "" : NO_ASSISTANCE);
        if (question.programme() != null) {
            return Parts.whole(launched, first ? NOTHING_LINKS : OF_PROGRAMME);
        }
        if (question.network() == null) {
            return Parts.whole(launched, EACH);
        }
        return first
                ? Parts.whole(launched, EACH + " WHERE network = :network::text")
                : Parts.scoped(launched, BY_STATE, RECORDED_WITH_IT);
    }

    @Override
    public TouchPoints touched(FigureQuestion question, long since) {
        return question.programme() != null && question.isByFirstDefinition()
                ? TouchPoints.NOWHERE
                : new TouchPoints(touched.membersChanged(question, since), touched.initiatives(question, since));
    }
}
