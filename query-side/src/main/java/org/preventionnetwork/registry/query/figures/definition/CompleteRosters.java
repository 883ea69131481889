package org.preventionnetwork.registry.query.figures.definition;

/**
 * Of which seminars everybody who took part is on the roster, as the one common table expression that the figures, the
 * seminars' pages and the reconciliation read it from. Parameter: {@code position}.
 */
public final class CompleteRosters {
    /**
     * Defines {@code complete_roster (entity, since, behind)}: seminars whose roster somebody declares complete as of its
     * last day or later, and that day: the first on which the seminar is certainly over, and nobody else can have come.
     */
    public static final String COMPLETE =
            """
            complete_roster (entity, since, behind) AS (
                SELECT s.entity, s.ended, string_agg(array_to_string(c.behind, ','), ',')
                FROM (SELECT entity, max(ended_by) AS ended FROM read.seminar
                      WHERE known_from <= :position AND coalesce(known_until > :position, true)
                          AND entity IN (SELECT entity FROM read.complete_list WHERE list = 'ROSTER')
                      GROUP BY entity) s
                    JOIN read.complete_list c ON c.entity = s.entity AND c.list = 'ROSTER' AND c.certain
                        AND c.known_from <= :position AND coalesce(c.known_until > :position, true)
                        AND c.valid @> s.ended
                GROUP BY s.entity, s.ended)
            """;

    private CompleteRosters() {}
}
