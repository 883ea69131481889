package org.preventionnetwork.registry.query.institutions;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.api.institutions.InstitutionId;
import org.preventionnetwork.registry.api.institutions.InstitutionKind;
import org.preventionnetwork.registry.query.http.AskedClocks;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.Page;
import org.preventionnetwork.registry.query.http.Paging;
import org.preventionnetwork.registry.query.http.Questions;
import org.preventionnetwork.registry.query.http.UnknownEntity;
import org.preventionnetwork.registry.query.institutions.InstitutionLife.Hosted;
import org.preventionnetwork.registry.query.institutions.InstitutionLife.Seat;
import org.preventionnetwork.registry.query.institutions.InstitutionQueries.InstitutionItem;
import org.preventionnetwork.registry.query.institutions.InstitutionQueries.Partner;
import org.preventionnetwork.registry.query.names.Names;
import org.preventionnetwork.registry.query.web.Frame;
import org.preventionnetwork.registry.query.web.Frames;
import org.preventionnetwork.registry.query.web.PageController;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Institutions for people to find, and each with its names, offices, partners and what it does. */
@PageController
class InstitutionPages {
    private static final int ON_A_PAGE = 50;
    private static final String[] PROJECTIONS = {"institutions", "networks", "initiatives", "officials"};
    private static final List<String> ACTIONS = List.of(
            "rename-institution",
            "partner-institution",
            "open-office",
            "close-office",
            "name-institution",
            "succeed-institution",
            "dissolve-institution");

    private final Questions questions;
    private final InstitutionQueries institutions;
    private final InstitutionLife life;
    private final Names names;
    private final Frames frames;

    InstitutionPages(
            Questions questions, InstitutionQueries institutions, InstitutionLife life, Names names, Frames frames) {
        this.questions = questions;
        this.institutions = institutions;
        this.life = life;
        this.names = names;
        this.frames = frames;
    }

    @GetMapping("/institutions")
    String institutions(
            InstitutionFilter filter, Paging paging, AskedClocks asked, HttpServletRequest request, Model model) {
        Clocks clocks = questions.clocks(asked, "institutions");
        Frame frame = frames.open(model, request, clocks);
        Paging byName = new Paging(paging.page(), ON_A_PAGE, "name", false);
        Page<InstitutionItem> found = institutions.all(filter, byName, clocks, frame.language());
        model.addAttribute("institutions", found);
        model.addAttribute("today", today(found.items(), clocks, frame));
        model.addAttribute("kinds", InstitutionKind.values());
        return "institutions";
    }

    @GetMapping("/institutions/{id}")
    String institution(@PathVariable String id, AskedClocks asked, HttpServletRequest request, Model model) {
        InstitutionId institution = new InstitutionId(id);
        Clocks clocks = questions.clocks(asked, institution, PROJECTIONS);
        InstitutionItem item =
                institutions.one(institution, clocks).orElseThrow(() -> new UnknownEntity("institution"));
        Frame frame = frames.open(model, request, clocks);
        List<String> predecessors = institutions.predecessors(institution, clocks);
        List<Partner> partners = institutions.partners(institution, clocks);
        List<Seat> seats = life.seats(institution, clocks);
        List<Hosted> secretariats = life.secretariats(institution, clocks);
        List<String> related = new ArrayList<>(predecessors);
        partners.forEach(partner -> related.add(partner.institution()));
        if (item.succeededBy() != null) {
            related.add(item.succeededBy());
        }
        model.addAttribute("institution", item);
        model.addAttribute("today", today(List.of(item), clocks, frame));
        model.addAttribute("known", life.names(institution, clocks));
        model.addAttribute("offices", institutions.offices(institution, clocks));
        model.addAttribute("partners", partners);
        model.addAttribute("predecessors", predecessors);
        model.addAttribute("institutions", names.institutions(related, clocks, frame.language()));
        model.addAttribute("seats", seats);
        model.addAttribute("led", life.led(institution, clocks));
        model.addAttribute("secretariats", secretariats);
        List<String> networks = new ArrayList<>();
        seats.forEach(seat -> networks.add(seat.network()));
        secretariats.forEach(hosted -> networks.add(hosted.network()));
        model.addAttribute("networks", names.networks(networks, clocks, frame.language()));
        model.addAttribute("officials", life.officials(institution, clocks));
        model.addAttribute("actions", frame.records() && frame.isOfNow() ? ACTIONS : List.of());
        return "institution";
    }

    private Map<String, String> today(List<InstitutionItem> items, Clocks clocks, Frame frame) {
        return names.today(EntityType.INSTITUTION, items, clocks, frame.today(), frame.language());
    }
}
