package org.preventionnetwork.registry.query.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.preventionnetwork.registry.query.Samples.admitted;
import static org.preventionnetwork.registry.query.Samples.concluded;
import static org.preventionnetwork.registry.query.Samples.fact;
import static org.preventionnetwork.registry.query.Samples.founded;
import static org.preventionnetwork.registry.query.Samples.official;
import static org.preventionnetwork.registry.query.Samples.outcome;
import static org.preventionnetwork.registry.query.Samples.registered;
import static org.preventionnetwork.registry.query.Samples.reported;
import static org.preventionnetwork.registry.query.Samples.scheduled;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.networks.MembershipKind;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.officials.OfficialEvent.AlumniStatusGranted;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.programmes.ProgrammeId;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.query.TestAnswers;
import org.preventionnetwork.registry.query.figures.FigureName;
import org.preventionnetwork.registry.query.figures.FigureQuestion;
import org.preventionnetwork.registry.query.figures.FigureRow;
import org.preventionnetwork.registry.query.figures.Figures;
import org.preventionnetwork.registry.query.figures.RowWords;

/** What a row says in English to programs is said on pages in the reader's language, whatever row it is. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RowWordsTest {
    private static final Pattern TITLE = Pattern.compile("(Seminar|Network|Initiative) [^ ]+");
    /** Words between the apostrophes of SQL. */
    private static final Pattern WORDS = Pattern.compile("'([a-z]* [a-z ]*)'");

    private static final Path DEFINITIONS =
            Path.of("src/main/java/org/preventionnetwork/registry/query/figures/definition");

    /** In which every form of row there is occurs. */
    private static Map<String, FigureRow> rows() throws SQLException {
        try (TestAnswers answers = TestAnswers.start()) {
            long position = answers.record(
                    registered("net"),
                    founded("net", "2010-01-01"),
                    admitted("net", "AR", MembershipKind.MEMBER, "2010-01-01"),
                    admitted("net", "CL", MembershipKind.OBSERVER, "2010-01-01"),
                    admitted("net", "ES", MembershipKind.LIAISON, "2010-01-01"),
                    official("one", "AR"),
                    official("two", "BO"),
                    official("three", "BO"),
                    official("stateless", null),
                    official("granted", "AR"),
                    new AlumniStatusGranted(new OfficialId("granted"), fact(), HistoricalDate.parse("2011")),
                    scheduled("roster", "global", "2012-06-04", true),
                    concluded("roster"),
                    outcome("roster", "one", EnrollmentStatus.COMPLETED, "2012-06-08"),
                    outcome("roster", "two", EnrollmentStatus.COMPLETED, "2012-06-08"),
                    outcome("roster", "three", EnrollmentStatus.ATTENDED, "2012-06-08"),
                    outcome("roster", "stateless", EnrollmentStatus.COMPLETED, "2012-06-08"),
                    reported("roster", 9, null, "PE"),
                    scheduled("contradicted", "global", "2013-06-04", true),
                    concluded("contradicted"),
                    reported("contradicted", 20, 7, "PE"),
                    reported("contradicted", 25, null),
                    scheduled("silent", "global", "2013-07-04", true),
                    concluded("silent"));
            Map<String, FigureRow> rows = new LinkedHashMap<>();
            LocalDate day = LocalDate.of(2015, 1, 1);
            for (FigureName figure : FigureName.values()) {
                for (int definition = 1; definition <= figure.definition(); definition++) {
                    for (EntityId scope :
                            new @Nullable EntityId[] {null, new NetworkId("net"), new ProgrammeId("global")}) {
                        answers.bean(Figures.class)
                                .rows(new FigureQuestion(figure, scope, day, day, position, definition), 100, 0)
                                .forEach(row -> rows.put(row.what(), row));
                    }
                }
            }
            rows.keySet().removeIf(what -> TITLE.matcher(what).matches());
            return rows;
        }
    }

    @Test
    void every_row_that_is_no_title_has_words_in_four_languages() throws SQLException, IOException {
        Map<String, FigureRow> rows = rows();
        assertThat(wordsOfTheDefinitions()).hasSizeGreaterThan(10).allSatisfy(words -> assertThat(rows.keySet())
                .anyMatch(what -> what.contains(words)));
        rows.forEach((what, row) -> {
            TreeSet<String> said = new TreeSet<>();
            for (String language : List.of("en", "es", "fr", "pt")) {
                RowWords words =
                        new RowWords(new Wording(Locale.forLanguageTag(language), WebConfiguration.messageSource()));
                said.add(words.of("figure.row", row));
            }
            assertThat(said).as(what).hasSize(4);
        });
    }

    @Test
    void numbers_and_names_of_things_stay_in_the_words() {
        Wording spanish = new Wording(Locale.forLanguageTag("es"), WebConfiguration.messageSource());
        FigureRow row = FigureRow.unknownMore(
                "s", "s", "12 to 14 reported of A 2 to 3 Seminar and not named", new FigureRow.Days(null, null));
        assertThat(new RowWords(spanish).of("figure.row", row))
                .isEqualTo("De 12 a 14 según lo informado sobre A 2 to 3 Seminar, sin nombrar");
    }

    /** So that a row whose words are new is not forgotten here. */
    private static TreeSet<String> wordsOfTheDefinitions() throws IOException {
        TreeSet<String> words = new TreeSet<>();
        try (Stream<Path> files = Files.list(DEFINITIONS)) {
            for (Path file : files.toList()) {
                WORDS.matcher(Files.readString(file))
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .forEach(words::add);
            }
        }
        return words;
    }
}
