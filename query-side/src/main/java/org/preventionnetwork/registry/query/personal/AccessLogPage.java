package org.preventionnetwork.registry.query.personal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import org.preventionnetwork.registry.query.http.AskedClocks;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.NamesPersons;
import org.preventionnetwork.registry.query.http.Paging;
import org.preventionnetwork.registry.query.http.Questions;
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

    @GetMapping("/access-log")
    String log(
            AccessLogFilter filter, Paging paging, AskedClocks askedClocks, HttpServletRequest request, Model model) {
        Clocks clocks = questions.clocks(askedClocks, "officials");
        frames.open(model, request);
        model.addAttribute(
                "kinds", Arrays.stream(ViewKind.values()).map(ViewKind::name).toList());
        model.addAttribute("views", log.views(filter, new Paging(paging.page(), ON_A_PAGE, null, false), clocks));
        return "access-log";
    }
}
