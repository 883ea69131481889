package org.preventionnetwork.registry.command.officials;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.facts.Refused;
import org.preventionnetwork.registry.api.facts.Refused.Refusal;
import org.preventionnetwork.registry.api.facts.RegistryCommand;
import org.preventionnetwork.registry.api.history.FactHistory;
import org.preventionnetwork.registry.api.officials.OfficialCommand.ChangeContact;
import org.preventionnetwork.registry.api.officials.OfficialCommand.RegisterOfficial;
import org.preventionnetwork.registry.api.officials.OfficialEvent.ContactChanged;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialFact;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialRegistered;
import org.preventionnetwork.registry.api.officials.PersonalText;
import org.preventionnetwork.registry.personal.Searchable;

/**
 * What is said beside a fact stays readable for ever, so it must not tell of whom: neither the person's name, nor any
 * e-mail address. More than that nobody can find out here.
 */
final class Impersonal {
    private Impersonal() {}

    /** @throws Refused naming the field */
    static void require(RegistryCommand command, Provenance provenance, FactHistory<OfficialFact> facts) {
        List<String> names = Stream.concat(
                        Stream.ofNullable(nameIn(command)), facts.all().stream().map(Impersonal::nameIn))
                .filter(Objects::nonNull)
                .toList();
        requireImpersonal(Provenance.SOURCE, provenance.source(), names);
        requireImpersonal(Provenance.NOTE, provenance.note(), names);
        requireImpersonal(Provenance.REASON, provenance.reason(), names);
    }

    private static void requireImpersonal(String field, @Nullable String text, List<String> names) {
        if (text != null
                && (Searchable.holdsEmail(text) || names.stream().anyMatch(name -> Searchable.names(text, name)))) {
            throw new Refused(new Refusal(
                    RefusalCode.PERSONAL_DATA_BESIDE_FACT,
                    "this text stays readable when the person is erased; say it without name and e-mail",
                    List.of(),
                    field));
        }
    }

    private static @Nullable String nameIn(RegistryCommand command) {
        if (command instanceof RegisterOfficial register) {
            return register.fullName();
        }
        return command instanceof ChangeContact change ? change.fullName() : null;
    }

    private static @Nullable String nameIn(OfficialFact fact) {
        PersonalText name = fact instanceof OfficialRegistered registered
                ? registered.fullName()
                : fact instanceof ContactChanged changed ? changed.fullName() : null;
        return name == null ? null : name.value();
    }
}
