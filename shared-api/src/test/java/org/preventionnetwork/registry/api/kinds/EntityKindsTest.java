package org.preventionnetwork.registry.api.kinds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.preventionnetwork.registry.api.facts.Annulment;
import org.preventionnetwork.registry.api.facts.AnnulsEverything;
import org.preventionnetwork.registry.api.facts.AnnulsFact;
import org.preventionnetwork.registry.api.facts.BatchId;
import org.preventionnetwork.registry.api.facts.CarriesPatch;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.CorrectsFact;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.facts.EntityKind;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.FactPatch;
import org.preventionnetwork.registry.api.facts.HomeScope;
import org.preventionnetwork.registry.api.facts.InvalidId;
import org.preventionnetwork.registry.api.facts.PartKind;
import org.preventionnetwork.registry.api.facts.RegistryCommand;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.facts.SourceAddition;
import org.preventionnetwork.registry.api.facts.WholeCorrection;
import org.preventionnetwork.registry.api.networks.NetworkEntity;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkRegistered;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkRenamed;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.networks.NetworkKind;
import org.preventionnetwork.registry.api.officials.OfficialEntity;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.api.wire.RegistryJson;

class EntityKindsTest {
    private static final FactId FACT = new FactId("a-fact");

    static List<EntityKind<?>> kinds() {
        return EntityKinds.ALL;
    }

    @Test
    void every_type_of_entity_is_described_once_in_its_order() {
        assertThat(EntityKinds.ALL).extracting(EntityKind::type).containsExactly(EntityType.values());
        for (EntityType type : EntityType.values()) {
            assertThat(EntityKinds.of(type).type()).isEqualTo(type);
            assertThat(EntityType.ofCollection(type.collection())).contains(type);
        }
        assertThat(EntityType.ofCollection("network")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_stored_id_is_read_as_the_id_of_its_kind(EntityKind<?> kind) {
        EntityId id = kind.id("one-of-them");
        assertThat(id).isInstanceOf(kind.idType()).isEqualTo(EntityKinds.id(id.aggregateId()));
        assertThat(id.type()).isEqualTo(kind.type());
        assertThat(kind.idField()).isEqualTo(kind.type().prefix() + "Id");
        assertThat(EntityKinds.ofId(id.getClass())).contains(kind);
        assertThatThrownBy(() -> kind.id("No id")).isInstanceOf(InvalidId.class);
    }

    @Test
    void what_is_no_stored_id_is_refused() {
        assertThatThrownBy(() -> EntityKinds.id("africa")).hasMessageContaining("network:africa");
        assertThatThrownBy(() -> EntityKinds.id("networks:africa")).hasMessageContaining("networks");
        assertThatThrownBy(() -> EntityKinds.id("network:")).isInstanceOf(InvalidId.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void its_commands_correct_and_annul_the_fact_that_they_are_given(EntityKind<?> kind) {
        EntityId id = kind.id("one-of-them");
        FactPatch patch = new FactPatch(RegistryJson.mapper().createObjectNode().put("on", "2012"));
        RegistryCommand correction = kind.correct(id, FACT, patch, CorrectionKind.LATE_REPORT);
        assertThat(correction).isInstanceOfSatisfying(CorrectsFact.class, it -> {
            assertThat(it.entity()).isEqualTo(id);
            assertThat(it.factId()).isEqualTo(FACT);
            assertThat(it.patch()).isEqualTo(patch);
            assertThat(it.correctionKind()).isEqualTo(CorrectionKind.LATE_REPORT);
        });
        RegistryCommand annulment = kind.annul(id, FACT, new BatchId("a-batch"));
        assertThat(annulment).isInstanceOfSatisfying(AnnulsFact.class, it -> {
            assertThat(it.entity()).isEqualTo(id);
            assertThat(it.factId()).isEqualTo(FACT);
            assertThat(it.wholeBatch()).isEqualTo(new BatchId("a-batch"));
        });
        assertThat(Stream.of(correction, annulment)).allSatisfy(command -> {
            assertThat(kind.commands()).isAssignableFrom(command.getClass());
            assertThat(EntityKinds.ofCommand(command.getClass())).isEqualTo(kind);
        });
    }

    @Test
    void what_happens_to_a_fact_is_said_in_the_vocabulary_of_its_kind() {
        NetworkRegistered fact =
                new NetworkRegistered(new NetworkId("africa"), FACT, "Africa", NetworkKind.values()[0]);
        assertThat(NetworkEntity.KIND.sourceAdded(fact)).isInstanceOf(SourceAddition.class);
        assertThat(NetworkEntity.KIND.annulled(fact, new BatchId("a-batch")))
                .isInstanceOfSatisfying(Annulment.class, it -> {
                    assertThat(it.wholeBatch()).isEqualTo(new BatchId("a-batch"));
                    assertThat(it.correctionKind()).isNull();
                });
        assertThat(NetworkEntity.KIND.takenBack(fact, CorrectionKind.SUPERSEDED))
                .isInstanceOfSatisfying(Annulment.class, it -> {
                    assertThat(it.wholeBatch()).isNull();
                    assertThat(it.correctionKind()).isEqualTo(CorrectionKind.SUPERSEDED);
                });
    }

    @Test
    void an_entity_is_named_by_its_facts_but_no_person_is() {
        NetworkId africa = new NetworkId("africa");
        Fact first = new NetworkRegistered(africa, FACT, "Africa", NetworkKind.values()[0]);
        Fact second = new NetworkRenamed(africa, FACT, "Network for Africa", HistoricalDate.parse("2019~"));
        assertThat(NetworkEntity.KIND.nameIn(first)).isEqualTo("Africa");
        assertThat(NetworkEntity.KIND.nameIn(second)).isEqualTo("Network for Africa");
        assertThat(NetworkEntity.KIND.renames(first)).isFalse();
        assertThat(NetworkEntity.KIND.renames(second)).isTrue();
        assertThat(OfficialEntity.KIND.isNamed()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void facts_and_commands_name_entities_parts_and_homes_as_the_description_says(EntityKind<?> kind) {
        assertThat(records(kind.events()))
                .allSatisfy(type -> assertThat(components(type)).contains(kind.idField()));
        assertThat(records(kind.commands()))
                .allSatisfy(type -> assertThat(components(type)).contains(kind.idField()));
        for (PartKind part : kind.parts()) {
            assertThat(records(kind.facts())).anyMatch(type -> components(type).contains(part.idField()));
            part.ends().forEach((fact, field) -> assertThat(components(fact)).contains(field, part.idField()));
            assertThat(part.passing())
                    .allSatisfy(fact -> assertThat(components(fact)).contains(part.idField()));
            if (part.opening() != null) {
                assertThat(components(part.opening().fact()))
                        .contains(part.idField(), part.opening().field());
            }
            assertThat(EntityKinds.partOfId(part.idType())).contains(part);
        }
        if (kind.home() instanceof HomeScope.Named named) {
            assertThat(Stream.concat(named.fields().stream(), named.links().stream()))
                    .allSatisfy(field -> {
                        assertThat(components(field.fact().by())).contains(field.field());
                        assertThat(components(field.command().by())).contains(field.field());
                        assertThat(EntityType.ofPrefix(field.field())).isIn(EntityType.NETWORK, EntityType.PROGRAMME);
                    });
        }
    }

    @Test
    void every_correction_of_a_whole_is_described() {
        assertThat(kinds().stream()
                        .flatMap(kind -> records(kind.commands()).stream())
                        .filter(CarriesPatch.class::isAssignableFrom)
                        .filter(command -> !CorrectsFact.class.isAssignableFrom(command)))
                .containsExactlyInAnyOrderElementsOf(
                        corrections().<Class<?>>map(WholeCorrection::command).toList());
        assertThat(corrections()).allSatisfy(correction -> assertThat(components(correction.recordedBy()))
                .containsAll(correction.fields()));
    }

    private static Stream<WholeCorrection> corrections() {
        return Stream.concat(
                        kinds().stream().map(EntityKind::correction),
                        EntityKinds.parts().stream().map(PartKind::correction))
                .flatMap(Stream::ofNullable);
    }

    /** A step that is not named here would leave the status of its enrolment untold where it is corrected. */
    @Test
    void every_step_of_an_enrolment_leads_to_a_status() {
        assertThat(records(EnrollmentFact.class))
                .filteredOn(step -> EnrollmentStatus.reachedBy(step) == null)
                .containsExactly(EnrollmentFact.EnrollmentRecorded.class);
    }

    /** Else nobody asks whether what is annulled is within the limits of who annuls it. */
    @ParameterizedTest
    @MethodSource("kinds")
    void what_annuls_names_a_fact_or_a_part_or_says_that_it_annuls_everything(EntityKind<?> kind) {
        List<String> whole = List.of(kind.idField(), "factId");
        assertThat(records(kind.commands()))
                .filteredOn(command -> command.getSimpleName().startsWith("Annul"))
                .isNotEmpty()
                .allMatch(command -> AnnulsFact.class.isAssignableFrom(command)
                        || AnnulsEverything.class.isAssignableFrom(command)
                                == components(command).equals(whole));
    }

    private static List<String> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    private static List<Class<?>> records(Class<?> type) {
        List<Class<?>> records = new ArrayList<>();
        if (type.isRecord()) {
            records.add(type);
        } else {
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                records.addAll(records(permitted));
            }
        }
        assertThat(records)
                .allMatch(one ->
                        RegistryEvent.class.isAssignableFrom(one) || RegistryCommand.class.isAssignableFrom(one));
        return records;
    }
}
