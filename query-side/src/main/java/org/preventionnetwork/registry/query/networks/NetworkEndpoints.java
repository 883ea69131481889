package org.preventionnetwork.registry.query.networks;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.query.figures.Figures;
import org.preventionnetwork.registry.query.http.Answer;
import org.preventionnetwork.registry.query.http.AskedClocks;
import org.preventionnetwork.registry.query.http.Awaited;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.Page;
import org.preventionnetwork.registry.query.http.Paging;
import org.preventionnetwork.registry.query.http.Questions;
import org.preventionnetwork.registry.query.http.TwoPoints;
import org.preventionnetwork.registry.query.http.UnknownEntity;
import org.preventionnetwork.registry.query.networks.AskedPeriod.Days;
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

    @GetMapping
    @Operation(summary = "All networks, as they were on a day")
    Page<NetworkItem> networks(Paging paging, AskedClocks asked) {
        return networks.networks(paging, questions.clocks(asked, PROJECTION));
    }

    @GetMapping("/{networkId}")
    @Operation(summary = "One network, as it was on a day")
    ResponseEntity<Answer<NetworkItem>> network(@PathVariable String networkId, AskedClocks asked) {
        NetworkId network = new NetworkId(networkId);
        Clocks clocks = questions.clocks(asked, network, PROJECTION);
        NetworkItem item = known(network, clocks);
        return ResponseEntity.ok()
                .eTag(Long.toString(
                        questions.version(network, clocks.position()).orElse(0)))
                .body(Answer.of(item, clocks));
    }

    @GetMapping("/{networkId}/members")
    @Operation(summary = "The states that belonged to a network on a day, each once")
    Page<Member> members(@PathVariable String networkId, MemberFilter filter, Paging paging, AskedClocks asked) {
        NetworkId network = new NetworkId(networkId);
        Clocks clocks = questions.clocks(asked, network, PROJECTION);
        known(network, clocks);
        return networks.members(network, filter.kind(), paging, clocks);
    }

    @GetMapping("/{networkId}/focal-points")
    @Operation(summary = "The focal-point seats of a network on a day, vacancies included")
    Page<FocalPoint> focalPoints(@PathVariable String networkId, Paging paging, AskedClocks asked) {
        NetworkId network = new NetworkId(networkId);
        Clocks clocks = questions.clocks(asked, network, PROJECTION);
        known(network, clocks);
        return networks.focalPoints(network, paging, clocks);
    }

    @GetMapping("/{networkId}/meetings")
    @Operation(summary = "The meetings that a network had held by a day")
    Page<Meeting> meetings(@PathVariable String networkId, Paging paging, AskedClocks asked) {
        NetworkId network = new NetworkId(networkId);
        Clocks clocks = questions.clocks(asked, network, PROJECTION);
        known(network, clocks);
        return networks.meetings(network, paging, clocks);
    }

    @GetMapping("/{networkId}/activity")
    @Operation(operationId = "networkActivity", summary = "A network's activity by month, quarter or year")
    Page<Activity> activity(@PathVariable String networkId, AskedPeriod period, Paging paging, AskedClocks asked) {
        NetworkId network = new NetworkId(networkId);
        Clocks clocks = questions.clocks(asked, network, Figures.PROJECTIONS);
        known(network, clocks);
        Days days = period.until(clocks.day());
        return Page.cut(
                activity.of(network, days.first(), days.last(), period.step(), clocks.position()), paging, clocks);
    }

    /** @param first,second where the answers were asked, echoed */
    record Differences(String network, Clocks first, Clocks second, List<Difference> differences) {}

    @GetMapping("/{networkId}/diff")
    @Operation(
            summary = "What is answered differently at two points of either clock, with the events behind it",
            description = "What is left out of a point means today, or now.")
    Differences differences(@PathVariable String networkId, TwoPoints points, Awaited awaited) {
        NetworkId network = new NetworkId(networkId);
        Clocks first = questions.clocks(points.first(awaited), network, PROJECTION);
        Clocks second = questions.clocks(points.second(awaited), network, PROJECTION);
        if (networks.network(network, first).isEmpty()) {
            known(network, second);
        }
        return new Differences(networkId, first, second, differences.between(network, first, second));
    }

    private NetworkItem known(NetworkId network, Clocks clocks) {
        return networks.network(network, clocks).orElseThrow(() -> new UnknownEntity("network"));
    }
}
