package org.preventionnetwork.registry.command.imports.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What of a cell may be in a report, which outlives whoever is named in it. */
class KeepableTest {

    @ParameterizedTest
    @CsvSource({
        "MEMBERSHIPS,network,latin-american-network",
        "MEMBERSHIPS,state,Perú",
        "MEMBERSHIPS,state,Brazill",
        "MEMBERSHIPS,state,PE",
        "MEMBERSHIPS,kind,MEMBER",
        "MEMBERSHIPS,kind,Membre",
        "MEMBERSHIPS,from,29.3.2012",
        "MEMBERSHIPS,from,2012-03~",
        "MEMBERSHIPS,from,29 de marzo de 2012",
        "SEMINARS,capacity,31",
        "SEMINARS,languages,en; es",
        "SEMINARS,status,Helt",
        "MEETINGS,attending_states,Peru; Chile",
        "STATEMENTS,roster,yes",
        "INITIATIVES,programmes,one; two"
    })
    void what_a_column_wants_and_a_misspelling_of_it_is_kept(FileKind kind, String column, String cell) {
        assertThat(Keepable.may(kind, column, cell)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void nothing_that_reads_like_a_person_is_kept_in_any_column_of_any_file(FileKind kind) {
        for (String column : kind.columns()) {
            for (String cell : List.of(
                    "María Wrongfile",
                    "Wrongfile",
                    "maria.wrongfile@x.example",
                    "Jefa de Gabinete",
                    "+51 999 888 777",
                    "999888777",
                    "=Wrongfile",
                    "PE; Wrongfile",
                    "2012; María Wrongfile",
                    "Ñusta Quispe",
                    "الاسم الكامل",
                    "PE Wrongfile",
                    "1970 Wrongfile")) {
                assertThat(Keepable.may(kind, column, cell))
                        .as(column + ": " + cell)
                        .isFalse();
            }
        }
    }

    @Test
    void of_files_about_persons_and_of_free_texts_nothing_is_kept() {
        assertThat(Keepable.may(FileKind.OFFICIALS, "state", "PE")).isFalse();
        assertThat(Keepable.may(FileKind.NETWORKS, "name", "MEMBER")).isFalse();
        assertThat(Keepable.may(FileKind.NETWORKS, "x-own", "2012")).isFalse();
    }
}
