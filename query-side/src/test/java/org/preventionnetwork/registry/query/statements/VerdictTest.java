package org.preventionnetwork.registry.query.statements;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.preventionnetwork.registry.api.statements.Qualifier;
import org.preventionnetwork.registry.query.statements.Verdict.Names;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class VerdictTest {
    @ParameterizedTest(name = "{0} {1} beside {2} to {3}: {4}")
    @CsvSource({
        "EXACTLY, 18, 18, 18, AGREES",
        "EXACTLY, 18, 17, 18, UNDECIDED",
        "EXACTLY, 18, 18, 19, UNDECIDED",
        "EXACTLY, 18, 17, 17, DIFFERS",
        "EXACTLY, 18, 19, 25, DIFFERS",
        "EXACTLY, 18, 18,   , UNDECIDED",
        "EXACTLY, 18, 19,   , DIFFERS",
        "EXACTLY, 0, 0, 0, AGREES",
        "AT_LEAST, 250, 250, 250, AGREES",
        "AT_LEAST, 250, 250,    , AGREES",
        "AT_LEAST, 250, 249, 250, UNDECIDED",
        "AT_LEAST, 250, 0, 249, DIFFERS",
        "AT_LEAST, 250, 0,    , UNDECIDED",
        "MORE_THAN, 90, 91, 91, AGREES",
        "MORE_THAN, 90, 90, 91, UNDECIDED",
        "MORE_THAN, 90, 80, 90, DIFFERS",
        "MORE_THAN, 90, 91,   , AGREES",
        "ABOUT, 100, 90, 110, AGREES",
        "ABOUT, 100, 89, 110, UNDECIDED",
        "ABOUT, 100, 90, 111, UNDECIDED",
        "ABOUT, 100, 111, 120, DIFFERS",
        "ABOUT, 100, 0, 89, DIFFERS",
        "ABOUT, 100, 95,   , UNDECIDED",
        "ABOUT, 15, 14, 16, AGREES",
        "ABOUT, 5, 5, 5, AGREES",
        "ABOUT, 5, 4, 4, DIFFERS",
        "ABOUT, 9223372036854775807, 9223372036854775807, 9223372036854775807, AGREES",
        "MORE_THAN, 9223372036854775806, 0, 1, DIFFERS",
    })
    void a_statement_agrees_when_the_interval_lies_inside_and_differs_when_they_are_apart(
            Qualifier qualifier, long value, long minimum, Long maximum, Verdict verdict) {
        assertThat(Verdict.of(qualifier, value, minimum, maximum, true, Names.NONE))
                .isEqualTo(verdict);
        assertThat(Verdict.of(qualifier, value, minimum, maximum, true, Names.OTHER))
                .isEqualTo(Verdict.DIFFERS);
        assertThat(Verdict.of(qualifier, value, minimum, maximum, true, Names.OPEN))
                .isEqualTo(verdict == Verdict.AGREES ? Verdict.UNDECIDED : verdict);
    }

    @ParameterizedTest(name = "{0} {1} beside {2} to {3}: {4}")
    @CsvSource({
        "EXACTLY, 18, 17, 17, UNDECIDED",
        "EXACTLY, 18, 19, 25, DIFFERS",
        "AT_LEAST, 250, 0, 249, UNDECIDED",
        "MORE_THAN, 90, 80, 90, UNDECIDED",
        "ABOUT, 100, 0, 89, UNDECIDED",
        "ABOUT, 100, 111, 120, DIFFERS",
        "EXACTLY, 18, 18, 18, AGREES"
    })
    void that_less_is_recorded_decides_nothing_unless_it_is_said_to_be_complete(
            Qualifier qualifier, long value, long minimum, Long maximum, Verdict verdict) {
        assertThat(Verdict.of(qualifier, value, minimum, maximum, false, Names.NONE))
                .isEqualTo(verdict);
    }
}
