package org.preventionnetwork.registry.query.programmes;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.api.programmes.ProgrammeId;
import org.preventionnetwork.registry.query.completeness.Completeness;
import org.preventionnetwork.registry.query.figures.Figures;
import org.preventionnetwork.registry.query.http.AskedClocks;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.Page;
import org.preventionnetwork.registry.query.http.Paging;
import org.preventionnetwork.registry.query.http.Questions;
import org.preventionnetwork.registry.query.http.UnknownEntity;
import org.preventionnetwork.registry.query.names.Names;
import org.preventionnetwork.registry.query.programmes.ProgrammeQueries.ProgrammeItem;
import org.preventionnetwork.registry.query.relations.RelationKind;
import org.preventionnetwork.registry.query.relations.Relations;
import org.preventionnetwork.registry.query.web.Frame;
import org.preventionnetwork.registry.query.web.Frames;
import org.preventionnetwork.registry.query.web.PageController;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Lines of work, each with its themes and its seminars. */
@PageController
class ProgrammePages {
    private static final int ON_A_PAGE = 50;
    private static final List<String> ACTIONS = List.of(
            "set-programme-curriculum",
            "rename-programme",
            "name-programme",
            "serve-network",
            "declare-programme-list-complete",
            "close-programme");

    private final Questions questions;
    private final ProgrammeQueries programmes;
    private final ProgrammeSeminars seminars;
    private final Completeness completeness;
    private final Relations relations;
    private final Names names;
    private final Frames frames;

    ProgrammePages(
            Questions questions,
            ProgrammeQueries programmes,
            ProgrammeSeminars seminars,
            Completeness completeness,
            Relations relations,
            Names names,
            Frames frames) {
        this.names = names;
        this.questions = questions;
        this.programmes = programmes;
        this.seminars = seminars;
        this.completeness = completeness;
        this.relations = relations;
        this.frames = frames;
    }

    @GetMapping("/programmes")
    String programmes(
            ProgrammeFilter filter, Paging paging, AskedClocks asked, HttpServletRequest request, Model model) {
        Clocks clocks = questions.clocks(asked, Figures.PROJECTIONS);
        Frame frame = frames.open(model, request, clocks);
        Paging byName = new Paging(paging.page(), ON_A_PAGE, "name", false);
        Page<ProgrammeItem> found = programmes.all(filter.q(), byName, clocks, frame.language());
        model.addAttribute("programmes", found);
        model.addAttribute("today", today(found.items(), clocks, frame));
        model.addAttribute("held", seminars.held(clocks));
        return "programmes";
    }

    @GetMapping("/programmes/{id}")
    String programme(@PathVariable String id, AskedClocks asked, HttpServletRequest request, Model model) {
        ProgrammeId programme = new ProgrammeId(id);
        Clocks clocks = questions.clocks(
                asked,
                programme,
                "programmes",
                "seminars",
                "networks",
                "initiatives",
                Completeness.PROJECTION,
                Relations.PROJECTION);
        ProgrammeItem item = programmes.one(programme, clocks).orElseThrow(() -> new UnknownEntity("programme"));
        Frame frame = frames.open(model, request, clocks);
        model.addAttribute("programme", item);
        model.addAttribute("today", today(List.of(item), clocks, frame));
        model.addAttribute("counts", seminars.byStatus(programme, clocks));
        model.addAttribute("latest", seminars.latest(programme, clocks));
        model.addAttribute("belongsTo", relations.of(programme, clocks, frame.language()));
        model.addAttribute("belonging", relations.to(programme, RelationKind.BELONGS_TO, clocks, frame.language()));
        model.addAttribute("complete", completeness.of(programme, clocks));
        model.addAttribute("actions", frame.records() && frame.isOfNow() ? ACTIONS : List.of());
        return "programme";
    }

    private Map<String, String> today(List<ProgrammeItem> items, Clocks clocks, Frame frame) {
        return names.today(EntityType.PROGRAMME, items, clocks, frame.today(), frame.language());
    }
}
