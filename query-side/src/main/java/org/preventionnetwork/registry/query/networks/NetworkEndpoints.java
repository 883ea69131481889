package org.preventionnetwork.registry.query.networks;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.preventionnetwork.registry.api.networks.MembershipKind;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.query.http.Answer;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.Page;
import org.preventionnetwork.registry.query.http.Parameters;
import org.preventionnetwork.registry.query.http.Questions;
import org.preventionnetwork.registry.query.http.UnknownEntity;
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

    NetworkEndpoints(Questions questions, NetworkQueries networks, NetworkDifferences differences) {
        this.questions = questions;
        this.networks = networks;
        this.differences = differences;
    }

    @GetMapping
    @Operation(summary = "All networks, as they were on a day")
    Page<NetworkItem> networks(HttpServletRequest request) {
        return networks.networks(new Parameters(request).paging(), questions.clocks(request, PROJECTION));
    }

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

    @GetMapping("/{id}/members")
    @Operation(summary = "The states that belonged to a network on a day, each once")
    Page<Member> members(@PathVariable String id, HttpServletRequest request) {
        Parameters parameters = new Parameters(request);
        NetworkId network = new NetworkId(id);
        Clocks clocks = questions.clocks(request, network, PROJECTION);
        known(network, clocks);
        return networks.members(network, parameters.oneOf("kind", MembershipKind.class), parameters.paging(), clocks);
    }

    @GetMapping("/{id}/focal-points")
    @Operation(summary = "The focal-point seats of a network on a day, vacancies included")
    Page<FocalPoint> focalPoints(@PathVariable String id, HttpServletRequest request) {
        NetworkId network = new NetworkId(id);
        Clocks clocks = questions.clocks(request, network, PROJECTION);
        known(network, clocks);
        return networks.focalPoints(network, new Parameters(request).paging(), clocks);
    }

    @GetMapping("/{id}/meetings")
    @Operation(summary = "The meetings that a network had held by a day")
    Page<Meeting> meetings(@PathVariable String id, HttpServletRequest request) {
        NetworkId network = new NetworkId(id);
        Clocks clocks = questions.clocks(request, network, PROJECTION);
        known(network, clocks);
        return networks.meetings(network, new Parameters(request).paging(), clocks);
    }

    /** @param first,second where the answers were asked, echoed */
    record Differences(String network, Clocks first, Clocks second, List<Difference> differences) {}

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
