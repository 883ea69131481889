package org.preventionnetwork.registry.command.imports.rows;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.preventionnetwork.registry.api.initiatives.InitiativeCommand.AssignInitiativeToProgramme;
import org.preventionnetwork.registry.api.initiatives.InitiativeCommand.ChangeInitiativeStage;
import org.preventionnetwork.registry.api.initiatives.InitiativeCommand.LaunchInitiative;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.InitiativeAssignedToProgramme;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.InitiativeLaunched;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.InitiativeStageChanged;
import org.preventionnetwork.registry.api.institutions.InstitutionCommand.RegisterInstitution;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionRegistered;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionRenamed;
import org.preventionnetwork.registry.api.officials.OfficialCommand.RegisterOfficial;
import org.preventionnetwork.registry.api.officials.OfficialEvent.AffiliationChanged;
import org.preventionnetwork.registry.api.officials.OfficialEvent.ContactChanged;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialRegistered;
import org.preventionnetwork.registry.api.programmes.ProgrammeCommand.CloseProgramme;
import org.preventionnetwork.registry.api.programmes.ProgrammeCommand.EstablishProgramme;
import org.preventionnetwork.registry.api.programmes.ProgrammeCommand.ServeNetwork;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.NetworkServed;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.ProgrammeClosed;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.ProgrammeEstablished;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.ProgrammeRenamed;
import org.preventionnetwork.registry.api.statements.StatementCommand.PublishStatement;
import org.preventionnetwork.registry.api.statements.StatementEvent.StatementPublished;
import org.preventionnetwork.registry.command.imports.files.FileKind;
import org.preventionnetwork.registry.command.imports.files.Row;

/** The meaning of each file. */
final class Scripts {
    private static final Map<FileKind, Script> ALL = new EnumMap<>(FileKind.class);

    static {
        ALL.put(FileKind.PROGRAMMES, new Sayings(Scripts::programme));
        ALL.put(FileKind.INSTITUTIONS, new Sayings(Scripts::institution));
        ALL.put(FileKind.NETWORKS, new Sayings(NetworkRows::network));
        ALL.put(FileKind.MEMBERSHIPS, new MembershipRows());
        ALL.put(FileKind.SEMINARS, new Sayings(SeminarRows::seminar));
        ALL.put(FileKind.OFFICIALS, new Sayings(Scripts::official));
        ALL.put(FileKind.ENROLLMENTS, new Sayings(SeminarRows::enrollment));
        ALL.put(FileKind.FOCAL_POINTS, new Sayings(NetworkRows::focalPoint));
        ALL.put(FileKind.MEETINGS, new Sayings(NetworkRows::meeting));
        ALL.put(FileKind.INITIATIVES, new Sayings(Scripts::initiative));
        ALL.put(FileKind.STATEMENTS, new Sayings(Scripts::statement));
        ALL.put(FileKind.PROGRAMME_NAMES, new Sayings(NameRows::programme));
        ALL.put(FileKind.INSTITUTION_NAMES, new Sayings(NameRows::institution));
        ALL.put(FileKind.NETWORK_NAMES, new Sayings(NameRows::network));
        ALL.put(FileKind.NETWORK_LISTS, new Sayings(CompletenessRows::ofNetwork));
        ALL.put(FileKind.PROGRAMME_LISTS, new Sayings(CompletenessRows::ofProgramme));
        ALL.put(FileKind.ROSTERS, new Sayings(CompletenessRows::ofSeminar));
        ALL.put(FileKind.PROGRAMME_NETWORKS, new Sayings(Scripts::servedNetwork));
    }

    private Scripts() {}

    static Script of(FileKind kind) {
        Script script = ALL.get(kind);
        if (script == null) {
            throw new IllegalStateException("no script for " + kind);
        }
        return script;
    }

    private static List<Draft> programme(Row row) {
        List<Draft> drafts = new ArrayList<>();
        drafts.add(new Draft(row, EstablishProgramme.class, "programmeId")
                .text("name", "name")
                .text("establishedOn", "established_on")
                .recordedAs(Set.of(), ProgrammeEstablished.class)
                .saidAnewBy(Sequel.whole(ProgrammeRenamed.class)));
        if (!row.text("closed_on").isEmpty()) {
            drafts.add(new Draft(row, CloseProgramme.class, "programmeId")
                    .text("on", "closed_on")
                    .recordedAs(Set.of(), ProgrammeClosed.class));
        }
        return drafts;
    }

    private static List<Draft> servedNetwork(Row row) {
        return List.of(new Draft(row, ServeNetwork.class, "programmeId")
                .text("network", "network")
                .text("from", "from")
                .text("until", "until")
                .slot(row.text("network"), row.text("from"))
                .recordedAs(Set.of("network", "from"), NetworkServed.class)
                .askingFirst());
    }

    private static List<Draft> institution(Row row) {
        return List.of(new Draft(row, RegisterInstitution.class, "institutionId")
                .text("name", "name")
                .text("kind", "kind")
                .text("state", "state")
                .recordedAs(Set.of(), InstitutionRegistered.class)
                .saidAnewBy(Sequel.whole(InstitutionRenamed.class)));
    }

    private static List<Draft> official(Row row) {
        return List.of(new Draft(row, RegisterOfficial.class, "officialId")
                .text("fullName", "full_name")
                .text("email", "email")
                .text("state", "state")
                .text("institution", "institution")
                .text("position", "position")
                .text("from", "from")
                .recordedAs(Set.of(), OfficialRegistered.class)
                .saidAnewBy(Sequel.inPart(ContactChanged.class), Sequel.whole(AffiliationChanged.class)));
    }

    private static List<Draft> initiative(Row row) {
        List<Draft> drafts = new ArrayList<>();
        drafts.add(new Draft(row, LaunchInitiative.class, "initiativeId")
                .text("title", "title")
                .list("states", "states")
                .text("network", "network")
                .text("type", "type")
                .text("leadInstitution", "lead_institution")
                .text("launchedOn", "launched_on")
                .recordedAs(Set.of(), InitiativeLaunched.class));
        if (!row.text("stage").isEmpty() || !row.text("stage_on").isEmpty()) {
            drafts.add(new Draft(row, ChangeInitiativeStage.class, "initiativeId")
                    .text("stage", "stage")
                    .text("on", "stage_on")
                    .slot(row.text("stage").toUpperCase(Locale.ROOT), row.text("stage_on"))
                    .recordedAs(Set.of("stage"), InitiativeStageChanged.class));
        }
        for (String programme : row.list("programmes")) {
            drafts.add(new Draft(row, AssignInitiativeToProgramme.class, "initiativeId")
                    .one("programme", "programmes", programme)
                    .slot(programme)
                    .recordedAs(Set.of("programme"), InitiativeAssignedToProgramme.class));
        }
        return drafts;
    }

    private static List<Draft> statement(Row row) {
        return List.of(new Draft(row, PublishStatement.class, "statementId")
                .text("statedOn", "stated_on")
                .text("metric", "metric")
                .text("qualifier", "qualifier")
                .number("value", "value")
                .text("scope", "scope")
                .list("roster", "roster")
                .recordedAs(Set.of(), StatementPublished.class));
    }
}
