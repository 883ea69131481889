package org.preventionnetwork.registry.command.imports.rows;

import java.util.List;
import java.util.Set;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.RegistryCommand;
import org.preventionnetwork.registry.api.institutions.InstitutionCommand.NameInstitution;
import org.preventionnetwork.registry.api.institutions.InstitutionCommand.RenameInstitution;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionNamed;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionRenamed;
import org.preventionnetwork.registry.api.networks.NetworkCommand.NameNetwork;
import org.preventionnetwork.registry.api.networks.NetworkCommand.RenameNetwork;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkNamed;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkRenamed;
import org.preventionnetwork.registry.api.programmes.ProgrammeCommand.NameProgramme;
import org.preventionnetwork.registry.api.programmes.ProgrammeCommand.RenameProgramme;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.ProgrammeNamed;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.ProgrammeRenamed;
import org.preventionnetwork.registry.command.imports.files.Row;

/** Names with their dates: without a language a renaming, with one a name in it. */
final class NameRows {
    private NameRows() {}

    static List<Draft> network(Row row) {
        return isRenaming(row)
                ? renaming(row, RenameNetwork.class, "networkId", NetworkRenamed.class)
                : inLanguage(row, NameNetwork.class, "networkId", NetworkNamed.class);
    }

    static List<Draft> institution(Row row) {
        return isRenaming(row)
                ? renaming(row, RenameInstitution.class, "institutionId", InstitutionRenamed.class)
                : inLanguage(row, NameInstitution.class, "institutionId", InstitutionNamed.class);
    }

    static List<Draft> programme(Row row) {
        return isRenaming(row)
                ? renaming(row, RenameProgramme.class, "programmeId", ProgrammeRenamed.class)
                : inLanguage(row, NameProgramme.class, "programmeId", ProgrammeNamed.class);
    }

    private static boolean isRenaming(Row row) {
        return row.text("language").isEmpty();
    }

    private static List<Draft> renaming(
            Row row, Class<? extends RegistryCommand> command, String id, Class<? extends Fact> fact) {
        return List.of(new Draft(row, command, id)
                .text("name", "name")
                .text("from", "from")
                .slot(row.text("name"), row.text("from"))
                .recordedAs(Set.of("name", "from"), fact)
                .askingFirst());
    }

    private static List<Draft> inLanguage(
            Row row, Class<? extends RegistryCommand> command, String id, Class<? extends Fact> fact) {
        return List.of(new Draft(row, command, id)
                .text("language", "language")
                .text("name", "name")
                .text("from", "from")
                .slot(row.text("language"), row.text("name"), row.text("from"))
                .recordedAs(Set.of("language", "name", "from"), fact)
                .askingFirst());
    }
}
