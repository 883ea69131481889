package org.preventionnetwork.registry.api.wire;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.editions.EditionFigure;
import org.preventionnetwork.registry.api.editions.FigureKey;
import org.preventionnetwork.registry.api.facts.BatchId;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.networks.NetworkEvent;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.officials.PersonalText;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.statements.Metric;
import org.preventionnetwork.registry.api.statements.Scope;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/** One sample of every event, the same at every run, made from the types and names of the record's fields. */
final class EventSamples {
    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("name", "Latin American Network for Genocide and Mass Atrocity Prevention"),
            Map.entry("title", "Raphael Lemkin Seminar, Oświęcim"),
            Map.entry("city", "Asunción"),
            Map.entry("venue", "Auschwitz-Birkenau State Museum"),
            Map.entry("cycle", "lemkin-2012"),
            Map.entry("purpose", "training of trainers"),
            Map.entry("kind", "drafting of a national plan"),
            Map.entry("organiser", "Auschwitz Institute"),
            Map.entry("certificate", "C-2012-017"),
            Map.entry("declaration", "Declaration of Asunción"));
    private static final Map<String, String> IDS = Map.ofEntries(
            Map.entry("networkId", "latin-american-network"),
            Map.entry("network", "latin-american-network"),
            Map.entry("programmeId", "latin-america"),
            Map.entry("programme", "latin-america"),
            Map.entry("institutionId", "auschwitz-institute"),
            Map.entry("institution", "auschwitz-institute"),
            Map.entry("leadInstitution", "auschwitz-institute"),
            Map.entry("with", "un-ogpr2p"),
            Map.entry("by", "un-ogpr2p"),
            Map.entry("officeId", "office-1"),
            Map.entry("seminarId", "s-2012-06"),
            Map.entry("enrollmentId", "enrolment-1"),
            Map.entry("officialId", "official-1"),
            Map.entry("official", "official-1"),
            Map.entry("into", "official-2"),
            Map.entry("from", "official-2"),
            Map.entry("initiativeId", "nm-py"),
            Map.entry("statementId", "st-003"),
            Map.entry("editionId", "annual-report-2024"),
            Map.entry("membershipId", "lan-bo"),
            Map.entry("nextMembershipId", "lan-bo-2"),
            Map.entry("seatId", "seat-bo"),
            Map.entry("meetingId", "lan-2016-11"));
    private static final Map<String, String> DATES = Map.ofEntries(
            Map.entry("startsOn", "2012-03-29"),
            Map.entry("endsOn", "2012-03-30"),
            Map.entry("until", "[2014-10-10..2015-07-16]"),
            Map.entry("on", "2015~"),
            Map.entry("from", "2012-03-29"),
            Map.entry("asOf", "2016"),
            Map.entry("statedOn", "2013?"),
            Map.entry("publishedOn", "2025-03"),
            Map.entry("launchedOn", "2012-21"),
            Map.entry("establishedOn", "2008-05%"));
    private static final Map<String, List<?>> LISTS = Map.of(
            "themes", List.of("memory", "truth and justice"),
            "languages", List.of("en", "es"),
            "coOrganisers", List.of("un-ogpr2p", "Government of Poland"),
            "states", List.of(new StateCode("PY"), new StateCode("AR")),
            "attendingStates", List.of(new StateCode("BO"), new StateCode("EC")),
            "roster", List.of(new StateCode("AR"), new StateCode("BO")),
            "figures",
                    List.of(
                            new EditionFigure(
                                    new FigureKey("members"),
                                    "Members of the Latin American Network",
                                    Metric.MEMBER_STATES,
                                    new Scope("network:latin-american-network"),
                                    HistoricalDate.parse("2024"),
                                    18L),
                            new EditionFigure(
                                    new FigureKey("alumni"),
                                    "Alumni",
                                    Metric.ALUMNI,
                                    null,
                                    HistoricalDate.parse("2024-12-31"),
                                    null)));

    private EventSamples() {}

    /** With every field filled. */
    static RegistryEvent full(Class<? extends RegistryEvent> event) {
        return make(event, false);
    }

    /** With every field that may be absent, absent. */
    static RegistryEvent minimal(Class<? extends RegistryEvent> event) {
        return make(event, true);
    }

    private static RegistryEvent make(Class<? extends RegistryEvent> event, boolean minimal) {
        RecordComponent[] fields = event.getRecordComponents();
        Object[] values = Arrays.stream(fields)
                .map(field -> minimal && isNullable(field) ? null : value(field, minimal))
                .toArray();
        Class<?>[] types = Arrays.stream(fields).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return event.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no sample of " + event, e);
        }
    }

    private static boolean isNullable(RecordComponent field) {
        return field.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Object value(RecordComponent field, boolean minimal) {
        Class<?> type = field.getType();
        String name = field.getName();
        if (type == FactId.class) {
            return new FactId("fact-1");
        } else if (type == BatchId.class) {
            return new BatchId("batch-1");
        } else if (type == CorrectionKind.class) {
            return CorrectionKind.CONFLICTING_SOURCES;
        } else if (type == HistoricalDate.class) {
            return HistoricalDate.parse(known(DATES, field));
        } else if (type == StateCode.class) {
            return new StateCode("BO");
        } else if (type == Scope.class) {
            return new Scope("network:latin-american-network");
        } else if (type == PersonalText.class) {
            return PersonalText.plain(new OfficialId("official-1"), "secret " + name);
        } else if (type == String.class) {
            return known(TEXTS, field);
        } else if (type == boolean.class) {
            return true;
        } else if (type == Integer.class || type == int.class) {
            return 7;
        } else if (type == long.class) {
            return 18L;
        } else if (type.isEnum()) {
            return type.getEnumConstants()[0];
        } else if (List.class.isAssignableFrom(type)) {
            return minimal ? List.of() : known(LISTS, field);
        } else if (Fact.class.isAssignableFrom(type)) {
            return make(replacement(type), minimal);
        } else {
            return id(field);
        }
    }

    private static Class<? extends RegistryEvent> replacement(Class<?> declared) {
        return EventCatalogue.standard().events().stream()
                .filter(declared::isAssignableFrom)
                .filter(event ->
                        declared != NetworkEvent.NetworkFact.class || event == NetworkEvent.StateWithdrew.class)
                .findFirst()
                .orElseThrow();
    }

    private static Object id(RecordComponent field) {
        try {
            String value = field.getName().equals("nominatedBy") ? "BO" : known(IDS, field);
            Class<?> type = field.getType();
            if (type.isRecord() || EntityId.class.isAssignableFrom(type)) {
                return type.getDeclaredConstructor(String.class).newInstance(value);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no sample value for " + field, e);
        }
        throw new IllegalStateException("no sample value for " + field);
    }

    private static <T> T known(Map<String, T> samples, RecordComponent field) {
        T value = samples.get(field.getName());
        if (value == null) {
            String generic = field.getGenericType() instanceof ParameterizedType list ? list.toString() : "";
            throw new IllegalStateException("add a sample value for " + field + generic);
        }
        return value;
    }
}
