package org.preventionnetwork.registry.query.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.preventionnetwork.registry.query.Samples.admitted;
import static org.preventionnetwork.registry.query.Samples.founded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.networks.MembershipId;
import org.preventionnetwork.registry.api.networks.MembershipKind;
import org.preventionnetwork.registry.api.networks.NetworkEvent;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MembershipSuspended;
import org.preventionnetwork.registry.api.networks.NetworkEvent.StateAdmitted;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.query.StartedAnswers;
import org.preventionnetwork.registry.query.TestAnswers;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.web.Corrections.Correction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A page says of what it cites whether that was corrected, and reads it once for all that it shows. */
@ExtendWith(StartedAnswers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorrectionsTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    /** A row's source, of an entity that is the row's own. */
    private static final Pattern OF_EACH =
            Pattern.compile("corrected\\(\\$\\{(?:'[a-z]+:' \\+ )?one\\.(?:entity|network)\\(\\)");

    private final AtomicInteger asked = new AtomicInteger();
    private TestAnswers answers;
    private DataSource counted;

    @BeforeAll
    void start(TestAnswers started) {
        answers = started;
        counted = new DelegatingDataSource(answers.bean(DataSource.class)) {
            @Override
            public Connection getConnection() throws SQLException {
                asked.incrementAndGet();
                return super.getConnection();
            }
        };
    }

    private Corrections at(long position) {
        return new Corrections(
                JdbcClient.create(counted), new Clocks("2026", LocalDate.of(2026, 12, 31), Instant.EPOCH, position, 0));
    }

    private static MembershipSuspended suspended(String network, FactId fact, StateAdmitted of, String from) {
        return new MembershipSuspended(new NetworkId(network), fact, of.membershipId(), HistoricalDate.parse(from));
    }

    @Test
    void a_corrected_suspension_does_not_correct_the_admission_and_a_row_of_a_part_has_all_about_it() {
        StateAdmitted admission = (StateAdmitted) admitted("held", "PE", MembershipKind.MEMBER, "2012");
        FactId suspension = new FactId("f-held-suspension");
        long before =
                answers.record(founded("held", "2010"), admission, suspended("held", suspension, admission, "2014"));
        long after = answers.record(new NetworkEvent.FactCorrected(
                new NetworkId("held"),
                suspension,
                suspended("held", suspension, admission, "2015"),
                CorrectionKind.CLERICAL_ERROR));
        MembershipId part = admission.membershipId();
        Corrections now = at(after);
        assertThat(now.of("network:held", part.value(), admission.factId().value()))
                .as("nobody corrected the admission")
                .isNull();
        assertThat(now.of("network:held", part.value(), suspension.value())).isNotNull();
        assertThat(now.of("network:held", part.value(), null))
                .as("a row of the part")
                .extracting(Correction::factId)
                .isEqualTo(suspension.value());
        assertThat(now.of("network:held", null, null)).isNull();
        assertThat(at(before).of("network:held", part.value(), suspension.value()))
                .as("as known before")
                .isNull();
    }

    @Test
    void what_was_corrected_of_all_that_a_page_shows_is_read_at_once() {
        List<String> entities = new ArrayList<>();
        for (int one = 0; one < 300; one++) {
            entities.add("network:none-" + one);
        }
        Corrections page = at(Long.MAX_VALUE - 1);
        asked.set(0);
        page.expect(entities);
        page.expect(List.of("programme:none"));
        entities.forEach(entity -> assertThat(page.of(entity, null, "f-none")).isNull());
        assertThat(page.of("programme:none", null, "f-none")).isNull();
        assertThat(asked).hasValue(1);
    }

    @Test
    void every_table_whose_rows_are_of_many_says_so_before_its_rows() throws IOException {
        List<String> faults = new ArrayList<>();
        int tables = 0;
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String template = Files.readString(file);
                Matcher row = OF_EACH.matcher(template);
                if (row.find()) {
                    tables++;
                    int expects = template.indexOf("corrections.expect(");
                    if (expects < 0 || expects > row.start()) {
                        faults.add(file.toString());
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(tables).isGreaterThanOrEqualTo(3);
    }
}
