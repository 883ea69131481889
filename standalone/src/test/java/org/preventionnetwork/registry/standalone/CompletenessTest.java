package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.spring.stereotype.Aggregate;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.facts.Annulment;
import org.preventionnetwork.registry.api.facts.Correction;
import org.preventionnetwork.registry.api.facts.RegistryCommand;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.facts.SourceAddition;
import org.preventionnetwork.registry.api.officials.OfficialCommand;
import org.preventionnetwork.registry.api.wire.EventCatalogue;
import org.preventionnetwork.registry.api.wire.EventCatalogue.StoredName;

/** Everything that can be said is understood by whoever must understand it, or it says here why not. */
class CompletenessTest {
    private static final Path GOLDEN = Path.of("../shared-api/src/test/resources/golden");
    private static final String ROOT = "org.preventionnetwork.registry";

    /** Events that only the history shows, because … */
    private static final Map<Class<? extends RegistryEvent>, String> NOT_PROJECTED = Map.of();

    /** Commands without an address, because … */
    private static final Map<Class<?>, String> NOT_OFFERED = Map.of();

    private static final Collection<Class<? extends RegistryEvent>> EVENTS =
            EventCatalogue.standard().events();
    private static final JavaClasses REGISTRY = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT + ".command", ROOT + ".query", ROOT + ".api");

    /** What both sides read history with. */
    private static final Pattern READING = Pattern.compile(
            Pattern.quote(ROOT) + "\\.api\\.(history\\..*|networks\\.(MembershipSpells|NetworkSpan)\\b.*"
                    + "|seminars\\.(EnrollmentSteps|SeminarSchedule)\\b.*)");

    @Test
    void of_every_event_there_is_an_example_of_how_it_is_stored() {
        for (Class<? extends RegistryEvent> event : EVENTS) {
            StoredName name = EventCatalogue.standard().nameOf(event);
            assertThat(GOLDEN.resolve(name.name()).resolve("r" + name.revision() + ".json"))
                    .exists();
        }
    }

    @Test
    void there_is_no_example_of_an_event_that_does_not_exist() throws Exception {
        try (Stream<Path> examples = Files.list(GOLDEN)) {
            assertThat(examples.map(example -> example.getFileName().toString()))
                    .allSatisfy(name ->
                            assertThat(EventCatalogue.standard().classOf(name)).isNotNull());
        }
    }

    @Test
    void every_event_is_handled_by_the_aggregate_it_is_of() {
        for (Class<? extends RegistryEvent> event : EVENTS) {
            assertThat(handled(event, EventSourcingHandler.class))
                    .as("handlers of %s", event)
                    .anySatisfy(type -> assertThat(type).isAssignableFrom(event));
        }
    }

    @Test
    void every_command_is_handled_by_the_aggregate_it_is_for() {
        assertThat(commands()).hasSizeGreaterThan(80);
        for (Class<?> command : commands()) {
            assertThat(handled(command, CommandHandler.class))
                    .as("handlers of %s", command)
                    .contains(command);
        }
    }

    /** What handlers with this annotation take, in the aggregate of the feature of a message. */
    private static List<Class<?>> handled(
            Class<?> message, Class<? extends java.lang.annotation.Annotation> annotation) {
        return REGISTRY.stream()
                .filter(type -> type.isAnnotatedWith(Aggregate.class))
                .filter(type ->
                        type.getPackageName().equals(message.getPackageName().replace(".api.", ".command.")))
                .map(JavaClass::reflect)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(annotation))
                .map(Method::getParameterTypes)
                .map(parameters -> (Class<?>) parameters[0])
                .collect(Collectors.toList());
    }

    @Test
    void every_command_has_an_address() {
        Set<Class<?>> expected = commands();
        expected.removeAll(NOT_OFFERED.keySet());
        Set<Class<?>> mapped = Endpoint.of(RunningRegistry.shared()).stream()
                .map(Endpoint::command)
                .filter(command -> command != null)
                .collect(Collectors.toSet());
        assertThat(mapped).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void every_event_is_brought_in_by_a_projection_beside_the_history() {
        List<JavaClass> models = REGISTRY.stream()
                .filter(type -> type.getPackageName().startsWith(ROOT + ".query.")
                        || READING.matcher(type.getName()).matches())
                .filter(type -> !type.getPackageName().startsWith(ROOT + ".query.history"))
                .toList();
        Set<String> used = models.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getName())
                .collect(Collectors.toSet());
        Set<String> silent = new TreeSet<>();
        for (Class<? extends RegistryEvent> event : EVENTS) {
            boolean broughtIn = used.contains(event.getName())
                    || Stream.of(Correction.class, Annulment.class, SourceAddition.class)
                            .anyMatch(every -> every.isAssignableFrom(event) && used.contains(every.getName()));
            if (broughtIn == NOT_PROJECTED.containsKey(event)) {
                silent.add(event.getName());
            }
        }
        assertThat(silent).isEmpty();
    }

    @Test
    void every_command_that_has_a_form_has_a_title() {
        ResourceBundle titles = ResourceBundle.getBundle("texts/recording", Locale.ROOT);
        assertThat(commands())
                .filteredOn(command -> command != OfficialCommand.EraseOfficial.class)
                .isNotEmpty()
                .allMatch(command -> titles.containsKey("record.command." + command.getSimpleName()));
    }

    private static Set<Class<?>> commands() {
        Set<Class<?>> commands = new TreeSet<>((one, other) -> one.getName().compareTo(other.getName()));
        for (Class<? extends RegistryEvent> vocabulary : EventCatalogue.VOCABULARIES) {
            commands.addAll(records(commandsBeside(vocabulary)));
        }
        return commands;
    }

    /** {@code NetworkCommand} of {@code NetworkEvent}. */
    private static Class<?> commandsBeside(Class<?> vocabulary) {
        try {
            return Class.forName(vocabulary.getName().replaceAll("Event$", "Command"));
        } catch (ClassNotFoundException e) {
            throw new AssertionError("no commands beside " + vocabulary, e);
        }
    }

    private static List<Class<?>> records(Class<?> type) {
        if (!type.isSealed()) {
            assertThat(type).isRecord().isAssignableTo(RegistryCommand.class);
            return List.of(type);
        }
        List<Class<?>> records = new ArrayList<>();
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            records.addAll(records(permitted));
        }
        return records;
    }
}
