package org.preventionnetwork.registry.query.figures.definition;

/**
 * Which state somebody served, as the first definitions read it: of the affiliations that name a state, those that overlap
 * the days on which it must have happened; without any, what the official is taken to serve on the first of them. Whose
 * state is not known counts for nobody. It stays as it was, for what was pinned by it.
 */
final class FirstReading {
    /** {@code located_first}: who attended, with each state so read. */
    static final String LOCATED =
            """
            , located_first AS (
                SELECT DISTINCT ON (t.entity, t.topic, coalesce(a.state, o.state)) t.*,
                    coalesce(a.state, o.state) AS state,
                    min(coalesce(a.state, o.state)) OVER one IS NOT DISTINCT FROM max(coalesce(a.state, o.state)) OVER one
                        AS single
                FROM attended t
                    LEFT JOIN read.affiliation a ON a.entity = t.official_entity AND a.state IS NOT NULL
                        AND a.known_from <= :position AND coalesce(a.known_until > :position, true)
                        AND a.valid && daterange(t.present, coalesce(t.certainly_present, t.present), '[]')
                    LEFT JOIN read.official o ON a.entity IS NULL AND o.entity = t.official_entity
                        AND o.known_from <= :position AND coalesce(o.known_until > :position, true) AND o.valid @> t.present
                WINDOW one AS (PARTITION BY t.entity, t.topic))
            """;

    private static final String PRESENCE =
            """
            SELECT %1$s AS key, 1::bigint AS count, 1::bigint AS least, false AS incomplete,
                daterange(min(present), NULL) AS possible,
                CASE WHEN min(certainly_present) FILTER (WHERE single) IS NOT NULL
                    THEN daterange(min(certainly_present) FILTER (WHERE single), NULL) END AS certain,
                state, ARRAY[state] AS states, entity,
                count(*) || CASE count(*) WHEN 1 THEN ' official' ELSE ' officials' END || ' of ' || state || ' in '
                    || title AS what,
                max(source) AS source, string_agg(behind, ',') AS behind, NULL::daterange AS happened
            FROM located_first n WHERE state IS NOT NULL GROUP BY entity, title, state
            UNION ALL
            SELECT %2$s, 1, 1, false, daterange(h.possible_from, NULL),
                CASE WHEN h.certain_from IS NOT NULL THEN daterange(h.certain_from, NULL) END,
                n.state, ARRAY[n.state], h.entity, n.state || ' is named in what is reported of ' || h.title,
                n.source, concat_ws(',', n.behind, h.behind), NULL
            FROM held h JOIN named n USING (entity)
            UNION ALL
            SELECT entity, 0, 0, true, daterange(possible_from, NULL), NULL, NULL, '{}', entity,
                CASE WHEN known = 0 THEN 'no state is known that took part in ' || title
                    ELSE 'only ' || known || ' of ' || stated || ' states are known that took part in ' || title END,
                source, behind, daterange(possible_from, certain_from, '[]')
            FROM (SELECT h.*, coalesce(k.known, 0) AS known, r.stated, l.entity IS NOT NULL AS listed
                  FROM held h
                      LEFT JOIN (SELECT entity, count(DISTINCT state) AS known
                                 FROM (SELECT entity, state FROM named
                                       UNION ALL SELECT entity, state FROM located_first) s
                                 GROUP BY entity) k USING (entity)
                      LEFT JOIN (SELECT entity, max(states_count) AS stated FROM reported GROUP BY entity) r
                          USING (entity)
                      LEFT JOIN listed l USING (entity)) counted
            WHERE known < stated OR known = 0 AND NOT listed
            """;

    private static final String ENROLLMENTS =
            """
            SELECT e.entity || '/' || e.topic AS key, 1::bigint AS count, 1::bigint AS least, false AS incomplete,
                daterange(least(e.before, greatest(e.since, s.begun_from)), NULL) AS possible,
                CASE WHEN certain.since IS NOT NULL THEN daterange(certain.since, NULL) END AS certain,
                %1$s AS state, CASE WHEN %1$s IS NULL THEN '{}' ELSE ARRAY[%1$s] END AS states,
                e.entity, 'enrolled in ' || s.title AS what, e.source,
                array_to_string(e.behind, ',') AS behind, NULL::daterange AS happened
            FROM enrolled e JOIN seminar s USING (entity) %2$s
                CROSS JOIN LATERAL (SELECT least(e.certainly_before,
                    CASE WHEN s.certain_from IS NOT NULL AND e.certainly_since IS NOT NULL
                        THEN greatest(e.certainly_since, s.certain_from) END) AS since) certain
            WHERE e.before IS NOT NULL OR s.begun_from IS NOT NULL
            """;
    private static final String STATE_SERVED =
            """
            LEFT JOIN read.official o ON o.entity = e.official_entity
                AND o.known_from <= :position AND coalesce(o.known_until > :position, true) AND o.valid @> e.since
            """;

    private FirstReading() {}

    /** @param bySeminar whether seminars are counted; else states are */
    static String presence(boolean bySeminar) {
        return bySeminar ? PRESENCE.formatted("n.entity", "h.entity") : PRESENCE.formatted("n.state", "n.state");
    }

    /** Each enrolment; in the scope of a network with the state served when it began. */
    static String enrollments(boolean inNetwork) {
        return inNetwork ? ENROLLMENTS.formatted("o.state", STATE_SERVED) : ENROLLMENTS.formatted("NULL::text", "");
    }
}
