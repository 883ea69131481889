package org.preventionnetwork.registry.query.initiatives;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.initiatives.InitiativeId;
import org.preventionnetwork.registry.api.initiatives.InitiativeStage;
import org.preventionnetwork.registry.api.initiatives.InitiativeType;
import org.preventionnetwork.registry.query.http.AskedClocks;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.Questions;
import org.preventionnetwork.registry.query.http.UnknownEntity;
import org.preventionnetwork.registry.query.initiatives.InitiativeBoard.Column;
import org.preventionnetwork.registry.query.initiatives.InitiativeQueries.Assistance;
import org.preventionnetwork.registry.query.initiatives.InitiativeQueries.Contributor;
import org.preventionnetwork.registry.query.initiatives.InitiativeQueries.InitiativeItem;
import org.preventionnetwork.registry.query.initiatives.InitiativeQueries.Milestone;
import org.preventionnetwork.registry.query.initiatives.InitiativeQueries.Stage;
import org.preventionnetwork.registry.query.names.Names;
import org.preventionnetwork.registry.query.personal.PersonNames;
import org.preventionnetwork.registry.query.personal.ViewKind;
import org.preventionnetwork.registry.query.personal.Viewings;
import org.preventionnetwork.registry.query.relations.Relations;
import org.preventionnetwork.registry.query.web.Frame;
import org.preventionnetwork.registry.query.web.Frames;
import org.preventionnetwork.registry.query.web.PageController;
import org.preventionnetwork.registry.query.web.SpellChart;
import org.preventionnetwork.registry.query.web.SpellChart.Spell;
import org.preventionnetwork.registry.query.web.Wording;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What members do at home: a board by stage, and each initiative with its course. */
@PageController
class InitiativePages {
    private static final String[] PROJECTIONS = {
        "initiatives", "networks", "institutions", "officials", "seminars", "programmes", Relations.PROJECTION
    };
    private static final Set<String> ENDS = Set.of(InitiativeStage.CONCLUDED.name(), InitiativeStage.ABANDONED.name());
    private static final List<String> ACTIONS = List.of(
            "change-initiative-stage",
            "reach-milestone",
            "assign-initiative-to-programme",
            "provide-technical-assistance",
            "name-contributor",
            "correct-initiative",
            "annul-initiative");

    private final Questions questions;
    private final InitiativeQueries initiatives;
    private final InitiativeBoard board;
    private final Names names;
    private final PersonNames persons;
    private final Viewings viewings;
    private final Relations relations;
    private final Frames frames;

    InitiativePages(
            Questions questions,
            InitiativeQueries initiatives,
            InitiativeBoard board,
            Names names,
            PersonNames persons,
            Viewings viewings,
            Relations relations,
            Frames frames) {
        this.questions = questions;
        this.initiatives = initiatives;
        this.board = board;
        this.names = names;
        this.persons = persons;
        this.viewings = viewings;
        this.relations = relations;
        this.frames = frames;
    }

    @GetMapping("/initiatives")
    String initiatives(InitiativeFilter filter, AskedClocks asked, HttpServletRequest request, Model model) {
        Clocks clocks = questions.clocks(asked, PROJECTIONS);
        Frame frame = frames.open(model, request, clocks);
        List<Column> columns = board.columns(filter, clocks);
        model.addAttribute("columns", columns);
        model.addAttribute("types", InitiativeType.values());
        model.addAttribute("stages", InitiativeStage.values());
        model.addAttribute(
                "networks",
                names.networks(
                        columns.stream()
                                .flatMap(column -> column.cards().stream())
                                .map(InitiativeItem::network)
                                .toList(),
                        clocks,
                        frame.language()));
        return "initiatives";
    }

    @GetMapping("/initiatives/{id}")
    String initiative(@PathVariable String id, AskedClocks asked, HttpServletRequest request, Model model) {
        InitiativeId initiative = new InitiativeId(id);
        Clocks clocks = questions.clocks(asked, initiative, PROJECTIONS);
        InitiativeItem item = initiatives.one(initiative, clocks).orElseThrow(() -> new UnknownEntity("initiative"));
        Frame frame = frames.open(model, request, clocks);
        List<Contributor> contributors = initiatives.contributors(initiative, clocks);
        List<Stage> stages = initiatives.stages(initiative, clocks);
        List<Milestone> milestones = initiatives.milestones(initiative, clocks);
        List<Assistance> assistance = initiatives.assistance(initiative, clocks);
        model.addAttribute("initiative", item);
        model.addAttribute("networks", names.networks(listed(item.network()), clocks, frame.language()));
        model.addAttribute(
                "institutions", names.institutions(listed(item.leadInstitution()), clocks, frame.language()));
        model.addAttribute("belongsTo", relations.of(initiative, clocks, frame.language()));
        model.addAttribute("belonging", List.of());
        model.addAttribute("stages", stages);
        model.addAttribute("milestones", milestones);
        model.addAttribute("assistance", assistance);
        model.addAttribute("contributors", contributors);
        model.addAttribute("persons", persons(contributors, frame, clocks));
        model.addAttribute("actions", frame.records() && frame.isOfNow() ? ACTIONS : List.of());
        List<Spell> spells = spells(item, stages, milestones, assistance, frames.wording(request));
        LocalDate last = clocks.day().isAfter(frame.today()) ? clocks.day() : frame.today();
        model.addAttribute("life", SpellChart.of(spells, clocks.day(), last));
        return "initiative";
    }

    private static List<String> listed(@Nullable String id) {
        return id == null ? List.of() : List.of(id);
    }

    private Map<String, PersonNames.Person> persons(List<Contributor> contributors, Frame frame, Clocks clocks) {
        if (!frame.seesPersons()) {
            return Map.of();
        }
        viewings.begin(ViewKind.ROSTER);
        return persons.of(contributors.stream().map(Contributor::official).toList(), clocks);
    }

    private static List<Spell> spells(
            InitiativeItem item,
            List<Stage> stages,
            List<Milestone> milestones,
            List<Assistance> assistance,
            Wording say) {
        List<Spell> spells = new ArrayList<>();
        if (item.launchedOn() != null) {
            spells.add(Spell.moment(say.text("column.launched"), "launch", item.title(), item.launchedOn(), "#stages"));
        }
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            String name = say.constant("stage", stage.stage());
            String next = i + 1 < stages.size() ? stages.get(i + 1).on() : null;
            spells.add(
                    stage.on() == null || ENDS.contains(stage.stage())
                            ? Spell.moment(name, "stage", name, stage.on(), "#stages")
                            : new Spell(name, "stage", name, stage.on(), next, "#stages"));
        }
        milestones.forEach(one -> spells.add(
                Spell.moment(say.text("initiative.milestones"), "milestone", one.title(), one.on(), "#milestones")));
        assistance.forEach(one -> spells.add(
                Spell.moment(say.text("initiative.assistance"), "assistance", one.kind(), one.on(), "#assistance")));
        return spells;
    }
}
