package org.preventionnetwork.registry.api.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class HistoricalDateTest {

    @ParameterizedTest(name = "{0} is of precision {1}, from {2} to {3}")
    @CsvSource(
            textBlock =
                    """
            2012-03-15,                DAY,      2012-03-15, 2012-03-15
            2012-02-29,                DAY,      2012-02-29, 2012-02-29
            2012-03,                   MONTH,    2012-03-01, 2012-03-31
            2012-02,                   MONTH,    2012-02-01, 2012-02-29
            2000-02,                   MONTH,    2000-02-01, 2000-02-29
            1900-02,                   MONTH,    1900-02-01, 1900-02-28
            2012,                      YEAR,     2012-01-01, 2012-12-31
            0001,                      YEAR,     0001-01-01, 0001-12-31
            9999,                      YEAR,     9999-01-01, 9999-12-31
            2012-21,                   SEASON,   2012-03-01, 2012-05-31
            2012-22,                   SEASON,   2012-06-01, 2012-08-31
            2012-23,                   SEASON,   2012-09-01, 2012-11-30
            2012-24,                   SEASON,   2012-12-01, 2013-02-28
            2011-24,                   SEASON,   2011-12-01, 2012-02-29
            9999-24,                   SEASON,   9999-12-01, 9999-12-31
            [2014-10-10..2015-07-16],  INTERVAL, 2014-10-10, 2015-07-16
            [2012-03-15..2012-03-15],  INTERVAL, 2012-03-15, 2012-03-15
            [2012..2012-03],           INTERVAL, 2012-01-01, 2012-03-31
            [2012-12..2012],           INTERVAL, 2012-12-01, 2012-12-31
            [2012-23..2012-24],        INTERVAL, 2012-09-01, 2013-02-28
            [..2017],                  INTERVAL, 0001-01-01, 2017-12-31
            [2012..],                  INTERVAL, 2012-01-01, 9999-12-31
            unknown,                   UNKNOWN,  0001-01-01, 9999-12-31
            """)
    void reads_every_form(String text, Precision precision, LocalDate earliest, LocalDate latest) {
        HistoricalDate date = HistoricalDate.parse(text);
        assertThat(date.precision()).isEqualTo(precision);
        assertThat(date.earliest()).isEqualTo(earliest);
        assertThat(date.latest()).isEqualTo(latest);
        assertThat(date.toString()).isEqualTo(text);
        assertThat(date.certainFrom()).isEqualTo(latest);
        assertThat(date.certainUntil()).isEqualTo(earliest);
        assertThat(date.isDay()).isEqualTo(precision == Precision.DAY);
        assertThat(date.isUnknown()).isEqualTo(precision == Precision.UNKNOWN);
        assertThat(date.isQualified()).isFalse();
    }

    @ParameterizedTest(name = "{0} is certain from {1} and until {2}")
    @CsvSource(
            textBlock =
                    """
            2012-06-15?,    2013-01-01, 2012-01-01
            2012-06~,       2013-01-01, 2012-01-01
            2012%,          2013-01-01, 2012-01-01
            2012-24?,       2014-01-01, 2012-01-01
            [2012..2014]~,  2015-01-01, 2012-01-01
            [..2014]~,      2015-01-01, 0001-01-01
            [2012-05..]?,   9999-12-31, 2012-01-01
            9998-12-31?,    9999-01-01, 9998-01-01
            9998-24?,       9999-12-31, 9998-01-01
            9999-01-01?,    9999-12-31, 9999-01-01
            0001-12-31?,    0002-01-01, 0001-01-01
            """)
    void a_qualifier_widens_what_is_uncertain_to_the_calendar_years_it_touches(
            String text, LocalDate from, LocalDate until) {
        HistoricalDate date = HistoricalDate.parse(text);
        HistoricalDate plain = HistoricalDate.parse(text.substring(0, text.length() - 1));
        assertThat(date.certainFrom()).isEqualTo(from);
        assertThat(date.certainUntil()).isEqualTo(until);
        assertThat(date.earliest()).isEqualTo(plain.earliest());
        assertThat(date.latest()).isEqualTo(plain.latest());
        assertThat(date.precision()).isEqualTo(plain.precision());
        assertThat(date.isQualified()).isTrue();
        assertThat(date).isNotEqualTo(plain);
    }

    @Test
    void tells_uncertain_from_approximate() {
        assertThat(HistoricalDate.parse("2012?"))
                .matches(HistoricalDate::isUncertain)
                .matches(date -> !date.isApproximate());
        assertThat(HistoricalDate.parse("2012~"))
                .matches(HistoricalDate::isApproximate)
                .matches(date -> !date.isUncertain());
        assertThat(HistoricalDate.parse("2012%"))
                .matches(HistoricalDate::isApproximate)
                .matches(HistoricalDate::isUncertain);
    }

    @Test
    void is_made_from_a_day_or_a_year() {
        assertThat(HistoricalDate.of(LocalDate.of(2012, 3, 15))).isEqualTo(HistoricalDate.parse("2012-03-15"));
        assertThat(HistoricalDate.of(LocalDate.of(1, 1, 1)).toString()).isEqualTo("0001-01-01");
        assertThat(HistoricalDate.of(800)).isEqualTo(HistoricalDate.parse("0800"));
        assertThat(HistoricalDate.unknown()).isEqualTo(HistoricalDate.parse("unknown"));
    }

    @Test
    void cannot_be_made_outside_the_years_of_four_digits() {
        assertRefused(() -> HistoricalDate.of(0), "years run from 0001 to 9999");
        assertRefused(() -> HistoricalDate.of(-44), "years have four digits, from 0001 to 9999");
        assertRefused(() -> HistoricalDate.of(10_000), "years have four digits, from 0001 to 9999");
        assertRefused(() -> HistoricalDate.of(LocalDate.of(10_000, 1, 1)), "years have four digits, from 0001 to 9999");
        assertRefused(() -> HistoricalDate.of(LocalDate.of(0, 12, 31)), "years run from 0001 to 9999");
        assertRefused(() -> HistoricalDate.of(LocalDate.MIN), "years have four digits, from 0001 to 9999");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
            2012-02-30               | the days of 2012-02 are 01 to 29
            2011-02-29               | the days of 2011-02 are 01 to 28
            1900-02-29               | the days of 1900-02 are 01 to 28
            2012-04-31               | the days of 2012-04 are 01 to 30
            2012-03-00               | the days of 2012-03 are 01 to 31
            2012-25                  | there is no month 25; months are 01 to 12, seasons 21 to 24
            2012-20                  | there is no month 20; months are 01 to 12, seasons 21 to 24
            2012-13                  | there is no month 13; months are 01 to 12, seasons 21 to 24
            2012-00                  | there is no month 00; months are 01 to 12, seasons 21 to 24
            2012-13-01               | there is no month 13; months are 01 to 12, seasons 21 to 24
            2012-21-01               | 21 is a season, which has no days
            0000                     | years run from 0001 to 9999
            0000-01-01               | years run from 0001 to 9999
            12-03-2012               | write the year first, as in 2012-03-15 (is it 2012-03-12 or 2012-12-03?)
            12-12-2012               | write the year first, as in 2012-03-15: 2012-12-12
            25/3/2012                | write the year first, as in 2012-03-15: 2012-03-25
            03/25/2012?              | write the year first, as in 2012-03-15: 2012-03-25
            30.02.2012               | write the year first, as in 2012-03-15
            29-02-2011               | write the year first, as in 2012-03-15
            1-1-0000                 | write the year first, as in 2012-03-15
            03/2012                  | write the year first, as in 2012-03: 2012-03
            13/2012                  | write the year first, as in 2012-03
            2012/3/5                 | write four, two and two digits with hyphens between them: 2012-03-05
            2012-2-30                | write four, two and two digits with hyphens between them
            2012-3                   | write four and two digits with a hyphen between them: 2012-03
            20120315                 | write hyphens between year, month and day: 2012-03-15
            20121315                 | write hyphens between year, month and day
            2012-03-15T10:00:00Z     | leave out the time of day: 2012-03-15
            2012-03-15T10:00:00.000000+02:00 | leave out the time of day: 2012-03-15
            2012-02-30T10:00:00Z     | leave out the time of day
            ""                       | it is empty; write unknown when the source gives no date
            " 2012"                  | it contains spaces: 2012
            "[2012 .. 2014]"         | it contains spaces: [2012..2014]
            March 2012               | it contains spaces; write 2012-03
            23 Sep 1968              | it contains spaces; write 1968-09-23
            10 Mar 1998 a            | it contains spaces; write 1998-03-10
            29 de marzo de 2012      | it contains spaces; write 2012-03-29
            2012-03-29 00:00:00      | it contains spaces; write 2012-03-29
            c. 2012                  | it contains spaces; write 2012~
            Spring 2012              | it contains spaces; write 2012-21
            31 February 2012         | it contains spaces
            " "                      | it contains spaces
            Unknown                  | write unknown in small letters
            unknown?                 | unknown takes no qualifier
            2012?~                   | it has more than one qualifier; % means both uncertain and approximate
            ~2012                    | a qualifier stands at the very end
            2012?-03                 | a qualifier stands at the very end
            ?                        | it has none of the accepted forms; write unknown
            -0044                    | years have four digits, from 0001 to 9999
            12012                    | years have four digits, from 0001 to 9999
            12                       | years have four digits
            201X                     | unknown digits are not accepted; leave out an unknown month or day, and write a decade as [2010..2019]
            2012-XX                  | unknown digits are not accepted; leave out an unknown month or day, and write a decade as [2010..2019]
            2012/2014                | one unknown day within bounds is written [2012..2014], a spell as two dates
            2012-2014                | one unknown day within bounds is written [2012..2014], a spell as two dates
            2012..2014               | bounds stand in brackets, as in [2012..2014] or [2012..]
            [2012..2014              | bounds stand in brackets, as in [2012..2014] or [2012..]
            2012..2014]              | bounds stand in brackets, as in [2012..2014] or [2012..]
            [2012-2014]              | bounds are written [2012..2014], [..2017] or [2012..]
            [2012,2013]              | lists of dates are not accepted; write the outer bounds, as in [2012..2014]
            {2012..2013}             | lists of dates are not accepted; write the outer bounds, as in [2012..2014]
            [..]                     | it has no bound; write unknown
            [2014..2012]             | its bounds are reversed; the earlier one comes first
            [2012-04..2012-03-31]    | its bounds are reversed; the earlier one comes first
            [2012?..2014]            | a qualifier stands behind the closing bracket, as in [2012..2014]?
            [unknown..2014]          | an unknown bound is left empty, as in [..2017] or [2012..]
            [2012..unknown]          | an unknown bound is left empty, as in [..2017] or [2012..]
            [2012-02-30..2014]       | the days of 2012-02 are 01 to 29
            [2012..2014-25]          | there is no month 25; months are 01 to 12, seasons 21 to 24
            [2012..12-13-2014]       | write the year first, as in 2012-03-15: 2014-12-13
            ٢٠١٢                     | U+0662 is neither an ASCII digit nor a sign of a date
            ２０１２                  | U+FF12 is neither an ASCII digit nor a sign of a date
            2012–2014                | U+2013 is neither an ASCII digit nor a sign of a date; write [2012..2014]
            circa                    | it has none of the accepted forms
            """)
    void refuses_everything_else_and_says_what_is_wrong(String text, String whatIsWrong) {
        assertRefused(() -> HistoricalDate.parse(text), whatIsWrong);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "2012\n", "2012\u001b[31m", "\ud834", "2012\u202e"})
    void shows_no_control_character_of_what_it_refuses(String text) {
        assertThatThrownBy(() -> HistoricalDate.parse(text))
                .isInstanceOf(InvalidHistoricalDate.class)
                .message()
                .matches("[\\x20-\\x7e]+");
    }

    @Test
    void refuses_a_huge_text_with_a_short_message() {
        assertThatThrownBy(() -> HistoricalDate.parse("[".repeat(5_000_000)))
                .isInstanceOf(InvalidHistoricalDate.class)
                .hasMessageStartingWith(
                        "'" + "[".repeat(40) + "…' is not a historical date: it is longer than any historical date.")
                .message()
                .hasSizeLessThan(350);
    }

    @Test
    void a_date_is_before_another_only_when_all_of_it_is() {
        assertThat(before("2012-03-28", "2012-03-29")).isTrue();
        assertThat(before("2012-03-29", "2012-03-29")).isFalse();
        assertThat(before("2012", "2013")).isTrue();
        assertThat(before("2012", "2012-12-31")).isFalse();
        assertThat(before("2012-11", "[2012-12..]")).isTrue();
        assertThat(before("[2012..]", "9999-12-31")).isFalse();
        assertThat(before("0001-01-01", "unknown")).isFalse();
    }

    @Test
    void travels_in_json_as_its_text() {
        var json = JsonMapper.builder().build();
        assertThat(json.writeValueAsString(HistoricalDate.parse("[2012..]?"))).isEqualTo("\"[2012..]?\"");
        assertThat(json.readValue("\"2012-21~\"", HistoricalDate.class)).isEqualTo(HistoricalDate.parse("2012-21~"));
        assertThatThrownBy(() -> json.readValue("\"2012-02-30\"", HistoricalDate.class))
                .hasRootCauseInstanceOf(InvalidHistoricalDate.class);
    }

    @Test
    void is_nothing_but_text_in_json() {
        var json = JsonMapper.builder().build();
        for (String other : new String[] {"2012", "2012.5", "true", "[]", "{}", "[\"2012\"]"}) {
            assertThatThrownBy(() -> json.readValue(other, HistoricalDate.class))
                    .as(other)
                    .isInstanceOf(JacksonException.class);
        }
    }

    private static boolean before(String one, String other) {
        return HistoricalDate.parse(one).certainlyBefore(HistoricalDate.parse(other));
    }

    private static void assertRefused(ThrowingCallable call, String whatIsWrong) {
        assertThatExceptionOfType(InvalidHistoricalDate.class)
                .isThrownBy(call)
                .withMessageContaining(" is not a historical date: " + whatIsWrong + ". Accepted: 2012, 2012-03, ");
    }
}
