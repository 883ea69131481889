package org.preventionnetwork.registry.query.states;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.places.Existence;
import org.preventionnetwork.registry.api.places.M49Region;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.places.States;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.query.http.Answer;
import org.preventionnetwork.registry.query.http.AskedClocks;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.Page;
import org.preventionnetwork.registry.query.http.Paging;
import org.preventionnetwork.registry.query.http.Questions;
import org.preventionnetwork.registry.query.states.StateQueries.HostedSeminar;
import org.preventionnetwork.registry.query.states.StateQueries.Initiative;
import org.preventionnetwork.registry.query.states.StateQueries.Membership;
import org.preventionnetwork.registry.query.states.StateQueries.Participation;
import org.preventionnetwork.registry.query.states.StateQueries.Seat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/states")
@Tag(name = "States")
class StateEndpoints {
    private static final Set<String> LANGUAGES = Set.of("en", "es", "fr", "pt");
    private static final String[] PROJECTIONS = {"networks", "seminars", "officials", "initiatives", "completeness"};

    private final Questions questions;
    private final StateQueries states;

    StateEndpoints(Questions questions, StateQueries states) {
        this.questions = questions;
        this.states = states;
    }

    /**
     * @param name of the day that was asked about
     * @param nameToday where that is another
     * @param existedUntil of a state that is gone, the first day on which it no longer was
     * @param networks those it belongs to, in whatever kind
     * @param initiatives how many are launched
     */
    record StateItem(
            String code,
            String alpha3,
            String name,
            @Nullable String nameToday,
            @Nullable String existedUntil,
            String region,
            String regionName,
            List<String> networks,
            long initiatives) {}

    /**
     * @param existedFrom of a state that is gone, its first day
     * @param successors what was there afterwards, by code
     */
    record StateDetail(
            String code,
            String alpha3,
            String name,
            @Nullable String nameToday,
            @Nullable String existedFrom,
            @Nullable String existedUntil,
            List<String> successors,
            M49Region region,
            List<Membership> memberships,
            List<Seat> focalPoints,
            List<HostedSeminar> hostedSeminars,
            List<Participation> participations,
            List<Initiative> initiatives) {}

    @GetMapping
    @Operation(
            operationId = "states",
            summary =
                    "All states that exist on the day, named as on that day in the first of en, es, fr, pt that Accept-Language asks for")
    Page<StateItem> all(Paging paging, AskedClocks asked, HttpServletRequest request) {
        Clocks clocks = questions.clocks(asked, "networks", "initiatives");
        Map<String, List<String>> networks = states.networks(clocks);
        Map<String, Long> initiatives = states.initiatives(clocks);
        Locale language = language(request);
        List<StateItem> items = Stream.concat(States.all().stream(), States.gone().stream())
                .filter(state ->
                        States.existence(state).days().contains(clocks.day()) || initiatives.containsKey(state.value()))
                .map(state -> item(
                        state,
                        language,
                        clocks.day(),
                        networks.getOrDefault(state.value(), List.of()),
                        initiatives.getOrDefault(state.value(), 0L)))
                .toList();
        return Page.cut(items, paging, clocks);
    }

    private static StateItem item(
            StateCode state, Locale language, LocalDate day, List<String> networks, long initiatives) {
        M49Region region = States.region(state);
        return new StateItem(
                state.value(),
                States.alpha3(state),
                States.name(state, language, day),
                nameToday(state, language, day),
                text(States.existence(state).until()),
                region.code(),
                region.name(),
                networks,
                initiatives);
    }

    @GetMapping("/{code}")
    @Operation(
            operationId = "state",
            summary = "One state as of a day, in all networks, seminars and initiatives; by code or usual name")
    Answer<StateDetail> one(@PathVariable String code, AskedClocks asked, HttpServletRequest request) {
        StateCode state = StateCode.of(code);
        Clocks clocks = questions.clocks(asked, PROJECTIONS);
        Locale language = language(request);
        Existence existence = States.existence(state);
        StateDetail detail = new StateDetail(
                state.value(),
                States.alpha3(state),
                States.name(state, language, clocks.day()),
                nameToday(state, language, clocks.day()),
                text(existence.from()),
                text(existence.until()),
                existence.successors().stream().map(StateCode::value).toList(),
                States.region(state),
                states.memberships(state, clocks),
                states.seats(state, clocks),
                states.hosted(state, clocks),
                states.participations(state, clocks),
                states.initiatives(state, clocks));
        return Answer.of(detail, clocks);
    }

    private static @Nullable String nameToday(StateCode state, Locale language, LocalDate day) {
        String today = States.name(state, language);
        return today.equals(States.name(state, language, day)) ? null : today;
    }

    private static @Nullable String text(@Nullable HistoricalDate date) {
        return date == null ? null : date.toString();
    }

    private static Locale language(HttpServletRequest request) {
        return Collections.list(request.getLocales()).stream()
                .filter(locale -> LANGUAGES.contains(locale.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }
}
