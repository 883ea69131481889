package org.preventionnetwork.registry.query.officials;

/**
 * The one definition of who is an alumnus, as common table expressions to stand behind {@code WITH RECURSIVE}. Named
 * parameters: {@code :day}, the day it is asked for, and {@code :position}, the last position that counts.
 *
 * <p>An alumnus on a day is a person who has completed a foundational seminar that is held by then. Where the seminar
 * belongs to a cycle (of the same programme), every part of the cycle that exists, cancelled ones aside, must be
 * completed, and one of them be foundational; one seminar completed of those that are the same part is enough, and a
 * seminar without a number is a part of its own. A completion without a date counts from the seminar's start.
 * Exceptions that hold on the day come on top: who is granted the status has it, who is revoked has it not; of several
 * records of one person, a revocation outweighs the rest.
 */
public final class AlumniSql {
    /**
     * Defines {@code person (official, canonical)}: for each record that is merged, the record at the end of its
     * merges; in a circle of merges, the first id of the circle. Records that are not merged are not in it: use
     * {@code coalesce(person.canonical, official)} on a left join. Needs {@code :position} only.
     */
    public static final String PERSONS =
            """
            merged (official, canonical) AS (
                SELECT official, canonical FROM read.canonical WHERE known @> :position::bigint),
            reach (official, record) AS (
                SELECT official, canonical FROM merged
                UNION
                SELECT reach.official, merged.canonical FROM reach JOIN merged ON merged.official = reach.record),
            person (official, canonical) AS (
                SELECT reach.official,
                       coalesce(min(reach.record) FILTER (WHERE further.official IS NULL), min(reach.record))
                FROM reach LEFT JOIN merged further ON further.official = reach.record
                GROUP BY reach.official)
            """;

    private static final String COMPLETION =
            """
            , completion (canonical, programme, cycle, part, foundational, certain, entity) AS (
                SELECT coalesce(person.canonical, e.official), s.programme, s.cycle, coalesce(s.part::text, s.entity),
                       s.foundational, e.certainly_completed_on @> :day::date AND s.held_certain, s.entity
                FROM read.attendance e
                    JOIN read.seminar s ON s.entity = e.entity AND s.valid @> :day::date
                        AND s.known @> :position::bigint AND s.held
                    LEFT JOIN person ON person.official = e.official
                WHERE e.completed_on @> :day::date AND e.known_from <= :position AND coalesce(e.known_until > :position, true)
            """;
    private static final String EXEMPT =
            """
            ),
            whole_cycle (programme, cycle, parts) AS (
                SELECT programme, cycle, count(DISTINCT coalesce(part::text, entity)) FROM read.seminar
                WHERE cycle IS NOT NULL AND status <> 'CANCELLED'
                  AND valid @> :day::date AND known @> :position::bigint
                GROUP BY programme, cycle
                HAVING bool_or(foundational)),
            graduation (canonical, certain) AS (
                SELECT canonical, certain FROM completion WHERE cycle IS NULL AND foundational
                UNION ALL
                SELECT c.canonical, count(DISTINCT c.part) FILTER (WHERE c.certain) = w.parts
                FROM completion c JOIN whole_cycle w USING (programme, cycle)
                GROUP BY c.canonical, w.programme, w.cycle, w.parts
                HAVING count(DISTINCT c.part) = w.parts),
            graduate (canonical, certain) AS (
                SELECT canonical, bool_or(certain) FROM graduation GROUP BY canonical),
            exempt (canonical, granted, granted_certain, revoked, revoked_certain) AS (
                SELECT coalesce(person.canonical, substr(o.entity, 10)), bool_or(o.alumni_exception = 'GRANTED'),
                       bool_or(o.alumni_exception = 'GRANTED' AND o.exception_certain),
                       bool_or(o.alumni_exception = 'REVOKED'),
                       bool_or(o.alumni_exception = 'REVOKED' AND o.exception_certain)
                FROM read.official o LEFT JOIN person ON person.official = substr(o.entity, 10)
                WHERE o.alumni_exception IS NOT NULL AND o.valid @> :day::date AND o.known @> :position::bigint
            """;
    private static final String ALUMNUS =
            """
                GROUP BY 1),
            alumni (canonical, reason, certain) AS (
                SELECT coalesce(g.canonical, x.canonical),
                       CASE WHEN g.canonical IS NULL THEN 'GRANTED' ELSE 'COMPLETED' END,
                       (coalesce(g.certain, false) OR coalesce(x.granted_certain, false))
                           AND NOT coalesce(x.revoked, false)
                FROM graduate g FULL JOIN exempt x ON x.canonical = g.canonical
                WHERE (g.canonical IS NOT NULL OR x.granted) AND NOT coalesce(x.revoked_certain, false))
            """;

    /**
     * Defines, beside {@link #PERSONS}, {@code alumni (canonical, reason, certain)}: one row for each person who
     * possibly is an alumnus on the day, with {@code reason} COMPLETED or GRANTED, and {@code certain} whether that does
     * not depend on what imprecise dates mean. Its count is the figure's maximum, the count of the certain its minimum.
     */
    public static final String ALUMNI = PERSONS + COMPLETION + EXEMPT + ALUMNUS;

    /**
     * The same of those persons only whose records are named: {@code :officials}, an array. Of these it finds who is an
     * alumnus just as {@link #ALUMNI} does, without counting the others.
     */
    public static final String ALUMNI_AMONG = PERSONS
            + """
            , wanted (canonical) AS (
                SELECT coalesce(person.canonical, named)
                FROM unnest(:officials::text[]) named LEFT JOIN person ON person.official = named),
            record (official) AS (
                SELECT official FROM person JOIN wanted USING (canonical) UNION SELECT canonical FROM wanted)
            """
            + COMPLETION
            + " AND e.official = ANY (ARRAY(SELECT official FROM record))\n"
            + EXEMPT
            + " AND o.entity = ANY (ARRAY(SELECT 'official:' || official FROM record))\n"
            + ALUMNUS;

    /**
     * Defines, after {@link #ALUMNI} or {@link #ALUMNI_AMONG}, {@code since (canonical, since, certainly_since, until, by,
     * title)}: the first day on which each of them possibly is an alumnus, by whichever of the ways came first, and
     * the first on which certainly if that is certain on the day, both without a break until then; the first day no longer
     * where an exception ends it; and the seminar by which: of a cycle, the one that made it whole, and none where the
     * status was granted before. Days without a bound are infinite.
     */
    public static final String SINCE =
            """
            , opened AS (
                SELECT entity, programme, cycle, coalesce(part::text, entity) AS part, foundational, title,
                    min(coalesce(lower(valid), '-infinity')) FILTER (WHERE held) AS possible_from,
                    min(coalesce(lower(valid), '-infinity')) FILTER (WHERE held_certain) AS certain_from
                FROM read.seminar WHERE known_from <= :position AND coalesce(known_until > :position, true)
                GROUP BY entity, programme, cycle, part, foundational, title),
            passed AS (
                SELECT a.canonical, s.programme, s.cycle, s.part, s.foundational, s.entity, s.title,
                    greatest(e.completed, s.possible_from) AS since,
                    CASE WHEN e.certainly_completed IS NOT NULL AND s.certain_from IS NOT NULL
                        THEN greatest(e.certainly_completed, s.certain_from) END AS certainly_since
                FROM alumni a
                    JOIN (SELECT official, canonical FROM person UNION SELECT canonical, canonical FROM alumni) r
                        USING (canonical)
                    JOIN read.attendance e ON e.official = r.official AND e.completed IS NOT NULL
                        AND e.known_from <= :position AND coalesce(e.known_until > :position, true)
                    JOIN opened s ON s.entity = e.entity AND s.possible_from IS NOT NULL
                WHERE a.reason = 'COMPLETED'),
            whole_part AS (
                SELECT p.canonical, p.programme, p.cycle, p.part, w.parts, min(p.since) AS since,
                    min(p.certainly_since) AS certainly_since,
                    (array_agg(p.entity ORDER BY p.since, p.entity))[1] AS entity,
                    (array_agg(p.title ORDER BY p.since, p.entity))[1] AS title
                FROM passed p JOIN whole_cycle w USING (programme, cycle)
                GROUP BY p.canonical, p.programme, p.cycle, p.part, w.parts),
            way (canonical, since, certainly_since, entity, title) AS (
                SELECT canonical, since, certainly_since, entity, title FROM passed WHERE cycle IS NULL AND foundational
                UNION ALL
                SELECT canonical, max(since), CASE WHEN count(certainly_since) = parts THEN max(certainly_since) END,
                    (array_agg(entity ORDER BY since DESC, entity))[1], (array_agg(title ORDER BY since DESC, entity))[1]
                FROM whole_part GROUP BY canonical, programme, cycle, parts HAVING count(*) = parts),
            excepted AS (
                SELECT a.canonical, o.alumni_exception AS kind, range_agg(o.valid) AS days,
                    coalesce(range_agg(o.valid) FILTER (WHERE o.exception_certain), '{}') AS certain_days
                FROM alumni a
                    JOIN (SELECT official, canonical FROM person UNION SELECT canonical, canonical FROM alumni) r
                        USING (canonical)
                    JOIN read.official o ON o.entity = 'official:' || r.official AND o.alumni_exception IS NOT NULL
                        AND o.known_from <= :position AND coalesce(o.known_until > :position, true)
                GROUP BY a.canonical, o.alumni_exception),
            first_way AS (
                SELECT DISTINCT ON (canonical) canonical, since, entity, title,
                    min(certainly_since) OVER (PARTITION BY canonical) AS certainly
                FROM way ORDER BY canonical, since, entity),
            stretch AS (
                SELECT a.canonical, a.reason, w.entity, w.title, w.since AS completed, r.days AS revoked,
                    coalesce(g.days, '{}') AS granted,
                    coalesce(g.days, '{}')
                        + CASE WHEN w.since IS NULL THEN '{}' ELSE datemultirange(daterange(w.since, NULL)) END
                        - coalesce(r.certain_days, '{}') AS possible,
                    coalesce(g.certain_days, '{}')
                        + CASE WHEN w.certainly IS NULL THEN '{}' ELSE datemultirange(daterange(w.certainly, NULL)) END
                        - coalesce(r.days, '{}') AS certain
                FROM alumni a
                    LEFT JOIN first_way w USING (canonical)
                    LEFT JOIN excepted g ON g.canonical = a.canonical AND g.kind = 'GRANTED'
                    LEFT JOIN excepted r ON r.canonical = a.canonical AND r.kind = 'REVOKED'),
            begun AS (
                SELECT stretch.*,
                    (SELECT coalesce(lower(days), '-infinity') FROM unnest(possible) days WHERE days @> :day::date)
                        AS since,
                    (SELECT min(coalesce(lower(days), '-infinity')) FROM unnest(certain) days
                     WHERE upper_inf(days) OR upper(days) > :day::date) AS certainly_since
                FROM stretch),
            since AS (
                SELECT canonical, since, certainly_since,
                    CASE reason WHEN 'GRANTED'
                        THEN (SELECT upper(days) FROM unnest(granted) days WHERE days @> :day::date)
                        ELSE (SELECT min(lower(days)) FROM unnest(revoked) days WHERE lower(days) > :day::date)
                        END AS until,
                    CASE WHEN completed <= since THEN substr(entity, 9) END AS by,
                    CASE WHEN completed <= since THEN title END AS title
                FROM begun)
            """;

    private AlumniSql() {}
}
