package org.preventionnetwork.registry.query.statements;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.statements.Metric;
import org.preventionnetwork.registry.api.statements.Qualifier;
import org.preventionnetwork.registry.api.statements.StatementId;
import org.preventionnetwork.registry.query.completeness.DeclaredList;
import org.preventionnetwork.registry.query.figures.Figures;
import org.preventionnetwork.registry.query.http.Answer;
import org.preventionnetwork.registry.query.http.AskedClocks;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.Page;
import org.preventionnetwork.registry.query.http.Paging;
import org.preventionnetwork.registry.query.http.Questions;
import org.preventionnetwork.registry.query.http.SortedBy;
import org.preventionnetwork.registry.query.http.UnknownEntity;
import org.preventionnetwork.registry.query.statements.Reconciliation.Reconciled;
import org.preventionnetwork.registry.query.statements.StatementQueries.Statement;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/statements")
@Tag(name = "Statements")
class StatementEndpoints {
    private static final String PROJECTION = "statements";
    private static final String[] ALL = java.util.stream.Stream.concat(
                    java.util.stream.Stream.of(PROJECTION), java.util.stream.Stream.of(Figures.PROJECTIONS))
            .toArray(String[]::new);

    private final Questions questions;
    private final StatementQueries statements;
    private final Reconciliation reconciliation;

    StatementEndpoints(Questions questions, StatementQueries statements, Reconciliation reconciliation) {
        this.questions = questions;
        this.statements = statements;
        this.reconciliation = reconciliation;
    }

    /** @param verdict only when asked for */
    record StatementItem(
            @SortedBy("entity") String id,
            @SortedBy("stated_earliest") String statedOn,
            @SortedBy("metric") Metric metric,
            Qualifier qualifier,
            @SortedBy("value") long value,
            @SortedBy("scope") @Nullable String scope,
            List<String> roster,
            boolean withdrawn,
            @Nullable String withdrawnOn,
            boolean certain,
            @Nullable Verdict verdict,
            String factId,
            @Nullable String source) {
        static StatementItem of(Statement statement, @Nullable Verdict verdict) {
            return new StatementItem(
                    statement.id(),
                    statement.statedOn(),
                    statement.metric(),
                    statement.qualifier(),
                    statement.value(),
                    statement.scope(),
                    statement.roster(),
                    statement.withdrawn(),
                    statement.withdrawnOn(),
                    statement.certain(),
                    verdict,
                    statement.factId(),
                    statement.source());
        }
    }

    record Stated(
            long value,
            Qualifier qualifier,
            String statedOn,
            Metric metric,
            @Nullable String scope,
            List<String> roster,
            boolean withdrawn,
            @Nullable String source) {}

    record ReconciliationAnswer(
            String id,
            Stated stated,
            Reconciliation.Recorded recorded,
            int definition,
            Verdict verdict,
            boolean complete,
            List<DeclaredList> completeness,
            List<Reconciliation.Difference> difference,
            List<org.preventionnetwork.registry.query.figures.FigureRow> evidence,
            long evidenceTotal) {}

    @GetMapping
    @Operation(
            operationId = "statements",
            summary = "Published figures, by metric or scope; verdict=true tells how each stands to the registry's")
    Page<StatementItem> all(StatementFilter filter, Paging paging, AskedClocks asked) {
        Clocks clocks = filter.verdict() ? questions.clocks(asked, ALL) : questions.clocks(asked, PROJECTION);
        List<StatementItem> items = statements.all(filter.metric(), filter.scope(), paging, clocks).stream()
                .map(statement -> StatementItem.of(
                        statement, filter.verdict() ? reconciliation.verdict(statement, clocks.position()) : null))
                .toList();
        return Page.of(items, paging, statements.count(filter.metric(), filter.scope(), clocks), clocks);
    }

    @GetMapping("/{statementId}")
    @Operation(operationId = "statement", summary = "One published figure")
    ResponseEntity<Answer<StatementItem>> one(@PathVariable String statementId, AskedClocks asked) {
        StatementId statement = new StatementId(statementId);
        Clocks clocks = questions.clocks(asked, statement, PROJECTION);
        Statement found = statements.one(statement, clocks).orElseThrow(() -> new UnknownEntity("statement"));
        return ResponseEntity.ok()
                .eTag("\"" + questions.version(statement, clocks.position()).orElseThrow() + "\"")
                .body(Answer.of(StatementItem.of(found, null), clocks));
    }

    @GetMapping("/{statementId}/reconciliation")
    @Operation(summary = "A published figure beside the registry's own on the days it was stated, with the rows behind")
    Answer<ReconciliationAnswer> reconciliation(
            @PathVariable String statementId, AskedClocks asked, HttpServletRequest request) {
        StatementId statement = new StatementId(statementId);
        Clocks clocks = questions.clocks(asked, statement, ALL);
        Statement found = statements.one(statement, clocks).orElseThrow(() -> new UnknownEntity("statement"));
        Reconciled reconciled = reconciliation.reconcile(found, clocks.position(), request.getLocale());
        Stated stated = new Stated(
                found.value(),
                found.qualifier(),
                found.statedOn(),
                found.metric(),
                found.scope(),
                found.roster(),
                found.withdrawn(),
                found.source());
        return Answer.of(
                new ReconciliationAnswer(
                        statementId,
                        stated,
                        reconciled.recorded(),
                        reconciled.definition(),
                        reconciled.verdict(),
                        reconciled.complete(),
                        reconciled.completeness(),
                        reconciled.difference(),
                        reconciled.evidence(),
                        reconciled.evidenceTotal()),
                new Clocks(found.statedOn(), found.latest(), clocks.knownAt(), clocks.position(), clocks.lag()));
    }
}
