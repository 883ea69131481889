package org.preventionnetwork.registry.command.imports.rows;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.preventionnetwork.registry.api.networks.NetworkCommand.DeclareNetworkListComplete;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkListDeclaredComplete;
import org.preventionnetwork.registry.api.programmes.ProgrammeCommand.DeclareProgrammeListComplete;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.ProgrammeListDeclaredComplete;
import org.preventionnetwork.registry.api.seminars.SeminarCommand.DeclareRosterComplete;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.RosterDeclaredComplete;
import org.preventionnetwork.registry.command.imports.files.Row;

/** Lists that are complete; of one list there are as many rows as there are times that it is complete for. */
final class CompletenessRows {
    private static final Set<String> TIME = Set.of("list", "from", "asOf");

    private CompletenessRows() {}

    static List<Draft> ofNetwork(Row row) {
        return List.of(list(new Draft(row, DeclareNetworkListComplete.class, "networkId"), row)
                .recordedAs(TIME, NetworkListDeclaredComplete.class));
    }

    static List<Draft> ofProgramme(Row row) {
        return List.of(list(new Draft(row, DeclareProgrammeListComplete.class, "programmeId"), row)
                .recordedAs(TIME, ProgrammeListDeclaredComplete.class));
    }

    static List<Draft> ofSeminar(Row row) {
        return List.of(new Draft(row, DeclareRosterComplete.class, "seminarId")
                .text("asOf", "as_of")
                .slot(row.text("as_of"))
                .recordedAs(Set.of("asOf"), RosterDeclaredComplete.class));
    }

    private static Draft list(Draft draft, Row row) {
        return draft.text("list", "list")
                .text("from", "from")
                .text("asOf", "as_of")
                .slot(row.text("list").toUpperCase(Locale.ROOT), row.text("from"), row.text("as_of"));
    }
}
