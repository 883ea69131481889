package org.preventionnetwork.registry.standalone.beginning;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.access.Caller;
import org.preventionnetwork.registry.access.CurrentCaller;
import org.preventionnetwork.registry.access.Role;
import org.preventionnetwork.registry.command.imports.runs.RunReport;
import org.preventionnetwork.registry.command.imports.runs.Runs;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.infrastructure.LedgerHead;
import org.preventionnetwork.registry.query.web.OverviewSection;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** An empty registry shows no zeros, but what can be done about them by whoever looks. */
@Component
@Order(0)
class FirstSteps implements OverviewSection {
    private final LedgerHead head;
    private final Runs runs;
    private final CurrentCaller callers;

    FirstSteps(LedgerHead head, Runs runs, CurrentCaller callers) {
        this.head = head;
        this.runs = runs;
        this.callers = callers;
    }

    /**
     * @param imports whether a file can be handed in
     * @param begins whether anything may be recorded, so that the sample and a first network are
     * @param running the import that is under way, if any: then nothing else is offered
     */
    public record Offer(boolean imports, boolean begins, @Nullable String running) {}

    @Override
    public List<String> projections() {
        return List.of();
    }

    @Override
    public String template() {
        return "first-steps";
    }

    @Override
    public boolean standsAlone() {
        return true;
    }

    @Override
    public List<Offer> rows(HttpServletRequest request, Clocks clocks) {
        if (clocks.position() > 0 || head.position() > 0) {
            return List.of();
        }
        Caller caller = callers.of(request);
        boolean records = caller.is(Role.SECRETARIAT);
        String running = caller.is(Role.SECRETARIAT) || caller.is(Role.AUDITOR) || caller.is(Role.ADMIN)
                ? runs.page(0, 1).stream()
                        .filter(RunReport::isRunning)
                        .map(RunReport::id)
                        .findFirst()
                        .orElse(null)
                : null;
        return Stream.of(new Offer(records, records && caller.scopes().isEmpty(), running))
                .toList();
    }
}
