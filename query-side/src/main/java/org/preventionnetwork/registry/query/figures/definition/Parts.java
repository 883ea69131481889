package org.preventionnetwork.registry.query.figures.definition;

import org.preventionnetwork.registry.query.figures.FigureQuestion;
import org.preventionnetwork.registry.query.officials.AlumniSql;

/**
 * What the definitions of accumulating figures are made of, as SQL. A definition gives rows of {@code key, count, least,
 * incomplete, possible, certain, state, states, entity, what, source, behind, happened}: {@code least} is what counts
 * where it must count, {@code happened} the days on which it can have happened, null where these are those between the
 * first possible and the first certain day. Where a state is one of several, there is a row for each.
 *
 * <p>Parameters: {@code position}, {@code programme} (may be null), {@code only} (the one seminar or initiative that is
 * counted, or null for all), {@code by_rosters} (whether a complete roster tells who was not there), and in the scope of a network {@code network, member_states, member_possible,
 * member_certain}, the spells of its members.
 */
final class Parts {
    /**
     * {@code seminar}: when
     * each can have been held, and must have been. {@code enrolled}: since when an official is enrolled, has attended,
     * has completed. {@code located}: the same with the state served when the official was first present; where several
     * are possible, one row for each, from when on it can be that one. {@code whole}: seminars of which everybody is
     * on the roster, and since when. {@code unlisted}: seminars held without a roster of who was present, until it is told
     * that nobody is missing on it.
     */
    private static final String COMMON = "WITH RECURSIVE " + AlumniSql.PERSONS + ", " + StateServed.SERVED + ", "
            + CompleteRosters.COMPLETE
            + """
            ,
            seminar AS (
                SELECT entity, title, programme, foundational, cycle, part, source,
                    array_to_string(behind, ',') AS behind, bool_or(status = 'CANCELLED') AS cancelled,
                    min(coalesce(lower(valid), '-infinity')) FILTER (WHERE held) AS possible_from,
                    min(coalesce(lower(valid), '-infinity')) FILTER (WHERE held_certain) AS certain_from,
                    min(coalesce(lower(valid), '-infinity')) FILTER (WHERE begun) AS begun_from,
                    max(begun_by) AS begun_by
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
                SELECT DISTINCT ON (t.entity, t.topic, s.state) t.entity, t.topic, t.person, t.title, t.source, t.behind,
                    s.state,
                    min(s.state) OVER one IS NOT DISTINCT FROM max(s.state) OVER one AS single,
                    greatest(t.present, lower(s.days)) AS present, t.certainly_present,
                    greatest(t.completed, CASE WHEN t.completed IS NOT NULL THEN lower(s.days) END) AS completed,
                    t.certainly_completed
                FROM attended t LEFT JOIN served s ON s.entity = t.official_entity
                    AND s.days && daterange(t.present, t.certainly_present, '[]')
                WINDOW one AS (PARTITION BY t.entity, t.topic)
                ORDER BY t.entity, t.topic, s.state, lower(s.days) NULLS FIRST),
            reported AS (
                SELECT * FROM read.reported_figures
                WHERE known_from <= :position AND coalesce(known_until > :position, true)
                    AND (:only::text IS NULL OR entity = :only::text)),
            listed AS (SELECT DISTINCT entity FROM enrolled WHERE listed),
            whole AS (SELECT * FROM complete_roster WHERE :by_rosters),
            unlisted AS (
                SELECT held.*, whole.since AS listed_since FROM held LEFT JOIN whole USING (entity)
                WHERE entity NOT IN (SELECT entity FROM listed)
                    AND coalesce(whole.since > held.possible_from, true)),
            named AS (
                SELECT DISTINCT r.entity, state, r.source, array_to_string(r.behind, ',') AS behind
                FROM reported r, unnest(r.states) state)
            """;

    private static final String ALL = ", scoped AS (SELECT * FROM figure)\n";

    /**
     * In the scope of a network: what its member states did while they were members, and what was given for it. Where the state is not known, a
     * member may have done it, if there was one.
     */
    private static final String WHILE_MEMBERS = ", " + Memberships.MEMBERS
            + """
            ,
            given_for AS (
                SELECT entity, string_agg(array_to_string(behind, ','), ',') AS told FROM read.relation
                WHERE kind = 'GIVEN_FOR' AND other = 'network:' || :network::text
                    AND known_from <= :position AND coalesce(known_until > :position, true)
                GROUP BY entity),
            dated AS (
                SELECT figure.*, coalesce(happened, daterange(lower(possible), lower(certain), '[]')) AS days
                FROM figure WHERE entity NOT IN (SELECT entity FROM given_for)),
            scoped AS (
                SELECT f.key, f.count, f.least, f.incomplete,
                    f.possible * daterange(lower(m.possible * multirange(f.days)), NULL) AS possible,
                    CASE WHEN m.certain @> f.days THEN f.certain END AS certain,
                    f.state, f.states, f.entity, f.what, f.source, f.behind
                FROM dated f JOIN member m USING (state) WHERE m.possible && f.days
                UNION ALL
                SELECT f.key, f.count, f.least, f.incomplete,
                    f.possible * daterange(lower(a.possible * multirange(f.days)), NULL), NULL,
                    f.state, f.states, f.entity, f.what, f.source, f.behind
                FROM dated f, anybody a WHERE f.state IS NULL AND a.possible && f.days
            """;

    /** What was given for the network counts whole, whoever did it. */
    private static final String GIVEN =
            """
                UNION ALL
                SELECT w.key, w.count, w.least, w.incomplete, w.possible, w.certain, w.state, w.states, w.entity, w.what,
                    w.source, concat_ws(',', w.behind, g.told)
                FROM entire w JOIN given_for g USING (entity)
            """;

    private static final String CLOSED = ")\n";

    /** By the first definition: what is counted of its members on the days asked about, whenever it happened. */
    private static final String OF_MEMBERS = ", " + Memberships.MEMBERS
            + """
            , scoped AS (
                SELECT f.key, f.count, f.least, f.incomplete, f.possible * m.possible AS possible,
                    f.certain * m.certain AS certain, f.state, f.states, f.entity, f.what, f.source, f.behind
                FROM figure f JOIN spell m USING (state)
                UNION ALL
                SELECT key, count, least, incomplete, possible, NULL, state, states, entity, what, source, behind
                FROM figure WHERE state IS NULL)
            """;

    private static final String PRESENCE =
            """
            SELECT %1$s AS key, 1::bigint AS count, 1::bigint AS least, false AS incomplete,
                daterange(min(present), NULL) AS possible,
                CASE WHEN min(certainly_present) FILTER (WHERE single) IS NOT NULL
                    THEN daterange(min(certainly_present) FILTER (WHERE single), NULL) END AS certain,
                state, CASE WHEN state IS NULL THEN '{}' ELSE ARRAY[state] END AS states, entity,
                CASE WHEN state IS NULL THEN 'officials whose state is not known in ' || title
                    ELSE count(DISTINCT person) || CASE count(DISTINCT person) WHEN 1 THEN ' official' ELSE ' officials' END || ' of ' || state
                        || ' in ' || title END AS what,
                max(source) AS source, string_agg(behind, ',') AS behind,
                daterange(min(present), min(certainly_present), '[]') AS happened
            FROM located n WHERE %4$s GROUP BY entity, title, state%3$s
            UNION ALL
            SELECT %2$s, 1, 1, false, daterange(h.possible_from, NULL),
                CASE WHEN c.entity IS NULL AND h.certain_from IS NOT NULL THEN daterange(h.certain_from, NULL) END,
                n.state, ARRAY[n.state], h.entity, n.state || ' is named in what is reported of ' || h.title,
                n.source, concat_ws(',', n.behind, h.behind, c.behind),
                daterange(h.possible_from, h.certain_from, '[]')
            FROM held h JOIN named n USING (entity) LEFT JOIN contradicted c USING (entity, state)
            UNION ALL
            SELECT entity, 0, 0, true, daterange(possible_from, known_since), NULL, NULL, '{}', entity,
                CASE WHEN known = 0 THEN 'no state is known that took part in ' || title
                    ELSE 'only ' || known || ' of ' || stated || ' states are known that took part in ' || title END,
                source, behind, daterange(possible_from, certain_from, '[]')
            FROM (SELECT h.*, coalesce(k.known, 0) AS known, r.stated, l.entity IS NOT NULL AS listed,
                      CASE WHEN coalesce(k.known >= r.stated, true) THEN w.since END AS known_since
                  FROM held h
                      LEFT JOIN (SELECT entity, count(DISTINCT state) AS known
                                 FROM (SELECT entity, state FROM named UNION ALL SELECT entity, state FROM located) s
                                 GROUP BY entity) k USING (entity)
                      LEFT JOIN (SELECT entity, max(states_count) AS stated FROM reported GROUP BY entity) r
                          USING (entity)
                      LEFT JOIN whole w USING (entity)
                      LEFT JOIN listed l USING (entity)) counted
            WHERE (known < stated OR known = 0 AND NOT listed)
                AND possible_from < coalesce(known_since, 'infinity')
            """;

    /**
     * {@code on_roster}: the states that somebody on a complete roster can be from, null where one is not known.
     * {@code contradicted}: states that a report names, and nobody on a complete roster can be from. Of two sources that
     * contradict each other neither is certain, on whatever day.
     */
    private static final String CONTRADICTED =
            """
            , on_roster AS (
                SELECT DISTINCT e.entity, s.state
                FROM whole w JOIN held h USING (entity) JOIN enrolled e USING (entity)
                    LEFT JOIN served s ON s.entity = e.official_entity
                        AND s.days && daterange(greatest(e.present, h.possible_from),
                            CASE WHEN h.certain_from IS NOT NULL AND (e.present IS NULL OR e.certainly_present IS NOT NULL)
                                THEN greatest(e.certainly_present, h.certain_from) END, '[]')
                WHERE e.listed AND e.entity IN (SELECT entity FROM named)),
            contradicted AS (
                SELECT n.entity, n.state, w.behind
                FROM named n JOIN whole w USING (entity) JOIN held h USING (entity)
                WHERE NOT EXISTS (SELECT FROM on_roster r WHERE r.entity = n.entity AND r.state = n.state)
                    AND NOT EXISTS (SELECT FROM on_roster r WHERE r.entity = n.entity AND r.state IS NULL))
            """;

    /**
     * Whose state is not known may have served another one than those that are known; unless a report says of how many
     * states they were, which says itself whether others are missing.
     */
    private static final String OF_UNKNOWN_STATE =
            """
            UNION ALL
            SELECT entity, 0, 0, true, daterange(min(present), NULL), NULL, NULL, '{}', entity,
                'officials whose state is not known in ' || title, max(source), string_agg(behind, ','),
                daterange(min(present), min(certainly_present), '[]')
            FROM located
            WHERE state IS NULL AND entity NOT IN (SELECT entity FROM reported WHERE states_count IS NOT NULL)
            GROUP BY entity, title
            """;

    private static final String COMPLETED =
            """
            SELECT %4$s AS key, 1::bigint AS count, 1::bigint AS least, false AS incomplete,
                daterange(completed, NULL) AS possible,
                CASE WHEN certainly_completed IS NOT NULL %2$s THEN daterange(certainly_completed, NULL) END AS certain,
                %1$s AS state, CASE WHEN %1$s IS NULL THEN '{}' ELSE ARRAY[%1$s] END AS states, entity,
                'completed ' || title AS what, source, behind, daterange(completed, certainly_completed, '[]') AS happened
            FROM %3$s WHERE completed IS NOT NULL
            """;

    private Parts() {}

    /**
     * Who was present at seminars held, by state, and why more can have been. In the scope of a network those who came
     * at other times are told apart: one can have been there while the state was a member, and another not.
     *
     * @param bySeminar whether seminars are counted; else states are
     */
    static String presence(boolean bySeminar, FigureQuestion question) {
        if (question.isByFirstDefinition()) {
            return FirstReading.presence(bySeminar);
        }
        String apart = question.network() == null ? "" : ", present, certainly_present";
        return bySeminar
                ? PRESENCE.formatted("n.entity", "h.entity", apart, "true")
                : PRESENCE.formatted("n.state", "n.state", apart, "state IS NOT NULL")
                        + (question.isByFirstDefinition() ? "" : OF_UNKNOWN_STATE);
    }

    /**
     * Completions of seminars held.
     *
     * @param key what is counted once: a person, or an enrolment
     */
    static String completed(String key, FigureQuestion question) {
        return completed(key, question.network() != null, question.isByFirstDefinition() ? "located_first" : "located");
    }

    /** The same, of everybody, whomever they served. */
    static String completed(String key) {
        return completed(key, false, "attended");
    }

    private static String completed(String key, boolean inNetwork, String located) {
        return COMPLETED.formatted(
                inNetwork ? "state" : "NULL::text",
                inNetwork ? "AND single" : "",
                inNetwork ? located : "attended",
                key);
    }

    /** The rows of a figure, in the scope asked about. */
    static String scoped(FigureQuestion question, String figure) {
        return scoped(question, "", figure);
    }

    /** @param further expressions that the figure's rows are made of, beside the common ones */
    static String scoped(FigureQuestion question, String further, String figure) {
        return scoped(question, further, figure, "SELECT * FROM figure");
    }

    /** @param whole the figure's rows whatever states they are of, for what was given for the network */
    static String scoped(FigureQuestion question, String further, String figure, String whole) {
        String rows = COMMON + (question.isByFirstDefinition() ? FirstReading.LOCATED : CONTRADICTED) + further
                + ", figure AS (" + figure + ")";
        if (question.network() == null) {
            return rows + ALL;
        }
        return question.isByFirstDefinition()
                ? rows + OF_MEMBERS
                : rows + ", entire AS (" + whole + ")" + WHILE_MEMBERS + GIVEN + CLOSED;
    }

    /**
     * The same in the scope of a network, with what belongs to it whoever its members are.
     *
     * @param given rows of what is recorded as the network's own
     */
    static String scoped(String further, String figure, String given) {
        return COMMON + further + ", figure AS (" + figure + ")" + WHILE_MEMBERS + "UNION ALL " + given + CLOSED;
    }

    /** The rows of a figure that are in the scope, all of them. */
    static String whole(String further, String figure) {
        return COMMON + further + ", figure AS (" + figure + ")" + ALL;
    }
}
