package org.preventionnetwork.registry.query.networks;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.query.completeness.Completeness;
import org.preventionnetwork.registry.query.figures.RecentCounts;
import org.preventionnetwork.registry.query.http.AskedClocks;
import org.preventionnetwork.registry.query.http.Awaited;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.Paging;
import org.preventionnetwork.registry.query.http.Questions;
import org.preventionnetwork.registry.query.http.TwoPoints;
import org.preventionnetwork.registry.query.http.UnknownEntity;
import org.preventionnetwork.registry.query.language.Tongue;
import org.preventionnetwork.registry.query.names.Names;
import org.preventionnetwork.registry.query.networks.NetworkActivity.Interval;
import org.preventionnetwork.registry.query.networks.NetworkAnswers.Activity;
import org.preventionnetwork.registry.query.networks.NetworkAnswers.FocalPoint;
import org.preventionnetwork.registry.query.networks.NetworkAnswers.Member;
import org.preventionnetwork.registry.query.networks.NetworkAnswers.NetworkItem;
import org.preventionnetwork.registry.query.networks.NetworkLife.SpellRow;
import org.preventionnetwork.registry.query.relations.RelationKind;
import org.preventionnetwork.registry.query.relations.Relations;
import org.preventionnetwork.registry.query.web.Frame;
import org.preventionnetwork.registry.query.web.Frames;
import org.preventionnetwork.registry.query.web.PageController;
import org.preventionnetwork.registry.query.web.SpellChart;
import org.preventionnetwork.registry.query.web.SpellChart.Spell;
import org.preventionnetwork.registry.query.web.Wording;
import org.preventionnetwork.registry.query.web.WorldMap;
import org.preventionnetwork.registry.query.web.WorldMap.Marked;
import org.preventionnetwork.registry.query.web.YearChart;
import org.preventionnetwork.registry.query.web.YearChart.Value;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Networks for people to look at: who belongs to one, since when, and what it does. */
@PageController
class NetworkPages {
    private static final Paging ALL = new Paging(0, Paging.MOST, null, false);
    private static final String PROJECTION = "networks";
    private static final String[] PROJECTIONS = {
        "networks",
        "seminars",
        "officials",
        "initiatives",
        "institutions",
        "programmes",
        Completeness.PROJECTION,
        Relations.PROJECTION
    };
    private static final int MOST_YEARS = 40;

    private final Questions questions;
    private final NetworkQueries networks;
    private final NetworkLife life;
    private final NetworkActivity activity;
    private final NetworkDifferences differences;
    private final Names names;
    private final RecentCounts recent;
    private final Completeness completeness;
    private final Relations relations;
    private final WorldMap map;
    private final Frames frames;

    NetworkPages(
            Questions questions,
            NetworkQueries networks,
            NetworkLife life,
            NetworkActivity activity,
            NetworkDifferences differences,
            Names names,
            RecentCounts recent,
            Completeness completeness,
            Relations relations,
            WorldMap map,
            Frames frames) {
        this.questions = questions;
        this.networks = networks;
        this.life = life;
        this.activity = activity;
        this.differences = differences;
        this.names = names;
        this.recent = recent;
        this.completeness = completeness;
        this.relations = relations;
        this.map = map;
        this.frames = frames;
    }

    @GetMapping("/networks")
    String networks(AskedClocks asked, HttpServletRequest request, Model model) {
        Clocks clocks = questions.clocks(asked, PROJECTION);
        Frame frame = frames.open(model, request, clocks);
        List<NetworkItem> items = networks.networks(ALL, clocks).items();
        model.addAttribute("networks", items);
        model.addAttribute("today", today(items, clocks, frame));
        return "networks";
    }

    @GetMapping("/networks/{id}")
    String network(@PathVariable String id, AskedClocks asked, HttpServletRequest request, Model model) {
        NetworkId network = new NetworkId(id);
        Clocks now = questions.acknowledged(asked, network, PROJECTIONS);
        Clocks clocks =
                recent.of(request, "network " + network.value(), now, at -> years(known(network, at), network, at));
        NetworkItem item = known(network, clocks);
        Frame frame = frames.open(model, request, clocks);
        List<Member> members = networks.members(network, null, ALL, clocks).items();
        model.addAttribute("network", item);
        model.addAttribute("today", today(List.of(item), clocks, frame));
        model.addAttribute("members", life.belonging(network, members, clocks));
        model.addAttribute("map", map.draw(marked(life.members(network, clocks), frame)));
        model.addAttribute("spells", spells(network, clocks, frame, frames.wording(request)));
        List<FocalPoint> seats = networks.focalPoints(network, ALL, clocks).items();
        model.addAttribute("seats", seats);
        model.addAttribute("institutions", names.institutions(institutions(item, seats), clocks, frame.language()));
        model.addAttribute("meetings", networks.meetings(network, ALL, clocks).items());
        model.addAttribute("belongsTo", List.of());
        model.addAttribute(
                "belonging",
                Stream.of(RelationKind.SERVES, RelationKind.GIVEN_FOR)
                        .flatMap(kind -> relations.to(network, kind, clocks, frame.language()).stream())
                        .toList());
        model.addAttribute("complete", completeness.of(network, clocks));
        model.addAttribute("seminars", life.seminars(network, clocks));
        model.addAttribute("initiatives", life.initiatives(network, clocks));
        List<Activity> years = years(item, network, clocks);
        model.addAttribute("years", years);
        model.addAttribute(
                "ends", years.stream().collect(Collectors.toMap(Activity::period, year -> end(year, clocks))));
        model.addAttribute(
                "growth",
                YearChart.of(years.stream()
                        .map(year -> new Value(Integer.parseInt(year.period()), year.membersCertain(), year.members()))
                        .toList()));
        return "network";
    }

    private Map<String, String> today(List<NetworkItem> items, Clocks clocks, Frame frame) {
        return names.today(EntityType.NETWORK, items, clocks, frame.today(), frame.language());
    }

    private static List<String> institutions(NetworkItem item, List<FocalPoint> seats) {
        return Stream.concat(
                        Stream.ofNullable(item.secretariat()), seats.stream().map(FocalPoint::institution))
                .toList();
    }

    private static List<Marked> marked(Map<String, Boolean> members, Frame frame) {
        return members.entrySet().stream()
                .map(member -> new Marked(member.getKey(), member.getValue(), frame.to("/states/" + member.getKey())))
                .toList();
    }

    /** All spells that are known, whichever day is asked about, in the order of the states' names. */
    private SpellChart spells(NetworkId network, Clocks clocks, Frame frame, Wording say) {
        List<SpellRow> rows = life.spells(network, clocks.position());
        Function<SpellRow, String> name = row -> say.state(row.state());
        List<Spell> spells = rows.stream()
                .sorted((one, other) -> name.apply(one).compareTo(name.apply(other)))
                .map(row -> new Spell(
                        name.apply(row), row.kind(), row.from(), row.until(), frame.to("/states/" + row.state())))
                .collect(Collectors.toList());
        LocalDate last = clocks.day().isAfter(frame.today()) ? clocks.day() : frame.today();
        return SpellChart.of(spells, clocks.day(), last);
    }

    /** The last of a year's days that is asked about. */
    private static String end(Activity year, Clocks clocks) {
        LocalDate end = LocalDate.of(Integer.parseInt(year.period()), 12, 31);
        return (end.isAfter(clocks.day()) ? clocks.day() : end).toString();
    }

    /** From the year of the foundation, or of the announcement, to the day. */
    private List<Activity> years(NetworkItem item, NetworkId network, Clocks clocks) {
        String begun = item.foundedOn() != null ? item.foundedOn() : item.announcedOn();
        LocalDate last = clocks.day();
        LocalDate first =
                begun == null ? last.minusYears(9) : HistoricalDate.parse(begun).earliest();
        LocalDate earliest = last.minusYears(MOST_YEARS);
        LocalDate from = first.isAfter(last) ? last : first.isBefore(earliest) ? earliest : first;
        return activity.of(network, from.withDayOfYear(1), last, Interval.YEAR, clocks.position());
    }

    @GetMapping("/networks/{id}/compare")
    String compare(
            @PathVariable String id,
            TwoPoints points,
            AskedClocks askedClocks,
            HttpServletRequest request,
            Model model) {
        NetworkId network = new NetworkId(id);
        Clocks clocks = questions.clocks(askedClocks, network, PROJECTION);
        Frame frame = frames.open(model, request, clocks);
        Awaited awaited = new Awaited(askedClocks.atLeastPosition(), askedClocks.atLeastVersion());
        Clocks first = questions.clocks(points.first(awaited), network, PROJECTION);
        Clocks second = questions.clocks(points.second(awaited), network, PROJECTION);
        boolean asked = List.of("asOf1", "asOf2", "knownAt1", "knownAt2").stream()
                .anyMatch(name -> frame.parameter(name) != null);
        model.addAttribute(
                "network",
                networks.network(network, second)
                        .or(() -> networks.network(network, first))
                        .orElseGet(() -> known(network, clocks)));
        model.addAttribute("first", first);
        model.addAttribute("second", second);
        model.addAttribute("asked", asked);
        Tongue tongue = Tongue.of(request);
        model.addAttribute("differences", asked ? differences.between(network, first, second, tongue) : List.of());
        return "compare";
    }

    private NetworkItem known(NetworkId network, Clocks clocks) {
        return networks.network(network, clocks).orElseThrow(() -> new UnknownEntity("network"));
    }
}
