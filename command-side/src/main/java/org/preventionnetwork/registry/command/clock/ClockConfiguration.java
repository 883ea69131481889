package org.preventionnetwork.registry.command.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.axonframework.eventhandling.GenericEventMessage;
import org.preventionnetwork.registry.api.facts.SystemActor;
import org.preventionnetwork.registry.api.verification.Check;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;

/** The guard over the clock that events are stamped with. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClockSettings.class)
@ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false")
class ClockConfiguration {
    private static final InstantSource STAMPING = () -> GenericEventMessage.clock.instant();

    @Bean
    ClockConfirmations clockConfirmations(JdbcTemplate database) {
        return new ClockConfirmations(database);
    }

    @Bean
    @Order(3)
    Check confirmationsCheck(ClockConfirmations confirmations) {
        return new ConfirmationsCheck(confirmations);
    }

    @Bean
    RecordingClock recordingClock(ClockConfirmations confirmations, ClockSettings settings) {
        RecordingClock guard = new RecordingClock(
                wall(), SteadyClock.ofThisMachine(), confirmations, settings.tolerance(), settings.aheadAtStart());
        String confirmed = settings.confirmed();
        if (!confirmed.isEmpty() && isToday(LocalDate.parse(confirmed))) {
            guard.confirm(SystemActor.CONSOLE.actor());
        }
        return guard;
    }

    @Bean
    ClockHealthIndicator clockHealthIndicator(RecordingClock guard, ClockConfirmations confirmations) {
        return new ClockHealthIndicator(guard, confirmations, wall());
    }

    private static Clock wall() {
        return STAMPING.withZone(ZoneOffset.UTC);
    }

    /** Give or take one: it may be another day where the sayer is. */
    private static boolean isToday(LocalDate said) {
        LocalDate today = LocalDate.ofInstant(Instant.now(wall()), ZoneOffset.UTC);
        return Math.abs(today.toEpochDay() - said.toEpochDay()) <= 1;
    }
}
