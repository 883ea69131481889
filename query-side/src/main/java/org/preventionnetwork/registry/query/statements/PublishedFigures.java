package org.preventionnetwork.registry.query.statements;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.statements.Metric;
import org.preventionnetwork.registry.api.statements.Scope;
import org.preventionnetwork.registry.api.statements.StatementId;
import org.preventionnetwork.registry.query.figures.Figures;
import org.preventionnetwork.registry.query.figures.RowWords;
import org.preventionnetwork.registry.query.http.AskedClocks;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.Page;
import org.preventionnetwork.registry.query.http.Paging;
import org.preventionnetwork.registry.query.http.Questions;
import org.preventionnetwork.registry.query.http.UnknownEntity;
import org.preventionnetwork.registry.query.statements.Reconciliation.Reconciled;
import org.preventionnetwork.registry.query.statements.StatementQueries.Statement;
import org.preventionnetwork.registry.query.web.Frame;
import org.preventionnetwork.registry.query.web.Frames;
import org.preventionnetwork.registry.query.web.OverviewSection;
import org.preventionnetwork.registry.query.web.PageController;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Figures that were published, each with how it stands to the registry's own. */
@PageController
@Order(1)
class PublishedFigures implements OverviewSection {
    private static final List<String> PROJECTIONS = Stream.concat(
                    Stream.of("statements"), Stream.of(Figures.PROJECTIONS))
            .toList();
    /** Latest first. */
    private static final Paging LATEST = new Paging(0, Paging.MOST, "statedOn", true);

    private static final int ON_A_PAGE = 50;
    /** On the overview; the others are on a page of their own. */
    private static final int SHOWN = 25;

    private final Questions questions;
    private final StatementQueries statements;
    private final Reconciliation reconciliation;
    private final Frames frames;

    PublishedFigures(Questions questions, StatementQueries statements, Reconciliation reconciliation, Frames frames) {
        this.questions = questions;
        this.statements = statements;
        this.reconciliation = reconciliation;
        this.frames = frames;
    }

    record Published(Statement statement, Verdict verdict) {}

    @Override
    public List<String> projections() {
        return PROJECTIONS;
    }

    @Override
    public String template() {
        return "published-figures";
    }

    @Override
    public List<Published> rows(HttpServletRequest request, Clocks clocks) {
        return published(request.getParameter("scope"), clocks);
    }

    @Override
    public void count(@Nullable String scope, Clocks clocks) {
        published(scope, clocks);
    }

    /** The latest of those that can have been published by the day. */
    private List<Published> published(@Nullable String scope, Clocks clocks) {
        return statements.all(null, null, LATEST, clocks).stream()
                .filter(statement -> scope == null || scope.isBlank() || isOf(statement, scope))
                .filter(statement -> !statement.earliest().isAfter(clocks.day()))
                .limit(SHOWN)
                .map(statement -> new Published(statement, reconciliation.verdict(statement, clocks.position())))
                .toList();
    }

    /** However either of them names it. */
    private static boolean isOf(Statement statement, String scope) {
        return statement.scope() != null
                && !Collections.disjoint(new Scope(statement.scope()).candidates(), new Scope(scope).candidates());
    }

    @GetMapping("/statements")
    String statements(MetricFilter filter, Paging paging, AskedClocks asked, HttpServletRequest request, Model model) {
        Metric metric = filter.metric();
        Paging latest = new Paging(paging.page(), ON_A_PAGE, "statedOn", true);
        Clocks clocks = questions.clocks(asked, PROJECTIONS.toArray(String[]::new));
        List<Published> published = statements.all(metric, null, latest, clocks).stream()
                .map(statement -> new Published(statement, reconciliation.verdict(statement, clocks.position())))
                .toList();
        frames.open(model, request, clocks);
        model.addAttribute("metrics", Metric.values());
        model.addAttribute("statements", Page.of(published, latest, statements.count(metric, null, clocks), clocks));
        return "statements";
    }

    @GetMapping("/statements/{id}")
    String statement(@PathVariable String id, AskedClocks asked, HttpServletRequest request, Model model) {
        StatementId statement = new StatementId(id);
        Clocks clocks = questions.clocks(asked, statement, PROJECTIONS.toArray(String[]::new));
        Statement found = statements.one(statement, clocks).orElseThrow(() -> new UnknownEntity("statement"));
        Reconciled reconciled = reconciliation.reconcile(found, clocks.position(), LocaleContextHolder.getLocale());
        Frame frame = frames.open(model, request, clocks);
        model.addAttribute("reconciled", reconciled);
        model.addAttribute(
                "steps",
                new WayForward(
                                reconciled,
                                reconciliation.scope(found, clocks.position()),
                                reconciliation.openRosters(found, clocks.position()),
                                frame,
                                frames.wording(request))
                        .steps());
        model.addAttribute("words", new RowWords(frames.wording(request)));
        return "statement";
    }
}
