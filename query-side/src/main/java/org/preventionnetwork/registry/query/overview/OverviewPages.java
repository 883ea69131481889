package org.preventionnetwork.registry.query.overview;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.programmes.ProgrammeId;
import org.preventionnetwork.registry.api.text.FailureText;
import org.preventionnetwork.registry.query.figures.AskedScope;
import org.preventionnetwork.registry.query.figures.FigureName;
import org.preventionnetwork.registry.query.figures.FigureQuestion;
import org.preventionnetwork.registry.query.figures.Figures;
import org.preventionnetwork.registry.query.figures.Interval;
import org.preventionnetwork.registry.query.figures.RecentCounts;
import org.preventionnetwork.registry.query.figures.Scopes;
import org.preventionnetwork.registry.query.http.AskedClocks;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.OutdatedRows;
import org.preventionnetwork.registry.query.http.Questions;
import org.preventionnetwork.registry.query.overview.OverviewQueries.MemberState;
import org.preventionnetwork.registry.query.web.Frame;
import org.preventionnetwork.registry.query.web.Frames;
import org.preventionnetwork.registry.query.web.OverviewSection;
import org.preventionnetwork.registry.query.web.PageController;
import org.preventionnetwork.registry.query.web.WorldMap;
import org.preventionnetwork.registry.query.web.WorldMap.Marked;
import org.preventionnetwork.registry.query.web.YearChart;
import org.preventionnetwork.registry.query.web.YearChart.Value;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: how things stand on a day, and how they came to. */
@PageController
class OverviewPages {
    private static final Logger log = LoggerFactory.getLogger(OverviewPages.class);

    private static final List<FigureName> SHOWN = List.of(
            FigureName.MEMBER_STATES,
            FigureName.PARTICIPATING_STATES,
            FigureName.SEMINARS,
            FigureName.ENROLLMENTS,
            FigureName.COMPLETIONS,
            FigureName.ALUMNI,
            FigureName.OFFICIALS_TRAINED,
            FigureName.NATIONAL_INITIATIVES,
            FigureName.NETWORKS);
    private static final List<FigureName> GROWING =
            List.of(FigureName.MEMBER_STATES, FigureName.ALUMNI, FigureName.SEMINARS, FigureName.NATIONAL_INITIATIVES);
    private static final int MOST_YEARS = 40;

    private final Questions questions;
    private final Figures figures;
    private final RecentCounts recent;
    private final Scopes scopes;
    private final OverviewQueries overview;
    private final WorldMap map;
    private final Frames frames;
    private final List<OverviewSection> sections;
    private final String[] projections;

    OverviewPages(
            Questions questions,
            Figures figures,
            RecentCounts recent,
            Scopes scopes,
            OverviewQueries overview,
            WorldMap map,
            Frames frames,
            List<OverviewSection> sections) {
        this.questions = questions;
        this.figures = figures;
        this.recent = recent;
        this.scopes = scopes;
        this.overview = overview;
        this.map = map;
        this.frames = frames;
        this.sections = List.copyOf(sections);
        this.projections = Stream.concat(
                        Stream.of(Figures.PROJECTIONS), sections.stream().flatMap(part -> part.projections().stream()))
                .distinct()
                .toArray(String[]::new);
    }

    record Tile(FigureName figure, Interval counted) {
        /** Whether the figure is known to the last one. */
        public boolean isCertain() {
            return counted.minimum() == counted.possible() && !counted.open();
        }
    }

    record Growth(FigureName figure, YearChart chart) {}

    record Section(String template, List<?> rows) {}

    /** Whoever comes first after a start does not wait until a long history is counted. */
    @EventListener(ApplicationReadyEvent.class)
    void prepare() {
        try {
            recent.prepare(counted(null), questions.now(projections), at -> count(null, null, at));
        } catch (OutdatedRows afterAnUpgrade) {
            log.info("What the overview shows is counted when it is asked for: {}", FailureText.of(afterAnUpgrade));
        }
    }

    private static String counted(@Nullable EntityId scope) {
        return "overview " + scope;
    }

    @GetMapping("/")
    String overview(AskedScope askedScope, AskedClocks askedClocks, HttpServletRequest request, Model model) {
        Clocks now = questions.acknowledged(askedClocks, null, projections);
        EntityId scope = scopes.asked(askedScope, now.position());
        String asked = askedScope.scope() == null ? null : askedScope.scope().value();
        Clocks clocks = recent.of(request, counted(scope), now, at -> count(scope, asked, at));
        Frame frame = frames.open(model, request, clocks);
        List<Section> alone = shown(request, clocks, true);
        if (!alone.isEmpty()) {
            model.addAttribute("sections", alone);
            return "overview-alone";
        }
        model.addAttribute("scope", asked);
        model.addAttribute("chosen", scope == null ? null : scope.aggregateId());
        model.addAttribute("networks", overview.networks(clocks, frame.language()));
        model.addAttribute("programmes", overview.programmes(clocks, frame.language()));
        model.addAttribute("ofProgramme", scope instanceof ProgrammeId);
        model.addAttribute("tiles", tiles(scope, clocks));
        model.addAttribute("map", map.draw(marked(scope, clocks, frame)));
        model.addAttribute("growth", growth(scope, clocks));
        model.addAttribute("sections", shown(request, clocks, false));
        return "overview";
    }

    private List<Section> shown(HttpServletRequest request, Clocks clocks, boolean alone) {
        return sections.stream()
                .filter(part -> part.standsAlone() == alone)
                .map(part -> new Section(part.template(), part.rows(request, clocks)))
                .filter(part -> !part.rows().isEmpty())
                .toList();
    }

    /** All that takes long, so that it is remembered. */
    private void count(@Nullable EntityId scope, @Nullable String asked, Clocks clocks) {
        tiles(scope, clocks);
        growth(scope, clocks);
        sections.forEach(part -> part.count(asked, clocks));
    }

    private List<Tile> tiles(@Nullable EntityId scope, Clocks clocks) {
        return SHOWN.stream()
                .map(figure -> new Tile(figure, figures.interval(question(figure, scope, clocks))))
                .toList();
    }

    private List<Growth> growth(@Nullable EntityId scope, Clocks clocks) {
        return GROWING.stream()
                .map(figure -> new Growth(figure, growth(figure, scope, clocks)))
                .toList();
    }

    private static FigureQuestion question(FigureName figure, @Nullable EntityId scope, Clocks clocks) {
        return new FigureQuestion(figure, scope, clocks.day(), clocks.day(), clocks.position());
    }

    private List<Marked> marked(@Nullable EntityId scope, Clocks clocks, Frame frame) {
        List<MemberState> states = scope instanceof ProgrammeId programme
                ? overview.participants(programme, clocks)
                : overview.members(scope, clocks);
        return states.stream()
                .map(state -> new Marked(state.code(), state.certain(), frame.to("/states/" + state.code())))
                .toList();
    }

    /** At the end of each year, and for the year asked about on the day. */
    private YearChart growth(FigureName figure, @Nullable EntityId scope, Clocks clocks) {
        int last = clocks.day().getYear();
        int first = Math.max(last - MOST_YEARS, Math.min(overview.firstYear(clocks), last));
        List<LocalDate> days = new ArrayList<>();
        for (int year = first; year < last; year++) {
            days.add(LocalDate.of(year, 12, 31));
        }
        days.add(clocks.day());
        List<Interval> course = figures.course(question(figure, scope, clocks), days);
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            values.add(new Value(
                    days.get(i).getYear(),
                    course.get(i).minimum(),
                    course.get(i).possible()));
        }
        return YearChart.of(values);
    }
}
