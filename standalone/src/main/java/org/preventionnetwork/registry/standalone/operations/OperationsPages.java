package org.preventionnetwork.registry.standalone.operations;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.preventionnetwork.registry.command.ledger.verification.Verification;
import org.preventionnetwork.registry.command.ledger.verification.VerificationJob;
import org.preventionnetwork.registry.query.operations.ProjectionStatuses;
import org.preventionnetwork.registry.query.projection.engine.Operations;
import org.preventionnetwork.registry.query.web.Frames;
import org.preventionnetwork.registry.query.web.PageController;
import org.preventionnetwork.registry.query.web.Wording;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How the registry does: its health, its ledger, its projections, and what could not be brought in. */
@PageController
class OperationsPages {
    private static final String INDICATOR = "HealthIndicator";
    /** Those of the registry's own making. */
    private static final List<String> SHOWN =
            List.of("ledger", "projections", "checkpoint", "verification", "keys", "clock");

    private final ProjectionStatuses projections;
    private final Operations operations;
    private final LedgerOverview ledger;
    private final Optional<VerificationJob> verification;
    private final Map<String, HealthIndicator> indicators;
    private final Frames frames;

    OperationsPages(
            ProjectionStatuses projections,
            Operations operations,
            LedgerOverview ledger,
            ObjectProvider<VerificationJob> verification,
            Map<String, HealthIndicator> indicators,
            Frames frames) {
        this.projections = projections;
        this.operations = operations;
        this.ledger = ledger;
        this.verification = Optional.ofNullable(verification.getIfAvailable());
        this.indicators = indicators;
        this.frames = frames;
    }

    /** @param details what explains the status, in the words of who noticed */
    record Part(String name, String status, List<String> details) {
        static Part of(String name, Health health) {
            String status = health.getStatus().getCode();
            List<String> details = status.equals("UP") || status.equals("UNKNOWN")
                    ? List.of()
                    : health.getDetails().entrySet().stream()
                            .map(detail -> detail.getKey() + ": " + detail.getValue())
                            .sorted()
                            .toList();
            return new Part(name, status, details);
        }
    }

    @GetMapping("/operations")
    String operations(HttpServletRequest request, Model model) {
        frames.open(model, request);
        model.addAttribute("derived", new Derived(frames.wording(request)));
        model.addAttribute("health", health());
        model.addAttribute("ledger", ledger.now());
        model.addAttribute("projections", projections.all());
        model.addAttribute("letters", operations.deadLetters());
        model.addAttribute("verifiable", verification.isPresent());
        model.addAttribute("verification", verified());
        return "operations";
    }

    /**
     * What a check derived, in the page's language. Its own summary is English, and what is to be compared elsewhere, such as
     * the root, is in it only.
     */
    record Derived(Wording say) {
        private static final Pattern LEDGER = Pattern.compile("(\\d+) events, root (\\S+)");
        private static final Pattern PROJECTIONS =
                Pattern.compile("(\\d+) projections made again up to position (\\d+)");
        private static final Pattern ENTRIES = Pattern.compile("(\\d+) entries compared");

        private static final Pattern KEYS = Pattern.compile("(\\d+) keys compared with their fingerprints");

        public String in(String summary) {
            Matcher ledger = LEDGER.matcher(summary);
            if (ledger.matches()) {
                return say.text("operations.derived.ledger", Long.valueOf(ledger.group(1)), ledger.group(2));
            }
            Matcher projections = PROJECTIONS.matcher(summary);
            if (projections.matches()) {
                return say.text(
                        "operations.derived.projections",
                        Long.valueOf(projections.group(1)),
                        say.number(Long.parseLong(projections.group(2))));
            }
            Matcher entries = ENTRIES.matcher(summary);
            if (entries.matches()) {
                return say.text("operations.derived.entries", Long.valueOf(entries.group(1)));
            }
            Matcher keys = KEYS.matcher(summary);
            if (keys.matches()) {
                return say.text("operations.derived.keys", Long.valueOf(keys.group(1)));
            }
            return switch (summary) {
                case "nothing was derived" -> say.text("operations.derived.nothing");
                case "not all was derived" -> say.text("operations.derived.part");
                default -> summary;
            };
        }
    }

    private @org.jspecify.annotations.Nullable Verification verified() {
        return verification.flatMap(VerificationJob::current).orElse(null);
    }

    private List<Part> health() {
        return SHOWN.stream()
                .flatMap(name -> Optional.ofNullable(indicators.get(name + INDICATOR))
                        .flatMap(indicator -> Optional.ofNullable(indicator.health()))
                        .map(health -> Part.of(name, health))
                        .stream())
                .toList();
    }
}
