package org.preventionnetwork.registry.query.figures;

import org.preventionnetwork.registry.query.officials.AlumniSql;

/**
 * The definitions of the figures that accumulate, as SQL: what once was so stays so. Each gives rows of
 * {@code key, count, incomplete, possible, certain, state, states, entity, what, source, behind}.
 *
 * <p>Parameters: {@code position}, {@code programme} (may be null), {@code only} (the one seminar or initiative that is
 * counted, or null for all), and in the scope of a network {@code member_states,
 * member_possible, member_certain}, the spells of its members.
 */
final class FigureSql {
    private FigureSql() {}

    /**
     * What the definitions are made of. {@code seminar}: when
     * each can have been held, and must have been. {@code enrolled}: since when an official is enrolled, has attended,
     * has completed. {@code located}: the same with the state served when the seminar began: that of the affiliation, or
     * else the official's; where several are possible, one row for each. {@code unlisted}: seminars held without a
     * roster of who was present.
     */
    private static final String PARTS = "WITH RECURSIVE " + AlumniSql.PERSONS
            + """
            ,
            seminar AS (
                SELECT entity, title, programme, foundational, cycle, part, source,
                    array_to_string(behind, ',') AS behind, bool_or(status = 'CANCELLED') AS cancelled,
                    min(coalesce(lower(valid), '-infinity')) FILTER (WHERE held) AS possible_from,
                    min(coalesce(lower(valid), '-infinity')) FILTER (WHERE held_certain) AS certain_from,
                    min(coalesce(lower(valid), '-infinity')) FILTER (WHERE begun) AS begun_from
                FROM read.seminar
                WHERE known_from <= :position AND coalesce(known_until > :position, true) AND (:programme::text IS NULL OR programme = :programme::text)
                    AND (:only::text IS NULL OR entity = :only::text)
                GROUP BY entity, title, programme, foundational, cycle, part, source, 8),
            held AS (SELECT * FROM seminar WHERE possible_from IS NOT NULL),
            enrolled AS (
                SELECT * FROM read.attendance
                WHERE known_from <= :position AND coalesce(known_until > :position, true)
                    AND (:only::text IS NULL OR entity = :only::text)),
            attended AS (
                SELECT e.entity, e.topic, e.official, e.official_entity, coalesce(p.canonical, e.official) AS person, e.source, h.title,
                    concat_ws(',', array_to_string(e.behind, ','), h.behind) AS behind, h.foundational, h.programme, h.cycle, h.part,
                    greatest(e.present, h.possible_from) AS present,
                    CASE WHEN h.certain_from IS NOT NULL AND e.certainly_present IS NOT NULL
                        THEN greatest(e.certainly_present, h.certain_from) END AS certainly_present,
                    CASE WHEN e.completed IS NOT NULL THEN greatest(e.completed, h.possible_from) END AS completed,
                    CASE WHEN h.certain_from IS NOT NULL AND e.certainly_completed IS NOT NULL
                        THEN greatest(e.certainly_completed, h.certain_from) END AS certainly_completed
                FROM enrolled e JOIN held h USING (entity) LEFT JOIN person p USING (official)
                WHERE e.present IS NOT NULL),
            located AS (
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
                WINDOW one AS (PARTITION BY t.entity, t.topic)),
            reported AS (
                SELECT * FROM read.reported_figures
                WHERE known_from <= :position AND coalesce(known_until > :position, true)
                    AND (:only::text IS NULL OR entity = :only::text)),
            listed AS (SELECT DISTINCT entity FROM enrolled WHERE listed),
            unlisted AS (SELECT * FROM held WHERE entity NOT IN (SELECT entity FROM listed)),
            named AS (
                SELECT DISTINCT r.entity, state, r.source, array_to_string(r.behind, ',') AS behind
                FROM reported r, unnest(r.states) state)
            """;

    private static final String SEMINARS =
            """
            SELECT entity AS key, 1::bigint AS count, false AS incomplete, daterange(possible_from, NULL) AS possible,
                CASE WHEN certain_from IS NOT NULL THEN daterange(certain_from, NULL) END AS certain,
                NULL::text AS state, '{}'::text[] AS states, entity, title AS what, source, behind
            FROM held
            """;

    private static final String PRESENCE =
            """
            SELECT %s AS key, 1::bigint AS count, false AS incomplete, daterange(min(present), NULL) AS possible,
                CASE WHEN min(certainly_present) FILTER (WHERE single) IS NOT NULL
                    THEN daterange(min(certainly_present) FILTER (WHERE single), NULL) END AS certain,
                state, ARRAY[state] AS states, entity,
                count(*) || CASE count(*) WHEN 1 THEN ' official' ELSE ' officials' END || ' of ' || state || ' in '
                    || title AS what,
                max(source) AS source, string_agg(behind, ',') AS behind
            FROM located WHERE state IS NOT NULL GROUP BY entity, title, state
            UNION ALL
            SELECT %s, 1, false, daterange(h.possible_from, NULL),
                CASE WHEN h.certain_from IS NOT NULL THEN daterange(h.certain_from, NULL) END,
                n.state, ARRAY[n.state], h.entity, n.state || ' is named in what is reported of ' || h.title,
                n.source, concat_ws(',', n.behind, h.behind)
            FROM held h JOIN named n USING (entity)
            UNION ALL
            SELECT entity, 0, true, daterange(possible_from, NULL), NULL, NULL, '{}', entity,
                CASE WHEN known = 0 THEN 'no state is known that took part in ' || title
                    ELSE 'only ' || known || ' of ' || stated || ' states are known that took part in ' || title END,
                source, behind
            FROM (SELECT h.*, coalesce(k.known, 0) AS known, r.stated, l.entity IS NOT NULL AS listed
                  FROM held h
                      LEFT JOIN (SELECT entity, count(DISTINCT state) AS known
                                 FROM (SELECT entity, state FROM named UNION ALL SELECT entity, state FROM located) s
                                 GROUP BY entity) k USING (entity)
                      LEFT JOIN (SELECT entity, max(states_count) AS stated FROM reported GROUP BY entity) r
                          USING (entity)
                      LEFT JOIN listed l USING (entity)) counted
            WHERE known < stated OR known = 0 AND NOT listed
            """;

    private static final String OFFICIALS_TRAINED =
            """
            SELECT 'official:' || person AS key, 1::bigint AS count, false AS incomplete,
                daterange(completed, NULL) AS possible,
                CASE WHEN certainly_completed IS NOT NULL %2$s THEN daterange(certainly_completed, NULL) END AS certain,
                %1$s AS state, CASE WHEN %1$s IS NULL THEN '{}' ELSE ARRAY[%1$s] END AS states, entity,
                'completed ' || title AS what, source, behind
            FROM %3$s WHERE completed IS NOT NULL
            UNION ALL
            SELECT h.entity, extent.count, false, daterange(h.possible_from, NULL),
                CASE WHEN extent.certain AND h.certain_from IS NOT NULL THEN daterange(h.certain_from, NULL) END,
                NULL, '{}', h.entity, extent.count || ' participants reported of ' || h.title, r.source,
                concat_ws(',', r.behind, h.behind)
            FROM unlisted h JOIN (
                    SELECT entity, min(participants) AS least, max(participants) AS most, max(source) AS source,
                        string_agg(array_to_string(behind, ','), ',') AS behind
                    FROM reported WHERE participants IS NOT NULL GROUP BY entity) r USING (entity),
                LATERAL (SELECT least::bigint AS count, true AS certain
                         UNION SELECT most, most = least) extent
            UNION ALL
            SELECT entity, 0, true, daterange(possible_from, NULL), NULL, NULL, '{}', entity,
                'neither a roster nor a number of participants is known of ' || title, source, behind
            FROM unlisted h
            WHERE NOT EXISTS (SELECT FROM reported r WHERE r.entity = h.entity AND r.participants IS NOT NULL)
            """;

    private static final String NATIONAL_INITIATIVES =
            """
            SELECT entity AS key, 1::bigint AS count, false AS incomplete,
                daterange(min(coalesce(lower(valid), '-infinity')) FILTER (WHERE launched), NULL) AS possible,
                CASE WHEN bool_or(launched AND certain)
                    THEN daterange(min(coalesce(lower(valid), '-infinity')) FILTER (WHERE launched AND certain), NULL)
                    END AS certain,
                NULL::text AS state, states, entity, title AS what, source, array_to_string(behind, ',') AS behind
            FROM read.initiative
            WHERE known_from <= :position AND coalesce(known_until > :position, true) AND (:network::text IS NULL OR network = :network::text)
                AND (:only::text IS NULL OR entity = :only::text)
            GROUP BY entity, states, title, source, 11
            HAVING bool_or(launched)
            """;

    private static final String ENROLLMENTS =
            """
            SELECT e.entity || '/' || e.topic AS key, 1::bigint AS count, false AS incomplete,
                daterange(least(e.before, greatest(e.since, s.begun_from)), NULL) AS possible,
                CASE WHEN certain.since IS NOT NULL THEN daterange(certain.since, NULL) END AS certain,
                %1$s AS state, CASE WHEN %1$s IS NULL THEN '{}' ELSE ARRAY[%1$s] END AS states,
                e.entity, 'enrolled in ' || s.title AS what, e.source,
                array_to_string(e.behind, ',') AS behind
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

    /** Why there may be more alumni than {@link Alumni} counts. */
    private static final String ALUMNI_UNKNOWN =
            """
            SELECT entity AS key, 0::bigint AS count, true AS incomplete, daterange(possible_from, NULL) AS possible,
                NULL::daterange AS certain, NULL::text AS state, '{}'::text[] AS states, entity,
                'there is no roster of ' || title AS what, source, behind
            FROM unlisted WHERE foundational
            """;

    private static final String COMPLETIONS =
            """
            SELECT entity || '/' || topic AS key, 1::bigint AS count, false AS incomplete,
                daterange(completed, NULL) AS possible,
                CASE WHEN certainly_completed IS NOT NULL %2$s THEN daterange(certainly_completed, NULL) END AS certain,
                %1$s AS state, CASE WHEN %1$s IS NULL THEN '{}' ELSE ARRAY[%1$s] END AS states, entity,
                'completed ' || title AS what, source, behind
            FROM %3$s WHERE completed IS NOT NULL
            """;

    /** The rows of a figure; in the scope of a network, what is counted of its members on the days asked about. */
    static String rows(FigureName figure, boolean inNetwork) {
        String people = inNetwork ? "located" : "attended";
        String state = inNetwork ? "state" : "NULL::text";
        String single = inNetwork ? "AND single" : "";
        String rows =
                switch (figure) {
                    case SEMINARS -> inNetwork ? PRESENCE.formatted("entity", "h.entity") : SEMINARS;
                    case PARTICIPATING_STATES -> PRESENCE.formatted("state", "n.state");
                    case OFFICIALS_TRAINED -> OFFICIALS_TRAINED.formatted(state, single, people);
                    case COMPLETIONS -> COMPLETIONS.formatted(state, single, people);
                    case ALUMNI -> ALUMNI_UNKNOWN;
                    case ENROLLMENTS ->
                        ENROLLMENTS.formatted(inNetwork ? "o.state" : "NULL::text", inNetwork ? STATE_SERVED : "");
                    case NATIONAL_INITIATIVES -> NATIONAL_INITIATIVES;
                    default -> throw new IllegalArgumentException(figure + " does not accumulate");
                };
        String all = PARTS + ", figure AS (" + rows + ")";
        return inNetwork && figure != FigureName.NATIONAL_INITIATIVES ? all + MEMBERS_ONLY : all + ALL;
    }

    private static final String ALL = ", scoped AS (SELECT * FROM figure)\n";

    /** Where the state is not known, it may be a member. */
    private static final String MEMBERS_ONLY =
            """
            , member AS (
                SELECT * FROM unnest(:member_states::text[], :member_possible::daterange[], :member_certain::daterange[])
                    AS spell (state, possible, certain)),
            scoped AS (
                SELECT f.key, f.count, f.incomplete, f.possible * m.possible AS possible, f.certain * m.certain AS certain,
                    f.state, f.states, f.entity, f.what, f.source, f.behind
                FROM figure f JOIN member m USING (state)
                UNION ALL
                SELECT key, count, incomplete, possible, NULL, state, states, entity, what, source, behind
                FROM figure WHERE state IS NULL)
            """;
}
