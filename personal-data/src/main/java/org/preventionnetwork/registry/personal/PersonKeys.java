package org.preventionnetwork.registry.personal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.Aead;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.facts.Refused;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.springframework.dao.DataAccessException;

/**
 * The keys of persons, remembered for a short time. There are three answers, and none is taken for another: the key; the
 * person is erased; or {@link KeyUnavailable}.
 */
public final class PersonKeys {
    private static final int REMEMBERED = 10_000;

    private final KeyTable table;
    private final Aead master;
    private final ErasedPersons erased;
    private final Cache<OfficialId, Optional<PersonKey>> known;

    PersonKeys(KeyTable table, Aead master, ErasedPersons erased, Duration remembered) {
        this.table = table;
        this.master = master;
        this.erased = erased;
        this.known = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(remembered)
                .build();
    }

    /**
     * @return empty for an erased person
     * @throws KeyUnavailable for anybody else without a key
     */
    Optional<PersonKey> find(OfficialId person) {
        Optional<PersonKey> key = known.getIfPresent(person);
        if (key == null) {
            key = load(List.of(person)).get(person);
        }
        if (key == null) {
            throw new KeyUnavailable("there is no key for " + person, null);
        }
        return key;
    }

    /** Gets many at once, so that they are at hand when they are asked for one by one. */
    public void prepare(Collection<OfficialId> persons) {
        Set<OfficialId> missing = new HashSet<>(persons);
        missing.removeAll(known.asMap().keySet());
        if (!missing.isEmpty()) {
            load(missing);
        }
    }

    /**
     * The key of a person about whom something is recorded, with by what the person can be found from now on.
     *
     * @param mayBeNew whether a key is made for who has none
     * @throws Refused when the person is erased: nobody is revived
     */
    PersonKey forRecording(OfficialId person, boolean mayBeNew, BlindIndex.Tokens tokens) {
        try {
            boolean made = mayBeNew && known.getIfPresent(person) == null && make(person, tokens);
            if (!made && !tokens.isEmpty()) {
                table.keep(person, tokens);
            }
        } catch (DataAccessException e) {
            throw unreachable(e);
        }
        return find(person)
                .orElseThrow(() -> new Refused(RefusalCode.OFFICIAL_ERASED, "the data of this official was erased"));
    }

    private boolean make(OfficialId person, BlindIndex.Tokens tokens) {
        PersonKey.Fresh fresh = PersonKey.generate(person, master);
        boolean made = table.keepNew(person, fresh.wrapped(), tokens);
        if (made && erased.among(List.of(person)).isEmpty()) {
            remember(person, Optional.of(fresh.key()));
        }
        return made;
    }

    /** What is loaded is remembered too, but nobody can count on finding it there. */
    private Map<OfficialId, Optional<PersonKey>> load(Collection<OfficialId> persons) {
        try {
            Set<OfficialId> forgotten = erased.among(persons);
            Map<OfficialId, KeyTable.Row> rows = table.find(persons);
            Map<OfficialId, Optional<PersonKey>> loaded = new HashMap<>();
            for (OfficialId person : persons) {
                KeyTable.Row row = rows.get(person);
                if (forgotten.contains(person) || (row != null && row.erasedAt() != null)) {
                    loaded.put(person, Optional.empty());
                } else if (row != null && row.wrapped() != null) {
                    loaded.put(person, Optional.of(PersonKey.unwrap(person, row.wrapped(), master)));
                }
            }
            loaded.forEach(this::remember);
            return loaded;
        } catch (DataAccessException e) {
            throw unreachable(e);
        }
    }

    /** A key that was read before the person was erased does not come back into memory after. */
    private void remember(OfficialId person, Optional<PersonKey> key) {
        known.asMap().merge(person, key, (before, now) -> before.isEmpty() ? before : now);
    }

    /**
     * Destroys the key and by what the person can be found, for ever. The history must say before that the person is
     * erased. Doing it again does nothing. What is left of them in the database's files is to be got out of there:
     * {@link Remains}.
     *
     * @return when it was destroyed
     */
    public Instant destroy(OfficialId person) {
        try {
            Instant at = table.destroy(person);
            known.put(person, Optional.empty());
            return at;
        } catch (DataAccessException e) {
            throw unreachable(e);
        }
    }

    /** Those of the erased whose keys are still to be destroyed, after a crash or a restored backup, say. */
    public List<OfficialId> undestroyed() {
        try {
            List<OfficialId> all = erased.all();
            return all.isEmpty() ? List.of() : table.remaining(all);
        } catch (DataAccessException e) {
            throw unreachable(e);
        }
    }

    private static KeyUnavailable unreachable(DataAccessException e) {
        return new KeyUnavailable("the keys cannot be reached", e);
    }
}
