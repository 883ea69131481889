package org.preventionnetwork.registry.command.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.editions.EditionCommand;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.facts.RegistryCommand;
import org.preventionnetwork.registry.api.initiatives.InitiativeCommand;
import org.preventionnetwork.registry.api.institutions.InstitutionId;
import org.preventionnetwork.registry.api.networks.NetworkCommand;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.officials.OfficialCommand;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.programmes.ProgrammeId;
import org.preventionnetwork.registry.api.seminars.Nominator;
import org.preventionnetwork.registry.api.statements.Scope;
import org.preventionnetwork.registry.api.statements.StatementCommand;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.command.reading.RecordShape;
import org.preventionnetwork.registry.command.reading.RecordShape.FieldShape;

/** An example of every command's body. A test reads them all as commands. Persons in them do not exist. */
final class CommandExamples {
    private static final Map<String, Object> BY_NAME = Map.ofEntries(
            Map.entry("name", "Latin American Network for Genocide and Mass Atrocity Prevention"),
            Map.entry("title", "Lemkin Seminar for Genocide Prevention"),
            Map.entry("city", "Buenos Aires"),
            Map.entry("venue", "A site of memory"),
            Map.entry("cycle", "2014-2015"),
            Map.entry("fullName", "Ana Example"),
            Map.entry("email", "ana@example.org"),
            Map.entry("position", "Adviser on human rights"),
            Map.entry("certificate", "2014-017"),
            Map.entry("purpose", "A joint seminar every year"),
            Map.entry("declaration", "The Focal Points declare\nthat they will meet every year."),
            Map.entry("organiser", "A ministry of foreign affairs"),
            Map.entry("languages", List.of("es", "en")),
            Map.entry("themes", List.of("memory", "truth and justice")),
            Map.entry("coOrganisers", List.of("A ministry of foreign affairs")),
            Map.entry("startsOn", "2014-11-16"),
            Map.entry("endsOn", "2014-11-22"),
            Map.entry("until", "2015~"),
            Map.entry("ordinal", 3),
            Map.entry("part", 1),
            Map.entry("capacity", 25),
            Map.entry("participants", 24),
            Map.entry("statesCount", 18),
            Map.entry("value", 60),
            Map.entry("printed", 18),
            Map.entry("label", "States that belong to the network"),
            Map.entry("foundational", true),
            Map.entry("nextMembershipId", "argentina-member"),
            Map.entry("correctionKind", CorrectionKind.CONFLICTING_SOURCES.name()));

    private static final Map<Class<?>, Object> BY_TYPE = Map.of(
            HistoricalDate.class, "2012-03-29",
            StateCode.class, "AR",
            Nominator.class, "AR",
            Scope.class, "latin-american-network",
            NetworkId.class, "latin-american-network",
            ProgrammeId.class, "latin-america-program",
            InstitutionId.class, "argentina-secretariat-of-human-rights",
            OfficialId.class, "official-0017",
            String.class, "As the source says",
            boolean.class, false);

    /** What a correction changes in the example; commands of one name are told apart by their class. */
    private static final Map<Class<?>, Map<String, Object>> CORRECTED = Map.of(
            NetworkCommand.CorrectMembership.class, Map.of("from", "2012", "until", "2015~"),
            NetworkCommand.CorrectFocalPoint.class, Map.of("from", "2013-05"),
            InitiativeCommand.CorrectInitiative.class, Map.of("title", "A national mechanism for prevention"),
            OfficialCommand.CorrectFact.class, Map.of("from", "2013-05"),
            StatementCommand.CorrectFact.class, Map.of("value", 62),
            EditionCommand.CorrectFact.class, Map.of("publishedOn", "2013-05"));

    private CommandExamples() {}

    /** @param fromPath the fields that the address names */
    static Map<String, Object> body(Class<? extends RegistryCommand> command, Set<String> fromPath) {
        Map<String, Object> body = new LinkedHashMap<>();
        RecordShape shape = RecordShape.of(command);
        for (FieldShape field : shape.fields()) {
            if (field.isInBody() && field.type() != FactId.class && !fromPath.contains(field.name())) {
                body.put(field.name(), value(field));
            }
        }
        if (shape.isCorrection()) {
            body.putAll(CORRECTED.getOrDefault(command, Map.of("on", "2013-05")));
        }
        if (shape.isCorrection() || command.getSimpleName().matches("(Annul|Merge|Unmerge).*")) {
            body.put(Provenance.REASON, "The minutes give another date");
        }
        body.put(Provenance.SOURCE, "Minutes of the first meeting, p. 2");
        return body;
    }

    static Object value(FieldShape field) {
        Object named = BY_NAME.get(field.name());
        if (named != null && (named instanceof Number || !isNumber(field.type()))) {
            return named;
        }
        if (field.element() != null) {
            return List.of(value(field.element()));
        }
        return value(field.type());
    }

    private static boolean isNumber(Class<?> type) {
        return type == int.class || type == long.class || Number.class.isAssignableFrom(type);
    }

    private static Object value(Class<?> type) {
        Object[] constants = type.getEnumConstants();
        if (constants != null) {
            return constants[0].toString();
        }
        if (RecordShape.isComposite(type)) {
            Map<String, Object> object = new LinkedHashMap<>();
            RecordShape.of(type).fields().forEach(field -> object.put(field.name(), value(field)));
            return object;
        }
        if (isNumber(type)) {
            return 7;
        }
        @Nullable Object example = BY_TYPE.get(type);
        return example != null
                ? example
                : type.getSimpleName().replaceAll("Id$", "").toLowerCase(Locale.ROOT) + "-1";
    }
}
