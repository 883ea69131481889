package org.preventionnetwork.registry.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.officials.OfficialEvent.AffiliationChanged;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialRegistered;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.officials.PersonalText;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.api.wire.RegistrySerializer;

/**
 * What it costs that personal data is encrypted: events of officials serialised, inserted and committed with and without
 * sealing, and read again with and without opening. The "raw" side is the same without encryption.
 */
final class EncryptionFigures {
    private static final int MANY = 16;
    private static final int PERSONS = 2_000;
    private static final int READ = 20_000;

    private final RunningRegistry registry;
    private final Settings settings;
    private final Serializer plain = RegistrySerializer.standard();
    private final Serializer sealing;
    private final StoredEvent like = StoredEvent.sample();
    private final AtomicLong ids = new AtomicLong();

    EncryptionFigures(RunningRegistry registry, Settings settings) {
        this.registry = registry;
        this.settings = settings;
        this.sealing = RegistrySerializer.sealing(registry.sealedEvents());
    }

    List<Figure> measure() throws Exception {
        List<Figure> figures = new ArrayList<>();
        try (RawEvents raw = new RawEvents(registry)) {
            Load.perSecond(1, settings.round(), raw::thread);
            figures.add(appending("officials registered, each with a new key and three texts", this::registered));
            for (long person = 0; person < PERSONS; person++) {
                sealing.serialize(registered(-person - 1), byte[].class);
            }
            figures.add(appending("affiliations of known officials, one text each", this::moved));
        }
        figures.add(reading());
        return figures;
    }

    private Figure appending(String what, LongFunction<RegistryEvent> events) throws Exception {
        Samples with = new Samples();
        Samples without = new Samples();
        for (int round = 0; round < settings.rounds(); round++) {
            without.add(append(plain, events));
            with.add(append(sealing, events));
        }
        return Figure.rates(
                what + ", serialised and inserted encrypted, beside in plain, " + MANY + " threads",
                with.median(),
                without.median(),
                "/s");
    }

    private double append(Serializer serializer, LongFunction<RegistryEvent> events) throws Exception {
        List<Connection> connections = new ArrayList<>();
        try {
            return Load.perSecond(MANY, settings.round(), number -> {
                Connection connection = registry.connectAsQuerySide();
                connections.add(connection);
                connection.setAutoCommit(false);
                PreparedStatement insert = connection.prepareStatement(RawEvents.INSERT);
                return () -> {
                    insert(insert, serializer, events.apply(ids.incrementAndGet()));
                    connection.commit();
                };
            });
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    private void insert(PreparedStatement insert, Serializer serializer, RegistryEvent event) throws SQLException {
        SerializedObject<byte[]> stored = serializer.serialize(event, byte[].class);
        String id = "event-" + ids.incrementAndGet();
        insert.setString(1, id);
        insert.setString(2, event.entity().aggregateId() + id);
        insert.setLong(3, 0);
        insert.setString(4, "official");
        insert.setString(5, like.timestamp());
        insert.setString(6, stored.getType().getName());
        insert.setString(7, stored.getType().getRevision());
        insert.setBytes(8, stored.getData());
        insert.setBytes(9, like.metadata());
        insert.executeUpdate();
    }

    private Figure reading() {
        List<SerializedObject<byte[]>> sealed = new ArrayList<>();
        List<SerializedObject<byte[]>> open = new ArrayList<>();
        for (long number = 1; number <= Math.min(READ, settings.events()); number++) {
            RegistryEvent event = moved(number);
            sealed.add(sealing.serialize(event, byte[].class));
            open.add(plain.serialize(event, byte[].class));
        }
        Samples with = new Samples();
        Samples without = new Samples();
        for (int round = 0; round < settings.rounds() + 1; round++) {
            double inPlain = read(open, plain);
            double encrypted = read(sealed, sealing);
            if (round > 0) {
                without.add(inPlain);
                with.add(encrypted);
            }
        }
        return Figure.rates(
                "events with personal data read and opened, beside read in plain, 1 thread",
                with.median(),
                without.median(),
                " events/s");
    }

    private static double read(List<SerializedObject<byte[]>> events, Serializer serializer) {
        long began = System.nanoTime();
        for (SerializedObject<byte[]> stored : events) {
            AffiliationChanged event = serializer.deserialize(stored);
            PersonalText position = event.position();
            if (position == null || !position.isPlain()) {
                throw new IllegalStateException("a text was not opened");
            }
        }
        return events.size() * 1e9 / (System.nanoTime() - began);
    }

    private OfficialRegistered registered(long number) {
        OfficialId id = new OfficialId(number < 0 ? "known-" + -number : "measured-" + number);
        return new OfficialRegistered(
                id,
                new FactId("registered"),
                PersonalText.plain(id, "Measured Person " + number),
                PersonalText.plain(id, "measured" + number + "@example.org"),
                null,
                null,
                PersonalText.plain(id, "Adviser"),
                null);
    }

    private AffiliationChanged moved(long number) {
        OfficialId id = new OfficialId("known-" + (1 + number % PERSONS));
        return new AffiliationChanged(
                id,
                new FactId("moved-" + number),
                null,
                null,
                PersonalText.plain(id, "Director of section " + number),
                HistoricalDate.parse("2012"));
    }
}
