package org.preventionnetwork.registry.standalone.accounts;

import jakarta.servlet.http.HttpServletRequest;
import org.preventionnetwork.registry.access.requests.Reads;
import org.preventionnetwork.registry.query.http.Parameters;
import org.preventionnetwork.registry.query.web.Frames;
import org.preventionnetwork.registry.query.web.PageController;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Where an administrator makes a person's data unreadable. It shows nobody's name, since who only administers reads no
 * records, and stands apart from the forms for everyday use: it cannot be taken back.
 */
@PageController
class ErasurePage {
    private final Frames frames;

    ErasurePage(Frames frames) {
        this.frames = frames;
    }

    @Reads("official")
    @GetMapping("/erasure")
    String erasure(HttpServletRequest request, Model model) {
        frames.open(model, request);
        model.addAttribute("official", new Parameters(request).text("official"));
        return "erasure";
    }
}
