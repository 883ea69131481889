package org.preventionnetwork.registry.query.personal;

import java.util.LinkedHashSet;
import java.util.Set;
import org.preventionnetwork.registry.api.officials.OfficialId;

/** One answer's reading of personal data: what for, and of whom. Belongs to one thread. */
final class Viewing {
    private final ViewKind kind;
    private final Set<OfficialId> persons = new LinkedHashSet<>();

    Viewing(ViewKind kind) {
        this.kind = kind;
    }

    ViewKind kind() {
        return kind;
    }

    void saw(OfficialId person) {
        persons.add(person);
    }

    Set<OfficialId> persons() {
        return persons;
    }
}
