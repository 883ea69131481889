package org.preventionnetwork.registry.personal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.preventionnetwork.registry.api.officials.OfficialId;

/** A history that only says who is erased. */
final class HistoryOfErasures implements ErasedPersons {
    final List<OfficialId> erased = new ArrayList<>();

    @Override
    public Set<OfficialId> among(Collection<OfficialId> persons) {
        return persons.stream().filter(erased::contains).collect(Collectors.toSet());
    }

    @Override
    public List<OfficialId> all() {
        return List.copyOf(erased);
    }
}
