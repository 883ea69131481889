package org.preventionnetwork.registry.command.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preventionnetwork.registry.command.imports.files.Problem;
import org.preventionnetwork.registry.command.imports.runs.RunReport;

/** Files that say which lists are complete. */
class CompletenessImportTest {
    @TempDir
    Path folder;

    private final TestRegistry registry = TestRegistry.shared();

    private void file(String name, String... lines) throws IOException {
        Files.write(folder.resolve(name + ".csv"), List.of(lines));
    }

    @Test
    void are_recorded_once_and_in_whatever_words_the_second_time() throws IOException {
        file("programmes", "programme,name", "pp-1,One");
        file("networks", "network,name,kind", "nn-1,One,REGIONAL");
        file(
                "seminars",
                "seminar,title,programme,edition,mode,starts_on,status",
                "ss-1,One,pp-1,GLOBAL,IN_PERSON,2014-05-05,HELD");
        file(
                "network_lists",
                "network,list,from,as_of,source",
                "nn-1,MEMBERS,,2012-06-01,a list",
                "nn-1,initiatives,2015,2015,a list",
                "nn-1,INITIATIVES,,2014,a list");
        file("programme_lists", "programme,list,as_of", "pp-1,SEMINARS,2016");
        file("rosters", "seminar,as_of,source", "ss-1,2014-06,list of certificates");
        assertThat(registry.rehearse(folder).recorded()).isEqualTo(8);
        assertThat(registry.apply(folder).recorded()).isEqualTo(8);
        long events = registry.events();
        assertThat(registry.apply(folder).unchanged()).isEqualTo(8);
        assertThat(registry.events()).isEqualTo(events);
    }

    @Test
    void what_belongs_together_is_recorded_once_too() throws IOException {
        file("programmes", "programme,name", "pp-5,Five");
        file("networks", "network,name,kind", "nn-5,Five,REGIONAL", "nn-6,Six,REGIONAL");
        file(
                "seminars",
                "seminar,title,programme,edition,mode,starts_on,status,networks",
                "ss-5,Five,pp-5,GLOBAL,IN_PERSON,2014-05-05,HELD,nn-5;nn-6");
        file(
                "initiatives",
                "initiative,title,states,type,launched_on,programmes",
                "ii-5,Five,AR,POLICY,2014,pp-5",
                "ii-6,Six,AR,POLICY,2014,");
        file("programme_networks", "programme,network,from,until,source", "pp-5,nn-5,2012,2014,a report");
        assertThat(registry.rehearse(folder).recorded()).isEqualTo(7);
        RunReport report = registry.apply(folder);
        assertThat(report.recorded()).as("%s", registry.problems(report)).isEqualTo(7);
        long events = registry.events();
        assertThat(registry.apply(folder).unchanged()).isEqualTo(7);
        assertThat(registry.events()).isEqualTo(events);

        file("programme_networks", "programme,network,from,until", "pp-5,nn-5,2012,2015", "pp-9,nn-5,2012,");
        report = registry.apply(folder);
        assertThat(registry.problems(report))
                .extracting(Problem::line, Problem::column)
                .containsExactlyInAnyOrder(tuple(2L, "until"), tuple(3L, null));
    }

    @Test
    void what_is_wrong_stands_at_its_cell() throws IOException {
        file("networks", "network,name,kind", "nn-2,Two,REGIONAL");
        file(
                "network_lists",
                "network,list,from,as_of",
                "nn-2,ALUMNI,,2012",
                "nn-2,MEMBERS,,twenty",
                "nn-2,MEMBERS,2013,2012",
                "nn-3,MEMBERS,,2012");
        RunReport report = registry.rehearse(folder);
        assertThat(registry.problems(report))
                .extracting(Problem::line, Problem::column)
                .containsExactlyInAnyOrder(tuple(2L, "list"), tuple(3L, "as_of"), tuple(4L, null), tuple(5L, null));
    }
}
