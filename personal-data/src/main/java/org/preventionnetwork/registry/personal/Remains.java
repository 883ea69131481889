package org.preventionnetwork.registry.personal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.outages.Patience;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What is left of destroyed keys and tokens in the files of their database, and how it is got out of there: the table is
 * written anew once no transaction can see what was destroyed, and the write-ahead log that has it is passed and deleted.
 * Nobody is said to be {@link Gone} before all of that was looked at; what is in the way is named, and waited for.
 *
 * <p>Many persons share one rewriting. After a crash all is done again, which does no harm.
 */
public final class Remains {
    private static final Logger log = LoggerFactory.getLogger(Remains.class);
    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(100);

    /** What stands between a person and {@link Gone}. */
    public enum Awaited {
        /** Other nodes may remember the key for a short time. */
        OTHER_NODES,
        /** A transaction, a prepared one, a standby or a replication slot may still see what was destroyed. */
        OLDER_TRANSACTIONS,
        /** Somebody holds a lock on the table of keys. */
        TABLE_IN_USE,
        /** A crash left files that no table owns, and they cannot be deleted from here. */
        UNOWNED_FILES,
        /** A replication slot, a standby or a setting keeps old segments of the write-ahead log. */
        WRITE_AHEAD_LOG
    }

    /**
     * What was found out, for the receipt.
     *
     * @param rewritten when the table and its indexes had been written anew
     * @param noStatistics whether the catalogue holds no copy either; false when that is not known
     * @param noUnowned whether no crash has left files that no table owns; false when that is not known
     * @param logPassed whether no segment of the write-ahead log is left from before; false when that is not known
     * @param noCopies whether there are no standbys, no replication slots and no archive
     */
    public record Gone(
            Instant rewritten, boolean noStatistics, boolean noUnowned, boolean logPassed, boolean noCopies) {}

    private static final class Person {
        private final long forgottenAt;
        /** Every transaction that took part in what was destroyed is from before this one. */
        private String horizon;

        private @Nullable Gone gone;

        private Person(String horizon, long forgottenAt) {
            this.horizon = horizon;
            this.forgottenAt = forgottenAt;
        }
    }

    private final DataSource database;
    private final KeyTable table;
    private final Duration otherNodes;
    private final Map<OfficialId, Person> persons = new HashMap<>();
    private final @Nullable Path cluster;
    /** Files that no table owned when they were first seen, and the first transaction that began after that. */
    private final Map<String, String> unowned = new HashMap<>();

    private final Set<Awaited> obstacles = EnumSet.noneOf(Awaited.class);

    /**
     * @param otherNodes how long other nodes may remember a key that is destroyed; zero where there are none
     * @param cluster PostgreSQL's folder, where it is this process's to delete from
     */
    Remains(DataSource database, KeyTable table, Duration otherNodes, @Nullable Path cluster) {
        this.cluster = cluster;
        this.database = database;
        this.table = table;
        this.otherNodes = otherNodes;
    }

    /** Those whose keys are destroyed, and who were not found to be gone yet. */
    public List<OfficialId> left() {
        try {
            return table.notGone();
        } catch (DataAccessException e) {
            throw unreachable(e);
        }
    }

    /**
     * Gets what is left of these persons out of the files. Their keys must be destroyed.
     *
     * @param patience for how long anything is waited for, unless other nodes need longer than that to forget
     * @return those who are gone; for the others it is to be tried again
     * @throws KeyUnavailable when the keys' database cannot be reached
     */
    public Map<OfficialId, Gone> remove(Collection<OfficialId> destroyed, Duration patience) {
        // What takes longer anyhow is not waited for.
        long deadline = System.nanoTime() + (patience.compareTo(otherNodes) < 0 ? 0 : patience.toNanos());
        Map<OfficialId, Gone> gone = attempt(destroyed);
        while (gone.size() < Set.copyOf(destroyed).size() && System.nanoTime() < deadline) {
            try {
                TimeUnit.NANOSECONDS.sleep(LOOK_AGAIN_AFTER.toNanos());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return gone;
            }
            gone = attempt(destroyed);
        }
        return gone;
    }

    /** What the last attempt found in the way; empty before the first. */
    public synchronized Set<Awaited> obstacles() {
        return Set.copyOf(obstacles);
    }

    /** One at a time: what is done for one is done for all. */
    private synchronized Map<OfficialId, Gone> attempt(Collection<OfficialId> destroyed) {
        // Rewriting a table takes as long as it takes, whoever waits for it.
        try (Patience.Held endless = Patience.endless();
                Connection connection = database.getConnection()) {
            KeyFiles files = new KeyFiles(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
            await(destroyed, files.now());
            List<Person> awaited = persons.values().stream()
                    .filter(person -> person.gone == null)
                    .toList();
            if (!awaited.isEmpty()) {
                obstacles.clear();
                files.withBriefLocks(() -> step(files, awaited));
            }
        } catch (KeyFiles.InUse e) {
            obstacles.add(Awaited.TABLE_IN_USE);
        } catch (SQLException | DataAccessException e) {
            throw unreachable(e);
        }
        Map<OfficialId, Gone> gone = new HashMap<>();
        for (OfficialId person : destroyed) {
            Person known = persons.get(person);
            if (known != null && known.gone != null) {
                gone.put(person, known.gone);
            }
        }
        return gone;
    }

    /** Whoever is destroyed again, after a backup was put back, is not gone any more. */
    private void await(Collection<OfficialId> destroyed, String horizon) {
        Set<OfficialId> notGone = Set.copyOf(table.notGone());
        for (OfficialId person : destroyed) {
            Person known = persons.get(person);
            if (known == null || (known.gone != null && notGone.contains(person))) {
                persons.put(person, new Person(horizon, System.nanoTime() + otherNodes.toNanos()));
            }
        }
    }

    private void step(KeyFiles files, List<Person> awaited) {
        if (files.forgetStatistics()) {
            String horizon = files.now();
            awaited.forEach(person -> person.horizon = horizon);
        }
        List<Person> ready =
                passing(awaited, person -> System.nanoTime() - person.forgottenAt >= 0, Awaited.OTHER_NODES);
        files.look();
        ready = passing(ready, person -> files.nobodySees(person.horizon), Awaited.OLDER_TRANSACTIONS);
        if (ready.isEmpty()) {
            return;
        }
        files.rewriteKeys();
        KeyFiles.Statistics statistics = files.rewriteStatistics();
        Instant rewritten = Instant.now();
        ready = passing(ready, person -> files.isLeftOut(person.horizon, statistics), Awaited.OLDER_TRANSACTIONS);
        if (ready.isEmpty()) {
            return;
        }
        if (statistics == KeyFiles.Statistics.REWRITTEN) {
            files.statisticsAreGone();
        }
        boolean lookedForUnowned = files.mayLookForUnowned();
        if (lookedForUnowned && !unownedAreGone(files)) {
            obstacles.add(Awaited.UNOWNED_FILES);
            return;
        }
        KeyFiles.Log passed = files.passLog();
        if (passed == KeyFiles.Log.KEPT) {
            obstacles.add(Awaited.WRITE_AHEAD_LOG);
            return;
        }
        Gone gone = new Gone(
                rewritten,
                statistics != KeyFiles.Statistics.NOT_KNOWN,
                lookedForUnowned,
                passed == KeyFiles.Log.PASSED,
                files.noCopiesAreMade());
        Set<Person> done = Set.copyOf(ready);
        table.gone(persons.entrySet().stream()
                .filter(entry -> done.contains(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList());
        done.forEach(person -> person.gone = gone);
    }

    /**
     * A crash of PostgreSQL while the table is written anew leaves the half of it that was written. Such a file is known
     * by this: nobody owns it although every transaction has ended that was under way when it was seen first.
     */
    private boolean unownedAreGone(KeyFiles files) {
        List<String> seen = files.unowned();
        unowned.keySet().retainAll(seen);
        if (seen.isEmpty()) {
            return true;
        }
        String now = files.now();
        seen.forEach(file -> unowned.putIfAbsent(file, now));
        files.look();
        if (cluster == null || !unowned.values().stream().allMatch(files::nobodySees)) {
            return false;
        }
        Set<String> still = Set.copyOf(files.unowned());
        for (String file : seen) {
            if (still.contains(file)) {
                delete(cluster.resolve(file));
            }
        }
        unowned.clear();
        return true;
    }

    private static void delete(Path file) {
        try {
            for (String fork : List.of("_fsm", "_vm", "")) {
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + fork));
            }
            log.info("What a crash has left of a table is deleted: {}", file.getFileName());
        } catch (IOException e) {
            throw new UncheckedIOException("what a crash has left of a table cannot be deleted", e);
        }
    }

    private List<Person> passing(List<Person> awaited, Predicate<Person> condition, Awaited otherwise) {
        List<Person> passing = awaited.stream().filter(condition).toList();
        if (passing.size() < awaited.size()) {
            obstacles.add(otherwise);
        }
        return passing;
    }

    private static KeyUnavailable unreachable(Exception e) {
        return new KeyUnavailable("the keys cannot be reached", e);
    }
}
