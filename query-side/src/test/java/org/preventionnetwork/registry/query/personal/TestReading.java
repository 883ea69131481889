package org.preventionnetwork.registry.query.personal;

import java.util.EnumSet;
import java.util.Set;
import org.preventionnetwork.registry.access.Caller;
import org.preventionnetwork.registry.access.Role;
import org.preventionnetwork.registry.query.projection.TestRegistry;

/** What reads personal data, for parts that are tested without the application around them. */
public record TestReading(Viewings viewings, PersonalReader reader) {
    public static TestReading of(TestRegistry registry) {
        AccessLog log = new AccessLog(
                registry.dataSource(), request -> new Caller("auditor", EnumSet.of(Role.AUDITOR), Set.of()));
        Viewings viewings = new Viewings(log);
        return new TestReading(viewings, new PersonalReader(viewings));
    }
}
