package org.preventionnetwork.registry.command.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.officials.OfficialEvent.ContactChanged;
import org.preventionnetwork.registry.api.officials.OfficialEvent.FactCorrected;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.officials.PersonalText;

class RehearsedEventsTest {
    private static final String NAME = "Wangari Example";
    private static final String SOURCE = "a letter about Wangari";

    @TempDir
    Path folder;

    private final InMemoryEventStorageEngine engine = new InMemoryEventStorageEngine();
    private final EventStore recorded =
            EmbeddedEventStore.builder().storageEngine(engine).build();

    @Test
    void what_a_single_command_records_needs_no_file() {
        ScratchFiles none = () -> {
            throw new IOException("nothing is to be written");
        };
        try (RehearsedEvents events = new RehearsedEvents(recorded, none)) {
            List<DomainEventMessage<?>> few = history("few", 0, RehearsedEvents.MOST_HELD);
            events.appendEvents(few);

            assertThat(events.of("official:few")).isEqualTo(few);
            assertThat(events.lastSequenceNumberFor("official:few")).contains(RehearsedEvents.MOST_HELD - 1L);
            assertThatThrownBy(() -> events.appendEvents(history("one-more", 0, 1)))
                    .hasMessageContaining("no place on disk");
        }
    }

    @Test
    void what_went_to_the_file_comes_back_as_it_was_after_what_is_recorded() {
        engine.appendEvents(history("known", 0, 3));
        try (RehearsedEvents events = new RehearsedEvents(recorded, this::newFile)) {
            List<DomainEventMessage<?>> known = history("known", 3, 2_000);
            List<DomainEventMessage<?>> other = history("other", 0, 2_000);
            for (int i = 0; i < known.size(); i++) {
                events.appendEvents(List.of(known.get(i), other.get(i)));
            }

            assertSame(events.of("official:known"), known);
            assertSame(events.of("official:other"), other);
            assertSame(events.readEvents("official:known", 1_990).asStream().toList(), known.subList(1_987, 2_000));
            assertThat(sequence(events.readEvents("official:known", 0).asStream()))
                    .isEqualTo(IntStream.range(0, 2_003).mapToObj(Long::valueOf).toList());
            assertThat(events.lastSequenceNumberFor("official:known")).contains(2_002L);
            assertThat(events.lastSequenceNumberFor("official:nobody")).isEmpty();
        }
    }

    @Test
    void entities_that_share_a_bucket_are_told_apart() {
        assertThat("official:an").hasSameHashCodeAs("official:c0");
        try (RehearsedEvents events = new RehearsedEvents(recorded, this::newFile)) {
            List<DomainEventMessage<?>> an = history("an", 0, 600);
            List<DomainEventMessage<?>> c0 = history("c0", 0, 600);
            events.appendEvents(an.subList(0, 300));
            assertThat(events.lastSequenceNumberFor("official:c0")).isEmpty();
            events.appendEvents(c0.subList(0, 300));
            for (int i = 300; i < 600; i++) {
                events.appendEvents(List.of(an.get(i), c0.get(i)));
            }
            assertSame(events.of("official:an"), an);
            assertSame(events.of("official:c0"), c0);
        }
    }

    @Test
    void threads_may_tell_of_different_entities_at_the_same_time() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (RehearsedEvents events = new RehearsedEvents(recorded, this::newFile)) {
            List<Future<?>> telling = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                String prefix = "t" + thread + "-";
                telling.add(threads.submit(() -> {
                    for (int i = 0; i < 400; i++) {
                        String id = prefix + i % 20;
                        long before =
                                events.lastSequenceNumberFor("official:" + id).orElse(-1L);
                        assertThat(before).isEqualTo(i / 20 - 1L);
                        events.appendEvents(history(id, before + 1, 1));
                    }
                }));
            }
            for (Future<?> told : telling) {
                told.get();
            }
            for (int i = 0; i < 80; i++) {
                List<DomainEventMessage<?>> own = events.of("official:t" + i % 4 + "-" + i / 4);
                assertThat(sequence(own.stream()))
                        .isEqualTo(
                                IntStream.range(0, 20).mapToObj(Long::valueOf).toList());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void nothing_on_disk_can_be_read_and_nothing_stays() throws IOException {
        Path seen = folder.resolve("seen");
        ScratchFiles watched = () -> {
            Path file = newFile();
            Files.createLink(seen, file);
            return file;
        };
        try (RehearsedEvents events = new RehearsedEvents(recorded, watched)) {
            events.appendEvents(history("rehearsed-1", 0, 1_000));
            String bytes = Files.readString(seen, StandardCharsets.ISO_8859_1);

            assertThat(bytes).hasSizeGreaterThan(100_000);
            assertThat(bytes).doesNotContain(NAME, "Wangari", "Example", SOURCE, "official", "rehearsed-1", "fullName");
        }
        assertThat(left()).containsExactly("seen");
    }

    @Test
    void nothing_stays_after_a_failure() throws IOException {
        ScratchFiles unusable = () -> Files.createDirectory(folder.resolve("no-file"));
        try (RehearsedEvents events = new RehearsedEvents(recorded, unusable)) {
            assertThatThrownBy(() -> events.appendEvents(history("o-1", 0, 1_000)))
                    .hasMessageContaining("no place on disk");
            assertThat(left()).isEmpty();
        }
        RehearsedEvents events = new RehearsedEvents(recorded, this::newFile);
        events.appendEvents(history("o-1", 0, 255));
        assertThatThrownBy(() -> events.appendEvents(List.of(
                        new GenericDomainEventMessage<>("Official", "official:o-1", 255, new Unwritable()),
                        event("o-1", 256))))
                .hasStackTraceContaining("cannot be written");
        events.close();
        assertThat(left()).isEmpty();
    }

    @Test
    void a_piece_that_was_changed_on_disk_is_not_believed() throws IOException {
        Path seen = folder.resolve("seen");
        Path file = newFile();
        Files.createLink(seen, file);
        try (ScratchFile scratch = ScratchFile.over(file)) {
            long place = scratch.append(new byte[] {1, 2, 3});
            long same = scratch.append(new byte[] {1, 2, 3});
            assertThat(scratch.read(same)).containsExactly(1, 2, 3);
            byte[] bytes = Files.readAllBytes(seen);
            System.arraycopy(bytes, (int) same, bytes, (int) place, bytes.length - (int) same);
            Files.write(seen, bytes);
            assertThatThrownBy(() -> scratch.read(place)).hasMessageContaining("changed by somebody else");
        }
    }

    private record Unwritable() {
        @JsonProperty
        String text() {
            throw new IllegalStateException("cannot be written");
        }
    }

    private Path newFile() throws IOException {
        return Files.createTempFile(folder, "dry-run-", ".scratch");
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static List<DomainEventMessage<?>> history(String id, long from, int count) {
        return IntStream.range(0, count)
                .<DomainEventMessage<?>>mapToObj(i -> event(id, from + i))
                .toList();
    }

    private static DomainEventMessage<?> event(String id, long sequence) {
        OfficialId official = new OfficialId(id);
        ContactChanged changed = new ContactChanged(
                official,
                new FactId("contact-" + sequence),
                PersonalText.plain(official, NAME + " " + sequence),
                null,
                null);
        Object payload = sequence % 3 == 2
                ? new FactCorrected(official, changed.factId(), changed, CorrectionKind.LATE_REPORT)
                : changed;
        return new GenericDomainEventMessage<>(
                "Official", official.aggregateId(), sequence, payload, Map.of("actor", "tester", "source", SOURCE));
    }

    private static List<Long> sequence(Stream<? extends DomainEventMessage<?>> events) {
        return events.<Long>map(DomainEventMessage::getSequenceNumber).toList();
    }

    private static void assertSame(List<? extends DomainEventMessage<?>> actual, List<DomainEventMessage<?>> expected) {
        assertThat(actual.stream().map(RehearsedEventsTest::parts).toList())
                .isEqualTo(expected.stream().map(RehearsedEventsTest::parts).toList());
    }

    private static List<Object> parts(DomainEventMessage<?> event) {
        return List.of(
                event.getType(),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                event.getIdentifier(),
                event.getTimestamp(),
                event.getPayload(),
                event.getMetaData());
    }
}
