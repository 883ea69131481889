package org.preventionnetwork.registry.query.history;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.editions.EditionFigure;
import org.preventionnetwork.registry.api.editions.FigureKey;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.history.FactHistory.Changed;
import org.preventionnetwork.registry.api.history.KnownFact;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.officials.PersonalText;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.places.States;
import org.preventionnetwork.registry.api.seminars.Nominator;
import org.preventionnetwork.registry.api.statements.Metric;
import org.preventionnetwork.registry.api.statements.Scope;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.api.wire.EventCatalogue;
import org.preventionnetwork.registry.query.projection.Change;
import org.preventionnetwork.registry.query.projection.KnownFacts;
import org.preventionnetwork.registry.query.projection.RecordedEvent;

/** Whatever can be stored of one entity, at random: nothing here asks whether it makes sense. */
final class RandomHappenings {
    static final String SECRET = "Geheimnis";

    private static final List<String> DATES = List.of(
            "2012-03-29",
            "2012-01-01",
            "2012-03",
            "2012",
            "2015~",
            "2013?",
            "2013-05-02%",
            "2008-05~",
            "2012-21",
            "2012-22",
            "2012-23?",
            "2012-24~",
            "[2014-10-10..2015-07-16]",
            "[2012-03..2012-22]",
            "[2016..2019]%",
            "[..2017]",
            "[2012-05-03..]",
            "[..2012-22]~",
            "unknown");
    private static final List<String> TEXTS =
            List.of("Asunción", "La Red", "The Network", "de “Lemkin”, II", "un\ntexto 7", "Réseau A");

    private final Random random;
    private final List<Class<? extends RegistryEvent>> events;
    private final KnownFacts facts;
    private final String entity;
    private final String id;
    private final Optional optional;
    private long position;
    private @Nullable String left;

    /** What becomes of fields that may be absent. */
    enum Optional {
        ABSENT,
        PRESENT,
        EITHER
    }

    RandomHappenings(Random random, Class<? extends RegistryEvent> vocabulary) {
        this(random, vocabulary, 1, Optional.EITHER);
    }

    /** @param number of the entity, from 1 to 3: {@code one-1} */
    RandomHappenings(Random random, Class<? extends RegistryEvent> vocabulary, int number, Optional optional) {
        this.random = random;
        this.id = "one-" + number;
        this.optional = optional;
        this.events = EventCatalogue.standard().events().stream()
                .filter(vocabulary::isAssignableFrom)
                .toList();
        String type = EventCatalogue.standard().nameOf(events.get(0)).name();
        this.entity = type.substring(0, type.indexOf('.')) + ":" + id;
        this.facts = new KnownFacts(entity);
    }

    /** The next event, brought in. */
    Change next() {
        return bringIn(event());
    }

    /** A fact of this kind, brought in. */
    Change fact(Class<? extends RegistryEvent> type) {
        return bringIn(make(type, new FactId(id + "-fact-" + position), null));
    }

    /** A fact of this kind in which only this field is absent, brought in. */
    Change factWithout(Class<? extends RegistryEvent> type, String field) {
        left = field;
        try {
            return fact(type);
        } finally {
            left = null;
        }
    }

    /** Fields of such a fact that may be absent. */
    static List<String> optionalFields(Class<? extends RegistryEvent> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(field -> field.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName)
                .toList();
    }

    /** All kinds of facts, in the order in which the vocabulary declares them: what is created comes first. */
    List<Class<? extends RegistryEvent>> kinds() {
        return events.stream().filter(Fact.class::isAssignableFrom).toList();
    }

    private Change bringIn(RegistryEvent event) {
        String name = EventCatalogue.standard().nameOf(event.getClass()).name();
        RecordedEvent at = new RecordedEvent(
                ++position,
                Instant.EPOCH,
                "event-" + position,
                name,
                entity,
                position,
                Instant.EPOCH,
                Map.of(),
                () -> event);
        Changed changed = facts.apply(at);
        return new Change(at, facts, changed.before(), changed.after());
    }

    private RegistryEvent event() {
        Class<? extends RegistryEvent> type = any(events);
        if (Fact.class.isAssignableFrom(type)) {
            return make(type, new FactId("fact-" + position), null);
        }
        if (facts.isEmpty()) {
            return event();
        }
        KnownFact known = any(List.copyOf(facts.all()));
        return make(type, known.fact().factId(), known.fact());
    }

    private RegistryEvent make(Class<? extends RegistryEvent> type, FactId id, @Nullable Fact corrected) {
        RecordComponent[] fields = type.getRecordComponents();
        Object[] values = Arrays.stream(fields)
                .map(field -> field.getType() == FactId.class
                        ? id
                        : Fact.class.isAssignableFrom(field.getType())
                                ? make(corrected.getClass().asSubclass(RegistryEvent.class), id, null)
                                : value(field))
                .toArray();
        Class<?>[] types = Arrays.stream(fields).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return type.cast(create(type, types, values));
    }

    private static Object create(Class<?> type, Class<?>[] types, Object... values) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + type, e);
        }
    }

    private @Nullable Object value(RecordComponent field) {
        boolean absent = optional == Optional.EITHER ? random.nextInt(3) == 0 : optional == Optional.ABSENT;
        absent |= field.getName().equals(left);
        if (field.getAnnotatedType().isAnnotationPresent(Nullable.class) && absent) {
            return null;
        }
        if (field.getType() == List.class && optional == Optional.ABSENT) {
            return List.of();
        }
        if (field.getType() == List.class) {
            Class<?> item = (Class<?>) ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0];
            return IntStream.range(item == EditionFigure.class ? -1 : 0, random.nextInt(4))
                    .mapToObj(i -> value(item, "item"))
                    .toList();
        }
        return value(field.getType(), field.getName());
    }

    private Object value(Class<?> type, String name) {
        if (type == HistoricalDate.class) {
            return HistoricalDate.parse(any(DATES));
        } else if (type == StateCode.class) {
            return any(States.all());
        } else if (type == PersonalText.class) {
            return PersonalText.plain(new OfficialId(id), SECRET + random.nextInt(3));
        } else if (type == String.class) {
            return any(TEXTS);
        } else if (type == boolean.class) {
            return random.nextBoolean();
        } else if (type == Integer.class || type == int.class) {
            return random.nextInt(3000);
        } else if (type == long.class) {
            return (long) random.nextInt(30_000);
        } else if (type.isEnum()) {
            return any(Arrays.asList(type.getEnumConstants()));
        } else if (type == Scope.class) {
            return new Scope("network:one-1");
        } else if (type == Nominator.class) {
            return new Nominator(random.nextBoolean() ? any(States.all()).value() : "one-2");
        } else if (type == EditionFigure.class) {
            return new EditionFigure(
                    new FigureKey("key"),
                    any(TEXTS),
                    any(List.of(Metric.values())),
                    random.nextBoolean() ? null : new Scope("network:one-1"),
                    HistoricalDate.parse(any(DATES)),
                    random.nextBoolean() ? null : (long) random.nextInt(30_000));
        }
        boolean itself = entity.startsWith(name.replace("Id", "") + ":");
        return create(type, new Class<?>[] {String.class}, itself ? id : "one-" + (1 + random.nextInt(3)));
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
