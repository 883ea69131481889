package org.preventionnetwork.registry.query.statements;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.programmes.ProgrammeId;
import org.preventionnetwork.registry.query.completeness.ListName;
import org.preventionnetwork.registry.query.statements.Reconciliation.Difference;
import org.preventionnetwork.registry.query.statements.Reconciliation.Presence;
import org.preventionnetwork.registry.query.statements.Reconciliation.Reconciled;
import org.preventionnetwork.registry.query.statements.StatementQueries.Statement;
import org.preventionnetwork.registry.query.web.Frame;
import org.preventionnetwork.registry.query.web.Wording;

/**
 * What would decide a published figure that is undecided, each with where to do it: by forms for who records, by the
 * pages that show it for everybody else.
 */
final class WayForward {
    private static final int MOST = 8;

    private final Reconciled reconciled;
    private final Statement stated;
    private final @Nullable EntityId scope;
    private final List<String> openRosters;
    private final Frame frame;
    private final Wording say;
    private final List<Step> steps = new ArrayList<>();

    /** One thing that would decide it, or tell more. */
    record Step(String text, List<Link> links) {}

    record Link(String label, String address) {}

    /**
     * @param scope that the figure is of, as it is recorded; null for everything
     * @param openRosters ids of the seminars of which nobody says who all took part
     */
    WayForward(Reconciled reconciled, @Nullable EntityId scope, List<String> openRosters, Frame frame, Wording say) {
        this.reconciled = reconciled;
        this.stated = reconciled.stated();
        this.scope = scope;
        this.openRosters = openRosters;
        this.frame = frame;
        this.say = say;
    }

    /** Nothing where it is decided. */
    List<Step> steps() {
        if (reconciled.verdict() != Verdict.UNDECIDED) {
            return List.of();
        }
        if (reconciled.recorded().minimum() < Verdict.least(stated.qualifier(), stated.value())) {
            missing();
            complete();
        }
        uncertain();
        return List.copyOf(steps);
    }

    private void missing() {
        List<Link> links = new ArrayList<>();
        if (frame.records()) {
            for (Difference difference : reconciled.difference()) {
                if (difference.stated() && difference.recorded() == Presence.NO && links.size() < MOST) {
                    recording(difference.state())
                            .ifPresent(address -> links.add(new Link(
                                    say.text("undecided.record.state", say.state(difference.state())), address)));
                }
            }
            if (links.isEmpty()) {
                recording(null).ifPresent(address -> links.add(new Link(say.text("undecided.record"), address)));
            }
        }
        if (links.isEmpty()) {
            home().ifPresent(links::add);
        }
        steps.add(new Step(
                say.text(
                        "undecided.missing",
                        stated.value(),
                        reconciled.recorded().minimum()),
                links));
    }

    private Optional<String> recording(@Nullable String state) {
        String network = scope instanceof NetworkId ? scope.value() : null;
        String programme = scope instanceof ProgrammeId ? scope.value() : null;
        return Optional.ofNullable(
                switch (stated.metric()) {
                    case MEMBER_STATES -> admission(network, state, "MEMBER");
                    case OBSERVER_STATES -> admission(network, state, "OBSERVER");
                    case LIAISON_STATES -> admission(network, state, "LIAISON");
                    case NATIONAL_INITIATIVES ->
                        frame.record("initiatives/launch-initiative", "network", network, "states", state);
                    case SEMINARS -> frame.record("seminars/schedule-seminar", "programme", programme);
                    default -> frame.record("seminars/record-enrollment");
                });
    }

    private String admission(@Nullable String network, @Nullable String state, String kind) {
        return frame.record("networks/admit-state", "networkId", network, "state", state, "kind", kind);
    }

    /** Where who does not record sees what is recorded. */
    private Optional<Link> home() {
        return scope == null
                ? Optional.empty()
                : Optional.of(new Link(
                        say.text("undecided.look"),
                        frame.to((scope instanceof NetworkId ? "/networks/" : "/programmes/") + scope.value())));
    }

    private void complete() {
        if (reconciled.recorded().maximum() != null && !differsWhenComplete()) {
            return;
        }
        ListName list = list();
        if (scope == null || list == null) {
            steps.add(new Step(say.text("undecided.undeclarable"), List.of()));
        } else if (!openRosters.isEmpty()) {
            steps.add(new Step(
                    say.text("undecided.rosters"),
                    openRosters.stream()
                            .limit(MOST)
                            .map(seminar -> new Link(
                                    say.text(
                                            frame.records() ? "undecided.roster.declare" : "undecided.roster", seminar),
                                    frame.records()
                                            ? frame.record("seminars/declare-roster-complete", "seminarId", seminar)
                                            : frame.to("/seminars/" + seminar)))
                            .toList()));
        } else if (differsWhenComplete()) {
            String named = say.constant("completeList", list);
            boolean ofNetwork = scope instanceof NetworkId;
            steps.add(new Step(
                    say.text(frame.records() ? "undecided.complete" : "undecided.complete.others", named),
                    frame.records()
                            ? List.of(new Link(
                                    say.text("undecided.declare", named),
                                    frame.record(
                                            ofNetwork
                                                    ? "networks/declare-network-list-complete"
                                                    : "programmes/declare-programme-list-complete",
                                            ofNetwork ? "networkId" : "programmeId",
                                            scope.value(),
                                            "list",
                                            list.name(),
                                            "asOf",
                                            stated.statedOn())))
                            : List.of()));
        }
    }

    /** Whether it is decided once nothing more is possible than is recorded. */
    private boolean differsWhenComplete() {
        return Verdict.of(
                        stated.qualifier(),
                        stated.value(),
                        reconciled.recorded().minimum(),
                        reconciled.recorded().maximum(),
                        true,
                        Verdict.Names.OPEN)
                == Verdict.DIFFERS;
    }

    private @Nullable ListName list() {
        return switch (stated.metric()) {
            case MEMBER_STATES -> ListName.MEMBERS;
            case OBSERVER_STATES -> ListName.OBSERVERS;
            case LIAISON_STATES -> ListName.LIAISONS;
            case NATIONAL_INITIATIVES -> ListName.INITIATIVES;
            case SEMINARS, PARTICIPATING_STATES, OFFICIALS_TRAINED -> ListName.SEMINARS;
            default -> null;
        };
    }

    private void uncertain() {
        boolean possible = reconciled.recorded().maximum() == null
                || reconciled.recorded().maximum() > reconciled.recorded().minimum()
                || reconciled.difference().stream().anyMatch(one -> one.recorded() == Presence.POSSIBLE);
        if (possible) {
            steps.add(new Step(
                    say.text("undecided.uncertain"),
                    List.of(new Link(say.text("published.evidence"), "#evidence-title"))));
        }
    }
}
