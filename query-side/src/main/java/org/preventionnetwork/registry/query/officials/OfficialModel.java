package org.preventionnetwork.registry.query.officials;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.history.Known;
import org.preventionnetwork.registry.api.history.KnownFact;
import org.preventionnetwork.registry.api.history.Piecewise;
import org.preventionnetwork.registry.api.history.Segment;
import org.preventionnetwork.registry.api.history.Segment.Held;
import org.preventionnetwork.registry.api.history.Succession;
import org.preventionnetwork.registry.api.officials.OfficialEvent.AlumniStatusGranted;
import org.preventionnetwork.registry.api.officials.OfficialEvent.AlumniStatusRevoked;
import org.preventionnetwork.registry.api.officials.OfficialEvent.ContactChanged;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialErased;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialRegistered;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialsMerged;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialsUnmerged;
import org.preventionnetwork.registry.api.officials.PersonalText;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.query.officials.Affiliations.Affiliation;
import org.preventionnetwork.registry.query.projection.BeliefModel;
import org.preventionnetwork.registry.query.projection.KnownFacts;

/**
 * A person: name and e-mail, the state served, exceptions from the rule who is an alumnus. Before the first state that
 * is dated, the person is taken to have served that state already. Once erased, nothing personal is believed any more.
 */
final class OfficialModel extends BeliefModel<OfficialModel.Official> {
    private static final String ALL = "official";

    /** @param exception GRANTED, REVOKED or null */
    record Official(
            @Nullable PersonalText fullName,
            @Nullable PersonalText email,
            @Nullable String state,
            @Nullable String exception,
            boolean exceptionCertain,
            @Nullable String exceptionOn,
            boolean erased,
            String factId,
            @Nullable String source) {}

    private record Contact(@Nullable PersonalText text, @Nullable HistoricalDate from) {}

    OfficialModel() {
        super(
                "official",
                List.of(
                        "full_name text",
                        "email text",
                        "state text",
                        "alumni_exception text",
                        "exception_certain boolean NOT NULL",
                        "exception_on text",
                        "erased boolean NOT NULL",
                        "fact_id text NOT NULL",
                        "source text"),
                List.of(
                        "CREATE INDEX ON ${schema}.official (state)",
                        "CREATE INDEX ON ${schema}.official (entity) WHERE erased"));
    }

    @Override
    protected Collection<String> topicsOf(KnownFacts facts, Fact fact) {
        return fact instanceof OfficialsMerged || fact instanceof OfficialsUnmerged ? List.of() : List.of(ALL);
    }

    /** What was registered by mistake and annulled can still have been erased. */
    @Override
    protected List<Segment<Official>> segments(KnownFacts facts, String topic) {
        Known<OfficialRegistered> registered =
                facts.first(OfficialRegistered.class).orElse(null);
        Known<OfficialErased> erased = facts.first(OfficialErased.class).orElse(null);
        KnownFact first = registered != null ? registered.known() : erased != null ? erased.known() : null;
        if (first == null) {
            return List.of();
        }
        List<Contact> names = new ArrayList<>();
        List<Contact> emails = new ArrayList<>();
        if (registered != null && erased == null) {
            names.add(new Contact(registered.fact().fullName(), null));
            emails.add(new Contact(registered.fact().email(), null));
            facts.all(ContactChanged.class).map(Known::fact).forEach(changed -> {
                if (changed.fullName() != null) {
                    names.add(new Contact(changed.fullName(), changed.from()));
                }
                if (changed.email() != null) {
                    emails.add(new Contact(changed.email(), changed.from()));
                }
            });
        }
        Person person = new Person(
                first,
                new Succession<>(names, Contact::from),
                new Succession<>(emails, Contact::from),
                new Succession<>(
                        Affiliations.of(facts).ordered().stream()
                                .filter(affiliation -> affiliation.state() != null)
                                .toList(),
                        Affiliation::from),
                new Succession<>(
                        facts.all().stream()
                                .filter(known -> known.fact() instanceof AlumniStatusGranted
                                        || known.fact() instanceof AlumniStatusRevoked)
                                .toList(),
                        known -> known.fact().effectiveOn()),
                erased != null,
                facts.all().stream()
                        .filter(known -> !topicsOf(facts, known.fact()).isEmpty())
                        .flatMap(known -> known.behind().stream())
                        .toList());
        Piecewise days = new Piecewise();
        person.bound(days);
        return days.segments(person::on);
    }

    private record Person(
            KnownFact first,
            Succession<Contact> names,
            Succession<Contact> emails,
            Succession<Affiliation> states,
            Succession<KnownFact> exceptions,
            boolean erased,
            List<Long> behind) {

        void bound(Piecewise days) {
            names.bound(days);
            emails.bound(days);
            states.bound(days);
            exceptions.bound(days);
        }

        Held<Official> on(LocalDate day) {
            Succession.At<Contact> name = names.at(day);
            Succession.At<Contact> email = emails.at(day);
            Succession.At<Affiliation> state = states.at(day);
            if (state == null && !states.ordered().isEmpty()) {
                state = new Succession.At<>(states.ordered().get(0), false);
            }
            Succession.At<KnownFact> exception = exceptions.at(day);
            Official official = new Official(
                    name == null ? null : name.value().text(),
                    email == null ? null : email.value().text(),
                    state == null
                            ? null
                            : Objects.requireNonNull(state.value().state()).value(),
                    exception == null
                            ? null
                            : exception.value().fact() instanceof AlumniStatusGranted ? "GRANTED" : "REVOKED",
                    exception == null || exception.certain(),
                    exception == null
                            ? null
                            : Objects.toString(exception.value().fact().effectiveOn(), null),
                    erased,
                    first.fact().factId().value(),
                    first.source());
            boolean certain = (name == null || name.certain())
                    && (email == null || email.certain())
                    && (state == null || state.certain())
                    && (exception == null || exception.certain());
            return new Held<>(official, certain, behind);
        }
    }

    @Override
    protected @Nullable Object[] values(Official official) {
        return new @Nullable Object[] {
            PersonalJson.write(official.fullName()),
            PersonalJson.write(official.email()),
            official.state(),
            official.exception(),
            official.exceptionCertain(),
            official.exceptionOn(),
            official.erased(),
            official.factId(),
            official.source()
        };
    }
}
