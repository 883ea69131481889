package org.preventionnetwork.registry.query.networks;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import org.preventionnetwork.registry.access.requests.Reads;
import org.preventionnetwork.registry.api.networks.MembershipKind;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.query.http.Answer;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.MalformedQuestion;
import org.preventionnetwork.registry.query.http.Page;
import org.preventionnetwork.registry.query.http.Parameters;
import org.preventionnetwork.registry.query.http.Questions;
import org.preventionnetwork.registry.query.http.UnknownEntity;
import org.preventionnetwork.registry.query.networks.NetworkActivity.Interval;
import org.preventionnetwork.registry.query.networks.NetworkAnswers.Activity;
import org.preventionnetwork.registry.query.networks.NetworkAnswers.Difference;
import org.preventionnetwork.registry.query.networks.NetworkAnswers.FocalPoint;
import org.preventionnetwork.registry.query.networks.NetworkAnswers.Meeting;
import org.preventionnetwork.registry.query.networks.NetworkAnswers.Member;
import org.preventionnetwork.registry.query.networks.NetworkAnswers.NetworkItem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/networks")
@Tag(name = "Networks", description = "Networks of states, on both clocks")
class NetworkEndpoints {
    private static final String PROJECTION = "networks";
    private static final int LONGEST_YEARS = 200;

    private final Questions questions;
    private final NetworkQueries networks;
    private final NetworkDifferences differences;
    private final NetworkActivity activity;

    NetworkEndpoints(
            Questions questions, NetworkQueries networks, NetworkDifferences differences, NetworkActivity activity) {
        this.questions = questions;
        this.networks = networks;
        this.differences = differences;
        this.activity = activity;
    }

    @Reads(clocks = true, paging = true)
    @GetMapping
    @Operation(summary = "All networks, as they were on a day")
    Page<NetworkItem> networks(HttpServletRequest request) {
        return networks.networks(new Parameters(request).paging(), questions.clocks(request, PROJECTION));
    }

    @Reads(clocks = true)
    @GetMapping("/{id}")
    @Operation(summary = "One network, as it was on a day")
    ResponseEntity<Answer<NetworkItem>> network(@PathVariable String id, HttpServletRequest request) {
        NetworkId network = new NetworkId(id);
        Clocks clocks = questions.clocks(request, network, PROJECTION);
        NetworkItem item = known(network, clocks);
        return ResponseEntity.ok()
                .eTag(Long.toString(
                        questions.version(network, clocks.position()).orElse(0)))
                .body(Answer.of(item, clocks));
    }

    @Reads(value = "kind", clocks = true, paging = true)
    @GetMapping("/{id}/members")
    @Operation(summary = "The states that belonged to a network on a day, each once")
    Page<Member> members(@PathVariable String id, HttpServletRequest request) {
        Parameters parameters = new Parameters(request);
        NetworkId network = new NetworkId(id);
        Clocks clocks = questions.clocks(request, network, PROJECTION);
        known(network, clocks);
        return networks.members(network, parameters.oneOf("kind", MembershipKind.class), parameters.paging(), clocks);
    }

    @Reads(clocks = true, paging = true)
    @GetMapping("/{id}/focal-points")
    @Operation(summary = "The focal-point seats of a network on a day, vacancies included")
    Page<FocalPoint> focalPoints(@PathVariable String id, HttpServletRequest request) {
        NetworkId network = new NetworkId(id);
        Clocks clocks = questions.clocks(request, network, PROJECTION);
        known(network, clocks);
        return networks.focalPoints(network, new Parameters(request).paging(), clocks);
    }

    @Reads(clocks = true, paging = true)
    @GetMapping("/{id}/meetings")
    @Operation(summary = "The meetings that a network had held by a day")
    Page<Meeting> meetings(@PathVariable String id, HttpServletRequest request) {
        NetworkId network = new NetworkId(id);
        Clocks clocks = questions.clocks(request, network, PROJECTION);
        known(network, clocks);
        return networks.meetings(network, new Parameters(request).paging(), clocks);
    }

    @Reads(
            value = {"from", "to", "interval"},
            clocks = true,
            paging = true)
    @GetMapping("/{id}/activity")
    @Operation(
            summary = "A network's activity by month, quarter or year",
            description = "from and to are dates; without them, the last ten years.")
    Page<Activity> activity(@PathVariable String id, HttpServletRequest request) {
        Parameters parameters = new Parameters(request);
        NetworkId network = new NetworkId(id);
        Clocks clocks = questions.clocks(request, network, "networks", "seminars", "officials", "initiatives");
        known(network, clocks);
        HistoricalDate to = parameters.date("to");
        LocalDate last = to == null ? clocks.day() : to.latest();
        HistoricalDate from = parameters.date("from");
        LocalDate first = from == null ? last.minusYears(10) : from.earliest();
        if (last.isBefore(first) || last.getYear() - first.getYear() > LONGEST_YEARS) {
            throw new MalformedQuestion(
                    "from", "a date before to, by at most " + LONGEST_YEARS + " years, is accepted");
        }
        String interval = parameters.text("interval");
        return Page.cut(
                activity.of(network, first, last, interval(interval == null ? "year" : interval), clocks.position()),
                parameters.paging(),
                clocks);
    }

    private static Interval interval(String name) {
        return switch (name) {
            case "month" -> Interval.MONTH;
            case "quarter" -> Interval.QUARTER;
            case "year" -> Interval.YEAR;
            default -> throw new MalformedQuestion("interval", "month, quarter or year is accepted");
        };
    }

    /** @param first,second where the answers were asked, echoed */
    record Differences(String network, Clocks first, Clocks second, List<Difference> differences) {}

    @Reads({
        "asOf1",
        "knownAt1",
        "knownAtPosition1",
        "asOf2",
        "knownAt2",
        "knownAtPosition2",
        "atLeastPosition",
        "atLeastVersion"
    })
    @GetMapping("/{id}/diff")
    @Operation(
            summary = "What is answered differently at two points of either clock, with the events behind it",
            description = "Points: asOf1, knownAt1 and asOf2, knownAt2; what is left out means today and now.")
    Differences differences(@PathVariable String id, HttpServletRequest request) {
        NetworkId network = new NetworkId(id);
        Clocks first = questions.point(request, network, "1", PROJECTION);
        Clocks second = questions.point(request, network, "2", PROJECTION);
        if (networks.network(network, first).isEmpty()) {
            known(network, second);
        }
        return new Differences(id, first, second, differences.between(network, first, second));
    }

    private NetworkItem known(NetworkId network, Clocks clocks) {
        return networks.network(network, clocks).orElseThrow(() -> new UnknownEntity("network"));
    }
}
