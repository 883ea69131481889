package org.preventionnetwork.registry.standalone.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import org.preventionnetwork.registry.access.requests.Reads;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.NamesPersons;
import org.preventionnetwork.registry.query.http.Paging;
import org.preventionnetwork.registry.query.http.Parameters;
import org.preventionnetwork.registry.query.http.Questions;
import org.preventionnetwork.registry.query.personal.AccessLogQueries;
import org.preventionnetwork.registry.query.personal.AccessLogQueries.Filter;
import org.preventionnetwork.registry.query.personal.ViewKind;
import org.preventionnetwork.registry.query.web.Frames;
import org.preventionnetwork.registry.query.web.PageController;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Who has read whose personal data, for auditors. */
@PageController
@NamesPersons
class AccessLogPage {
    private static final int ON_A_PAGE = 50;

    private final Questions questions;
    private final AccessLogQueries log;
    private final Frames frames;

    AccessLogPage(Questions questions, AccessLogQueries log, Frames frames) {
        this.questions = questions;
        this.log = log;
        this.frames = frames;
    }

    @Reads(
            value = {"actor", "official", "kind", "from", "to"},
            clocks = true,
            paging = true)
    @GetMapping("/access-log")
    String log(HttpServletRequest request, Model model) {
        Parameters parameters = new Parameters(request);
        String official = parameters.text("official");
        Filter filter = new Filter(
                parameters.text("actor"),
                official == null ? null : official.strip().replaceFirst("^official:", ""),
                parameters.oneOf("kind", ViewKind.class),
                parameters.firstInstant("from"),
                parameters.instant("to"));
        Paging asked = parameters.paging();
        Clocks clocks = questions.clocks(request, "officials");
        frames.open(model, request);
        model.addAttribute(
                "kinds", Arrays.stream(ViewKind.values()).map(ViewKind::name).toList());
        model.addAttribute("views", log.views(filter, new Paging(asked.page(), ON_A_PAGE, null, false), clocks));
        return "access-log";
    }
}
