package org.preventionnetwork.registry.command.clock;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.preventionnetwork.registry.api.settings.BadSetting;
import org.preventionnetwork.registry.api.settings.Checked;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the clock is in doubt.
 *
 * @param tolerance how far it may move against the time that passed
 * @param aheadAtStart how long nothing may have been recorded before somebody is asked
 * @param confirmed the day that it is (UTC), said by who starts the process; empty for nothing said
 */
@ConfigurationProperties("registry.clock")
record ClockSettings(
        @DefaultValue("5m") Duration tolerance,
        @DefaultValue("30d") Duration aheadAtStart,
        @DefaultValue("") String confirmed) {
    ClockSettings {
        Checked.positive("registry.clock.tolerance", tolerance);
        Checked.positive("registry.clock.ahead-at-start", aheadAtStart);
        if (!confirmed.isEmpty()) {
            try {
                LocalDate.parse(confirmed);
            } catch (DateTimeParseException e) {
                throw new BadSetting("registry.clock.confirmed", "today's date, such as 2026-01-31");
            }
        }
    }
}
