package org.preventionnetwork.registry.query.networks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.history.Known;
import org.preventionnetwork.registry.api.history.KnownFact;
import org.preventionnetwork.registry.api.history.Piecewise;
import org.preventionnetwork.registry.api.history.Segment;
import org.preventionnetwork.registry.api.history.Segment.Held;
import org.preventionnetwork.registry.api.networks.NetworkEvent.CharterAdopted;
import org.preventionnetwork.registry.api.networks.NetworkEvent.FocalPointFact;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MeetingHeld;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MembershipFact;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkAnnounced;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkDissolved;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkFounded;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkNamed;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkRegistered;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkRenamed;
import org.preventionnetwork.registry.api.networks.NetworkEvent.SecretariatDesignated;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.api.time.Period;
import org.preventionnetwork.registry.query.projection.BeliefModel;
import org.preventionnetwork.registry.query.projection.Dated;
import org.preventionnetwork.registry.query.projection.KnownFacts;
import org.preventionnetwork.registry.query.projection.LanguageNames;

/** A network itself: its name, its secretariat, and whether it is announced, active or dissolved on a day. */
final class NetworkModel extends BeliefModel<NetworkModel.Network> {
    static final String ALL = "network";

    /** @param status REGISTERED, ANNOUNCED, ACTIVE (founded, not dissolved) or DISSOLVED */
    record Network(
            String name,
            Map<String, String> names,
            String kind,
            String status,
            @Nullable String announcedOn,
            @Nullable String foundedOn,
            @Nullable String dissolvedOn,
            @Nullable String secretariat,
            @Nullable String charter,
            String factId,
            @Nullable String source) {}

    NetworkModel() {
        super(
                "network",
                List.of(
                        "name text NOT NULL",
                        "names jsonb NOT NULL",
                        "kind text NOT NULL",
                        "status text NOT NULL",
                        "announced_on text",
                        "founded_on text",
                        "dissolved_on text",
                        "secretariat text",
                        "charter text",
                        "fact_id text NOT NULL",
                        "source text"),
                List.of());
    }

    @Override
    protected Collection<String> topicsOf(KnownFacts facts, Fact fact) {
        boolean elsewhere =
                fact instanceof MembershipFact || fact instanceof FocalPointFact || fact instanceof MeetingHeld;
        return elsewhere ? List.of() : List.of(ALL);
    }

    @Override
    protected List<Segment<Network>> segments(KnownFacts facts, String topic) {
        Optional<Known<NetworkRegistered>> registered = facts.first(NetworkRegistered.class);
        if (registered.isEmpty()) {
            return List.of();
        }
        List<KnownFact> names = new ArrayList<>();
        names.add(registered.get().known());
        facts.all(NetworkRenamed.class).forEach(renamed -> names.add(renamed.known()));
        Life life = new Life(
                registered.get(),
                new Dated<>(names, known -> known.fact().effectiveOn()),
                new LanguageNames(
                        facts.all(NetworkNamed.class).map(Known::fact).toList(),
                        facts.all(NetworkRenamed.class).map(Known::fact).toList()),
                dated(facts, SecretariatDesignated.class),
                dated(facts, CharterAdopted.class),
                date(facts, NetworkAnnounced.class),
                date(facts, NetworkFounded.class),
                date(facts, NetworkDissolved.class),
                facts.about("").stream()
                        .flatMap(known -> known.behind().stream())
                        .toList());
        Piecewise days =
                new Piecewise().bound(life.announced()).bound(life.founded()).bound(life.dissolved());
        life.names().bound(days);
        life.inLanguages().bound(days);
        life.secretariats().bound(days);
        life.charters().bound(days);
        return days.segments(life::on);
    }

    private static <T extends Fact> Dated<KnownFact> dated(KnownFacts facts, Class<T> type) {
        return new Dated<>(facts.all(type).map(Known::known).toList(), known -> known.fact()
                .effectiveOn());
    }

    private static @Nullable HistoricalDate date(KnownFacts facts, Class<? extends Fact> type) {
        return facts.first(type).map(known -> known.fact().effectiveOn()).orElse(null);
    }

    private record Life(
            Known<NetworkRegistered> registered,
            Dated<KnownFact> names,
            LanguageNames inLanguages,
            Dated<KnownFact> secretariats,
            Dated<KnownFact> charters,
            @Nullable HistoricalDate announced,
            @Nullable HistoricalDate founded,
            @Nullable HistoricalDate dissolved,
            List<Long> behind) {

        Held<Network> on(LocalDate day) {
            KnownFact name = names.on(day);
            KnownFact secretariat = secretariats.on(day);
            KnownFact charter = charters.on(day);
            Network network = new Network(
                    name != null && name.fact() instanceof NetworkRenamed renamed
                            ? renamed.name()
                            : registered.fact().name(),
                    inLanguages.on(day),
                    registered.fact().kind().name(),
                    status(day),
                    text(announced),
                    text(founded),
                    text(dissolved),
                    secretariat == null
                            ? null
                            : ((SecretariatDesignated) secretariat.fact())
                                    .institution()
                                    .value(),
                    charter == null ? null : ((CharterAdopted) charter.fact()).title(),
                    registered.fact().factId().value(),
                    registered.known().source());
            boolean certain = names.certainOn(day)
                    && inLanguages.certainOn(day)
                    && secretariats.certainOn(day)
                    && charters.certainOn(day)
                    && statusIsCertain(day);
            return new Held<>(network, certain, behind);
        }

        private String status(LocalDate day) {
            if (founded != null && new Period(founded, dissolved).possible(day)) {
                return "ACTIVE";
            }
            if (dissolved != null && !day.isBefore(dissolved.earliest())) {
                return "DISSOLVED";
            }
            if (announced != null && !day.isBefore(announced.earliest())) {
                return "ANNOUNCED";
            }
            return "REGISTERED";
        }

        private boolean statusIsCertain(LocalDate day) {
            return settled(founded, day) && settled(dissolved, day) && (founded != null || settled(announced, day));
        }

        private static boolean settled(@Nullable HistoricalDate date, LocalDate day) {
            return date == null || day.isBefore(date.earliest()) || !day.isBefore(date.certainFrom());
        }

        private static @Nullable String text(@Nullable HistoricalDate date) {
            return date == null ? null : date.toString();
        }
    }

    @Override
    protected @Nullable Object[] values(Network network) {
        return new @Nullable Object[] {
            network.name(),
            LanguageNames.json(network.names()),
            network.kind(),
            network.status(),
            network.announcedOn(),
            network.foundedOn(),
            network.dissolvedOn(),
            network.secretariat(),
            network.charter(),
            network.factId(),
            network.source()
        };
    }
}
