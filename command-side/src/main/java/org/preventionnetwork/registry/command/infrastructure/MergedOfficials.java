package org.preventionnetwork.registry.command.infrastructure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.outages.NotStored;
import org.preventionnetwork.registry.api.store.EventTables;
import org.preventionnetwork.registry.command.dispatch.KeptMerges;
import org.preventionnetwork.registry.command.dispatch.SamePersons;
import org.springframework.jdbc.core.JdbcTemplate;

/** Merges of officials' records in the database of the events, kept in the transactions that record them. */
final class MergedOfficials implements SamePersons, KeptMerges {
    /** A circle that is there from before circles were refused ends, since nothing is found twice. */
    private static final String SAME =
            """
            WITH RECURSIVE same (official) AS (
                SELECT ?::text
                UNION
                SELECT CASE WHEN m.official = same.official THEN m.into_official ELSE m.official END
                FROM same JOIN events.merged_official m
                    ON m.official = same.official OR m.into_official = same.official)
            SELECT official FROM same WHERE official <> ?
            """;

    private static final String MERGED =
            """
            INSERT INTO events.merged_official (official, into_official) VALUES (?, ?)
            ON CONFLICT (official) DO UPDATE SET into_official = excluded.into_official
            """;
    private static final String UNMERGED = "DELETE FROM events.merged_official WHERE official = ?";
    private static final String IS_MERGED = "SELECT count(*) FROM events.merged_official WHERE official = ?";

    private static final String EVER_MERGED =
            "SELECT DISTINCT substr(aggregate_id, 10) FROM %s event WHERE payload_type = 'official.OfficialsMerged'"
                    .formatted(EventTables.STORED);

    private final JdbcTemplate database;

    MergedOfficials(JdbcTemplate database) {
        this.database = database;
    }

    @Override
    public Set<OfficialId> of(OfficialId official) {
        List<String> same = database.queryForList(SAME, String.class, official.value(), official.value());
        return same.stream().map(OfficialId::new).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void keep(OfficialId official, @Nullable OfficialId into) {
        if (into == null) {
            database.update(UNMERGED, official.value());
            if (!Integer.valueOf(0).equals(database.queryForObject(IS_MERGED, Integer.class, official.value()))) {
                throw new NotStored("that two records are not merged");
            }
        } else {
            NotStored.unlessOne(database.update(MERGED, official.value(), into.value()), "that two records are merged");
        }
    }

    @Override
    public Map<OfficialId, OfficialId> kept() {
        Map<OfficialId, OfficialId> kept = new HashMap<>();
        database.query("SELECT official, into_official FROM events.merged_official", row -> {
            kept.put(new OfficialId(row.getString(1)), new OfficialId(row.getString(2)));
        });
        return kept;
    }

    @Override
    public Set<OfficialId> everMerged() {
        return database.queryForList(EVER_MERGED, String.class).stream()
                .map(OfficialId::new)
                .collect(Collectors.toUnmodifiableSet());
    }
}
