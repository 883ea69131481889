package org.preventionnetwork.registry.benchmark;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.InitiativeLaunched;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.InitiativeStageChanged;
import org.preventionnetwork.registry.api.initiatives.InitiativeId;
import org.preventionnetwork.registry.api.initiatives.InitiativeStage;
import org.preventionnetwork.registry.api.initiatives.InitiativeType;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionRegistered;
import org.preventionnetwork.registry.api.institutions.InstitutionId;
import org.preventionnetwork.registry.api.institutions.InstitutionKind;
import org.preventionnetwork.registry.api.officials.OfficialEvent.AffiliationChanged;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialRegistered;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.officials.PersonalText;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.ProgrammeEstablished;
import org.preventionnetwork.registry.api.programmes.ProgrammeId;
import org.preventionnetwork.registry.api.statements.Metric;
import org.preventionnetwork.registry.api.statements.Qualifier;
import org.preventionnetwork.registry.api.statements.StatementEvent.StatementPublished;
import org.preventionnetwork.registry.api.statements.StatementId;

/**
 * A history without end that looks like a real one: about 60 % steps of enrolments, 15 % officials, 12 % networks, the
 * rest seminars, initiatives, statements and institutions. The same at every run.
 */
final class InventedHistory {
    static final Instant BEGINNING = Instant.parse("2010-01-01T00:00:00Z");
    static final ProgrammeId PROGRAMME = new ProgrammeId("global-seminar");

    private final Random random = new Random(20_260_101);
    private final Map<String, Long> versions = new HashMap<>();
    private final InventedDates dates = new InventedDates(random);
    private final List<RegistryEvent> next = new ArrayList<>();
    private final InventedSeminars seminars = new InventedSeminars(random, dates);
    private final InventedNetworks networks = new InventedNetworks(random, dates);
    private final long nanosBetween;
    private int officials;
    private int institutions;
    private int initiatives;
    private int statements;
    private long events;

    /** @param events after how many the present day is reached */
    InventedHistory(long events) {
        this.nanosBetween = 500_000_000_000_000_000L / events;
        next.add(new ProgrammeEstablished(PROGRAMME, new FactId("established"), "Global Seminar", dates.any()));
        for (int i = 0; i < 20; i++) {
            institution();
            official();
        }
    }

    long events() {
        return events;
    }

    /** When the event at a position became known. */
    Instant at(long position) {
        return BEGINNING.plusNanos(nanosBetween * (position - 1));
    }

    int networks() {
        return networks.size();
    }

    int seminars() {
        return seminars.size();
    }

    /** Goes on until there are so many events in all. */
    void upTo(long total, Consumer<StoredEvent> store) {
        while (events < total) {
            if (next.isEmpty()) {
                happen(random.nextInt(100));
            }
            for (int i = 0; i < next.size() && events < total; i++) {
                RegistryEvent event = next.get(i);
                long version = versions.merge(event.entity().aggregateId(), 1L, Long::sum);
                store.accept(StoredEvent.of(event, version - 1, at(++events)));
            }
            next.clear();
        }
    }

    private void happen(int chance) {
        if (chance < 62) {
            seminars.happen(new OfficialId("official-" + random.nextInt(officials)), next);
        } else if (chance < 77) {
            official();
        } else if (chance < 89) {
            networks.happen(institutions, officials, next);
        } else if (chance < 96) {
            initiative();
        } else if (chance < 99) {
            statement();
        } else {
            institution();
        }
    }

    private void official() {
        if (officials > 0 && random.nextInt(3) == 0) {
            OfficialId id = new OfficialId("official-" + random.nextInt(officials));
            next.add(new AffiliationChanged(
                    id,
                    dates.fact(),
                    dates.state(),
                    institutionId(),
                    PersonalText.plain(id, "Director of section " + random.nextInt(50)),
                    dates.any()));
            return;
        }
        OfficialId id = new OfficialId("official-" + officials++);
        next.add(new OfficialRegistered(
                id,
                dates.fact(),
                PersonalText.plain(id, "Official Number " + officials),
                PersonalText.plain(id, "official" + officials + "@example.org"),
                dates.state(),
                institutionId(),
                PersonalText.plain(id, "Adviser"),
                dates.any()));
    }

    private void institution() {
        InstitutionId id = new InstitutionId("institution-" + institutions++);
        next.add(new InstitutionRegistered(
                id, dates.fact(), "Ministry of Foreign Affairs " + id, InstitutionKind.MINISTRY, dates.state()));
    }

    private InstitutionId institutionId() {
        return new InstitutionId("institution-" + random.nextInt(institutions));
    }

    private void initiative() {
        if (initiatives > 0 && random.nextInt(2) == 0) {
            InitiativeStage[] stages = {
                InitiativeStage.INITIAL_STAGE, InitiativeStage.OFFICIALLY_ESTABLISHED, InitiativeStage.IN_IMPLEMENTATION
            };
            next.add(new InitiativeStageChanged(
                    new InitiativeId("initiative-" + random.nextInt(initiatives)),
                    dates.fact(),
                    stages[random.nextInt(stages.length)],
                    dates.any()));
            return;
        }
        next.add(new InitiativeLaunched(
                new InitiativeId("initiative-" + initiatives++),
                dates.fact(),
                "Training of civil servants " + initiatives,
                List.of(dates.state()),
                null,
                InitiativeType.TRAINING,
                institutionId(),
                dates.any()));
    }

    private void statement() {
        next.add(new StatementPublished(
                new StatementId("statement-" + statements++),
                dates.fact(),
                dates.any(),
                Metric.MEMBER_STATES,
                Qualifier.ABOUT,
                random.nextInt(100),
                null,
                List.of()));
    }
}
