package org.preventionnetwork.registry.query.personal;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.preventionnetwork.registry.access.Caller;
import org.preventionnetwork.registry.access.Role;
import org.preventionnetwork.registry.personal.BlindIndex;
import org.preventionnetwork.registry.personal.ErasedPersons;
import org.preventionnetwork.registry.personal.MasterKeys;
import org.preventionnetwork.registry.personal.PersonKeys;
import org.preventionnetwork.registry.personal.PersonalData;
import org.preventionnetwork.registry.query.projection.engine.TestRegistry;

/** What reads personal data, for parts that are tested without the application around them. Events are sealed. */
public record TestReading(Viewings viewings, PersonalReader reader, BlindIndex index, PersonKeys keys) {
    public static TestReading of(TestRegistry registry) {
        AccessLog log = new AccessLog(
                registry.dataSource(),
                request -> new Caller("auditor", EnumSet.of(Role.AUDITOR), Set.of()),
                new SimpleMeterRegistry());
        Viewings viewings = new Viewings(log);
        Path masters = Path.of("target", "keys-" + UUID.randomUUID());
        PersonalData personal = PersonalData.in(
                registry.dataSource(),
                mayBeMade -> MasterKeys.in(masters, null, mayBeMade),
                ErasedPersons.in(registry.client()),
                Duration.ofMinutes(1));
        registry.sealing(personal.events());
        return new TestReading(
                viewings,
                new PersonalReader(viewings, personal.events(), personal.keys()),
                personal.index(),
                personal.keys());
    }
}
