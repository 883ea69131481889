package org.preventionnetwork.registry.command.http;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.command.dispatch.SamePersons;

/** Merges beside events in memory. */
final class PersonsInMemory implements SamePersons {
    private final Map<OfficialId, OfficialId> merged = new ConcurrentHashMap<>();

    @Override
    public Set<OfficialId> of(OfficialId official) {
        Set<OfficialId> same = new HashSet<>(Set.of(official));
        boolean found = true;
        while (found) {
            Set<OfficialId> known = Set.copyOf(same);
            merged.forEach((one, into) -> {
                if (known.contains(one) || known.contains(into)) {
                    same.addAll(Set.of(one, into));
                }
            });
            found = same.size() > known.size();
        }
        same.remove(official);
        return same;
    }

    @Override
    public void keep(OfficialId official, @Nullable OfficialId into) {
        if (into == null) {
            merged.remove(official);
        } else {
            merged.put(official, into);
        }
    }
}
