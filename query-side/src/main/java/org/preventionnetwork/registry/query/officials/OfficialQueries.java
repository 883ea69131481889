package org.preventionnetwork.registry.query.officials;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.personal.BlindIndex;
import org.preventionnetwork.registry.personal.Searchable;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.MalformedQuestion;
import org.preventionnetwork.registry.query.http.Page;
import org.preventionnetwork.registry.query.http.Paging;
import org.preventionnetwork.registry.query.officials.OfficialAnswers.AlumniStatus;
import org.preventionnetwork.registry.query.officials.OfficialAnswers.OfficialItem;
import org.preventionnetwork.registry.query.personal.PersonalReader;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Officials at one point of both clocks. What is erased by now is not told of any point. */
@Component
class OfficialQueries {
    private static final String LISTED = "WITH RECURSIVE "
            + AlumniSql.ALUMNI
            + """
            , listed AS (
                SELECT substr(o.entity, 10) AS id, o.*, gone.entity IS NOT NULL AS erased_by_now,
                       a.institution, a.position, coalesce(person.canonical, substr(o.entity, 10)) AS canonical,
                       alumni.reason AS alumni_reason, coalesce(alumni.certain, true) AS alumni_certain
                FROM read.official o
                    LEFT JOIN (SELECT DISTINCT entity FROM read.official
                               WHERE erased AND known_until IS NULL) gone ON gone.entity = o.entity
                    LEFT JOIN read.affiliation a ON a.entity = o.entity AND a.answers
                        AND a.valid @> :day::date AND a.known @> :position::bigint
                    LEFT JOIN person ON person.official = substr(o.entity, 10)
                    LEFT JOIN alumni ON alumni.canonical = coalesce(person.canonical, substr(o.entity, 10))
                WHERE o.valid @> :day::date AND o.known @> :position::bigint
                  AND (:entity::text IS NULL OR o.entity = :entity)),
            found AS (
                SELECT * FROM listed
                WHERE (:state::text IS NULL OR state = :state)
                  AND (:alumni::boolean IS NULL OR (alumni_reason IS NOT NULL) = :alumni)
                  AND (:candidates::text[] IS NULL OR id = ANY (:candidates)))
            """;
    private static final Map<String, String> SORTS = Map.of("id", "id", "state", "state", "institution", "institution");
    private static final String BY_NAME = "fullName";
    /** Names are sorted here, since the database cannot read them. */
    private static final int MOST_SORTED = 10_000;

    private final JdbcClient jdbc;
    private final PersonalReader personal;
    private final BlindIndex index;

    OfficialQueries(@Qualifier("query") DataSource database, PersonalReader personal, BlindIndex index) {
        this.jdbc = JdbcClient.create(database);
        this.personal = personal;
        this.index = index;
    }

    /** @param words of a name, or a whole e-mail */
    record Filter(@Nullable String words, @Nullable StateCode state, @Nullable Boolean alumni) {}

    /** An official whose personal texts are not read yet. */
    private record Unread(
            OfficialItem item, @Nullable String fullName, @Nullable String email, @Nullable String position) {}

    Page<OfficialItem> officials(Filter filter, Paging paging, Clocks clocks) {
        Map<String, @Nullable Object> parameters = parameters(clocks);
        parameters.put("state", filter.state() == null ? null : filter.state().value());
        parameters.put("alumni", filter.alumni());
        if (filter.words() == null && !BY_NAME.equals(paging.sort())) {
            return page(parameters, paging, clocks);
        }
        if (filter.words() != null) {
            parameters.put(
                    "candidates",
                    index.find(filter.words()).stream().map(OfficialId::value).toArray(String[]::new));
        }
        List<Unread> found = byName(filter, parameters, paging);
        List<OfficialItem> items = found.stream()
                .skip(paging.offset())
                .limit(paging.size())
                .map(this::read)
                .toList();
        return Page.of(items, paging, found.size(), clocks);
    }

    private Page<OfficialItem> page(Map<String, @Nullable Object> parameters, Paging paging, Clocks clocks) {
        long total = jdbc.sql(LISTED + "SELECT count(*) FROM found")
                .params(parameters)
                .query(Long.class)
                .single();
        List<Unread> found = jdbc.sql(LISTED
                        + "SELECT * FROM found ORDER BY %s LIMIT :size OFFSET :offset"
                                .formatted(paging.orderBy(SORTS, "id")))
                .params(parameters)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query((row, n) -> unread(row))
                .list();
        prepare(found);
        return Page.of(found.stream().map(this::read).toList(), paging, total, clocks);
    }

    /** What is asked of names is answered here: which of the candidates have them now, and in what order. */
    private List<Unread> byName(Filter filter, Map<String, @Nullable Object> parameters, Paging paging) {
        Paging inDatabase =
                BY_NAME.equals(paging.sort()) ? new Paging(paging.page(), paging.size(), null, false) : paging;
        List<Unread> candidates = jdbc.sql(LISTED
                        + "SELECT * FROM found ORDER BY %s LIMIT %d"
                                .formatted(inDatabase.orderBy(SORTS, "id"), MOST_SORTED + 1))
                .params(parameters)
                .query((row, n) -> unread(row))
                .list();
        if (candidates.size() > MOST_SORTED) {
            throw new MalformedQuestion(
                    BY_NAME.equals(paging.sort()) ? "sort" : "q",
                    "names are encrypted, and more than " + MOST_SORTED
                            + " would have to be opened; narrow it down by state, alumni or q");
        }
        prepare(candidates);
        List<Unread> found = candidates.stream()
                .filter(candidate -> filter.words() == null || matches(candidate, filter.words()))
                .toList();
        return inDatabase.equals(paging) ? found : sortedByName(found, paging.descending());
    }

    private boolean matches(Unread candidate, String words) {
        if (words.contains("@")) {
            String email = personal.unshown(candidate.email());
            return email != null && Searchable.sameEmail(email, words);
        }
        String name = personal.unshown(candidate.fullName());
        return name != null && Searchable.words(name).containsAll(Searchable.words(words));
    }

    /** Whoever has no name, having been erased, comes last. */
    private List<Unread> sortedByName(List<Unread> found, boolean descending) {
        Map<String, String> names = new HashMap<>();
        for (Unread official : found) {
            String name = personal.unshown(official.fullName());
            if (name != null) {
                names.put(official.item().id(), String.join(" ", Searchable.words(name)));
            }
        }
        Comparator<String> order = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return found.stream()
                .sorted(Comparator.comparing(
                        (Unread official) -> names.get(official.item().id()), Comparator.nullsLast(order)))
                .toList();
    }

    private void prepare(List<Unread> officials) {
        personal.prepare(officials.stream()
                .filter(official -> official.fullName() != null)
                .map(official -> new OfficialId(official.item().id()))
                .toList());
    }

    /** An official with why it counts as an alumnus, or does not. */
    record Told(OfficialItem official, AlumniStatus alumni) {}

    Optional<Told> official(OfficialId id, Clocks clocks) {
        Map<String, @Nullable Object> parameters = parameters(clocks);
        parameters.put("entity", id.aggregateId());
        return jdbc.sql(LISTED + "SELECT * FROM found")
                .params(parameters)
                .query((row, n) -> new Told(read(unread(row)), status(row)))
                .optional();
    }

    /** Without reading who it is. */
    boolean isKnown(OfficialId id, Clocks clocks) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM read.official WHERE entity = :entity AND valid @> :day::date"
                        + " AND known @> :position::bigint)")
                .param("entity", id.aggregateId())
                .param("day", clocks.day())
                .param("position", clocks.position())
                .query(Boolean.class)
                .single();
    }

    private static Map<String, @Nullable Object> parameters(Clocks clocks) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("day", clocks.day());
        parameters.put("position", clocks.position());
        parameters.put("entity", null);
        parameters.put("state", null);
        parameters.put("alumni", null);
        parameters.put("candidates", null);
        return parameters;
    }

    private static Unread unread(ResultSet row) throws SQLException {
        boolean erased = row.getBoolean("erased_by_now");
        OfficialItem item = new OfficialItem(
                row.getString("id"),
                null,
                null,
                row.getString("state"),
                row.getString("institution"),
                null,
                row.getString("alumni_reason") != null,
                erased,
                row.getString("canonical"),
                row.getBoolean("certain"),
                row.getString("fact_id"),
                row.getString("source"));
        return erased
                ? new Unread(item, null, null, null)
                : new Unread(item, row.getString("full_name"), row.getString("email"), row.getString("position"));
    }

    private OfficialItem read(Unread official) {
        return official.item()
                .with(
                        personal.read(official.fullName()),
                        personal.read(official.email()),
                        personal.read(official.position()));
    }

    private static AlumniStatus status(ResultSet row) throws SQLException {
        String reason = row.getString("alumni_reason");
        String exception = row.getString("alumni_exception");
        boolean revoked = reason == null && "REVOKED".equals(exception);
        return new AlumniStatus(
                reason != null,
                row.getBoolean("alumni_certain"),
                reason != null ? reason : revoked ? "REVOKED" : "NONE",
                revoked || "GRANTED".equals(reason) ? row.getString("exception_on") : null);
    }
}
