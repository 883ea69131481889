package org.preventionnetwork.registry.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.facts.Refused;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.officials.OfficialEvent.AffiliationChanged;
import org.preventionnetwork.registry.api.officials.OfficialEvent.ContactChanged;
import org.preventionnetwork.registry.api.officials.OfficialEvent.FactCorrected;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialRegistered;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.officials.PersonalText;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.api.wire.MisplacedText;
import org.preventionnetwork.registry.api.wire.RegistrySerializer;
import org.springframework.jdbc.core.simple.JdbcClient;

class SealedEventsTest {
    private static final OfficialId ANA = new OfficialId("official-1");
    private static final OfficialId BEA = new OfficialId("official-2");

    @TempDir
    private Path masters;

    private final HistoryOfErasures history = new HistoryOfErasures();
    private DataSource database;
    private JdbcClient jdbc;
    private PersonalData personal;
    private RegistrySerializer serializer;

    @BeforeEach
    void start() throws SQLException {
        database = KeysDatabase.empty();
        jdbc = JdbcClient.create(database);
        restart();
    }

    /** Nothing is remembered. */
    private void restart() {
        personal = PersonalData.in(
                database, mayBeMade -> MasterKeys.in(masters, null, mayBeMade), history, Duration.ofMinutes(5));
        serializer = RegistrySerializer.sealing(personal.events());
    }

    private static OfficialRegistered registered(OfficialId person, String name) {
        return new OfficialRegistered(
                person,
                new FactId("registered"),
                PersonalText.plain(person, name),
                PersonalText.plain(person, person + "@example.org"),
                null,
                null,
                PersonalText.plain(person, "Judge of the canary court"),
                null);
    }

    private SerializedObject<byte[]> store(RegistryEvent event) {
        return serializer.serialize(event, byte[].class);
    }

    private static String text(SerializedObject<byte[]> stored) {
        return new String(stored.getData(), StandardCharsets.UTF_8);
    }

    private static SerializedObject<byte[]> with(SerializedObject<byte[]> stored, String payload) {
        return new SimpleSerializedObject<>(payload.getBytes(StandardCharsets.UTF_8), byte[].class, stored.getType());
    }

    private static String value(SerializedObject<byte[]> stored, String field) {
        return text(stored).replaceFirst(".*\"" + field + "\":\\{[^}]*\"value\":\"([^\"]*)\".*", "$1");
    }

    private OfficialRegistered read(SerializedObject<byte[]> stored) {
        return serializer.deserialize(stored);
    }

    @Test
    void what_is_stored_shows_nothing_and_is_read_as_it_was_recorded() {
        OfficialRegistered event = registered(ANA, "Ana Canário");
        SerializedObject<byte[]> stored = store(event);
        assertThat(text(stored))
                .doesNotContainIgnoringCase("canar")
                .doesNotContain("@")
                .contains("\"scheme\":\"aead1\"");
        assertThat(read(stored)).isEqualTo(event);
        restart();
        assertThat(read(stored)).isEqualTo(event);
    }

    @Test
    void one_text_sealed_twice_does_not_show_that_it_is_one() {
        assertThat(value(store(registered(ANA, "Ana")), "fullName"))
                .isNotEqualTo(value(store(registered(ANA, "Ana")), "fullName"));
    }

    @Test
    void a_text_is_read_in_its_own_place_only() {
        SerializedObject<byte[]> ana = store(registered(ANA, "Ana"));
        SerializedObject<byte[]> bea = store(registered(BEA, "Bea"));
        String name = value(ana, "fullName");
        String ofAnother = text(bea).replace(value(bea, "fullName"), name);
        String ofAnotherNamedAsAna =
                ofAnother.replace("\"fullName\":{\"person\":\"official-2\"", "\"fullName\":{\"person\":\"official-1\"");
        String inAnotherField = text(ana).replace(value(ana, "position"), name);
        String ofAnotherFact = text(ana).replace("\"factId\":\"registered\"", "\"factId\":\"another\"");
        String changed = text(ana)
                .replace(name, name.substring(0, 20) + (name.charAt(20) == 'A' ? 'B' : 'A') + name.substring(21));
        for (SerializedObject<byte[]> swapped : List.of(
                with(bea, ofAnother), with(ana, inAnotherField), with(ana, ofAnotherFact), with(ana, changed))) {
            assertThatThrownBy(() -> read(swapped)).isInstanceOf(PersonalDataDamaged.class);
        }
        assertThatThrownBy(() -> read(with(bea, ofAnotherNamedAsAna))).isInstanceOf(MisplacedText.class);
        SerializedObject<byte[]> contact =
                store(new ContactChanged(ANA, new FactId("registered"), PersonalText.plain(ANA, "Ana"), null, null));
        assertThatThrownBy(() ->
                        serializer.deserialize(with(contact, text(contact).replace(value(contact, "fullName"), name))))
                .isInstanceOf(PersonalDataDamaged.class);
    }

    @Test
    void what_a_correction_leaves_as_it_was_stays_sealed_as_it_was() {
        SerializedObject<byte[]> stored = store(registered(ANA, "Ana"));
        OfficialRegistered before = read(stored);
        OfficialRegistered after = new OfficialRegistered(
                ANA,
                before.factId(),
                PersonalText.plain(ANA, "Anna"),
                before.email(),
                null,
                null,
                before.position(),
                HistoricalDate.parse("2012"));
        SerializedObject<byte[]> correction =
                store(new FactCorrected(ANA, before.factId(), after, CorrectionKind.CONFLICTING_SOURCES));
        assertThat(value(correction, "email")).isEqualTo(value(stored, "email"));
        assertThat(value(correction, "position")).isEqualTo(value(stored, "position"));
        assertThat(value(correction, "fullName")).isNotEqualTo(value(stored, "fullName"));
        FactCorrected read = serializer.deserialize(correction);
        assertThat(read.replacement()).isEqualTo(after);
    }

    @Test
    void erased_is_told_for_ever_and_nobody_is_revived() {
        SerializedObject<byte[]> stored = store(registered(ANA, "Ana"));
        history.erased.add(ANA);
        personal.keys().destroy(ANA);
        for (int start = 1; start <= 2; start++) {
            assertThat(read(stored).fullName().scheme()).isEqualTo(PersonalText.ERASED);
            assertThat(read(stored).fullName().value()).isEmpty();
            assertThat(text(store(read(stored)))).isEqualTo(text(stored));
            assertThatThrownBy(() -> store(registered(ANA, "Ana")))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.OFFICIAL_ERASED));
            restart();
        }
        assertThat(personal.index().find("ana")).isEmpty();
        assertThat(jdbc.sql("SELECT words || names || emails = '{}' FROM keys.person")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void a_backup_of_the_keys_revives_nobody() {
        SerializedObject<byte[]> stored = store(registered(ANA, "Ana"));
        store(registered(BEA, "Bea"));
        jdbc.sql("CREATE SCHEMA backup").update();
        jdbc.sql("CREATE TABLE backup.person AS SELECT * FROM keys.person").update();
        history.erased.add(ANA);
        personal.keys().destroy(ANA);
        jdbc.sql("TRUNCATE keys.person").update();
        jdbc.sql("INSERT INTO keys.person SELECT * FROM backup.person").update();
        restart();
        assertThat(read(stored).fullName().scheme()).isEqualTo(PersonalText.ERASED);
        assertThatThrownBy(() -> store(registered(ANA, "Ana"))).isInstanceOf(Refused.class);
        assertThat(personal.keys().undestroyed()).containsExactly(ANA);
        personal.keys().destroy(ANA);
        assertThat(personal.keys().undestroyed()).isEmpty();
        assertThat(personal.index().find("ana")).isEmpty();
        assertThat(personal.index().find("bea")).containsExactly(BEA);
    }

    @Test
    void a_key_that_is_not_there_is_an_outage_and_no_erasure() {
        SerializedObject<byte[]> stored = store(registered(ANA, "Ana"));
        jdbc.sql("DELETE FROM keys.person").update();
        restart();
        assertThatThrownBy(() -> read(stored)).isInstanceOf(KeyUnavailable.class);
        assertThatThrownBy(() -> store(new AffiliationChanged(
                        ANA,
                        new FactId("moved"),
                        null,
                        null,
                        PersonalText.plain(ANA, "Minister"),
                        HistoricalDate.parse("2012"))))
                .isInstanceOf(KeyUnavailable.class);
        jdbc.sql("ALTER TABLE keys.person RENAME TO gone").update();
        assertThatThrownBy(() -> read(stored)).isInstanceOf(KeyUnavailable.class);
    }

    @Test
    void without_its_master_key_nothing_starts_and_no_other_is_made() throws Exception {
        store(registered(ANA, "Ana"));
        Path file = masters.resolve("master.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        byte[] kept = Files.readAllBytes(file);
        Files.delete(file);
        assertThatThrownBy(this::restart)
                .isInstanceOf(KeyUnavailable.class)
                .hasMessageContaining("put it back from its backup");
        assertThat(file).doesNotExist();
        Files.write(file, "{}".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(this::restart).isInstanceOf(KeyUnavailable.class);
        Files.write(file, kept);
        restart();
    }

    @Test
    void the_master_key_of_another_registry_opens_nothing() throws Exception {
        SerializedObject<byte[]> stored = store(registered(ANA, "Ana"));
        MasterKeys.in(masters.resolve("other"), null, true);
        Files.copy(
                masters.resolve("other/master.json"),
                masters.resolve("master.json"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        restart();
        assertThatThrownBy(() -> read(stored)).isInstanceOf(KeyUnavailable.class);
    }

    @Test
    void persons_are_found_by_any_words_of_their_names_and_by_whole_emails() {
        store(registered(ANA, "PÉREZ O'Neill, Ana María"));
        store(registered(BEA, "Bea Perez"));
        store(new ContactChanged(BEA, new FactId("married"), PersonalText.plain(BEA, "Beata Łukasiewicz"), null, null));
        BlindIndex index = personal.index();
        assertThat(index.find("perez")).containsExactlyInAnyOrder(ANA, BEA);
        assertThat(index.find("maria PEREZ")).containsExactly(ANA);
        assertThat(index.find("oneill")).containsExactly(ANA);
        assertThat(index.find("lukasiewicz")).containsExactly(BEA);
        assertThat(index.find("OFFICIAL-1@Example.org ")).containsExactly(ANA);
        assertThat(index.find("pere")).isEmpty();
        assertThat(index.find("...")).isEmpty();
    }

    @Test
    void records_with_one_name_or_one_email_may_be_of_one_person() {
        store(registered(ANA, "Ana María Pérez"));
        store(registered(BEA, "PEREZ, Ana Maria"));
        OfficialId third = new OfficialId("official-3");
        store(new OfficialRegistered(
                third,
                new FactId("registered"),
                PersonalText.plain(third, "Somebody Else"),
                PersonalText.plain(third, "Official-1@example.org"),
                null,
                null,
                null,
                null));
        assertThat(personal.index().duplicates())
                .containsExactly(
                        new BlindIndex.Pair(ANA, BEA, true, false), new BlindIndex.Pair(ANA, third, false, true));
    }
}
