package org.preventionnetwork.registry.command.programmes;

import static org.preventionnetwork.registry.command.timeline.Samples.date;
import static org.preventionnetwork.registry.command.timeline.Samples.fact;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.NetworkServed;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.ProgrammeClosed;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.ProgrammeCurriculumSet;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.ProgrammeEstablished;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.ProgrammeListDeclaredComplete;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.ProgrammeRenamed;
import org.preventionnetwork.registry.api.programmes.ProgrammeId;
import org.preventionnetwork.registry.api.programmes.ProgrammeList;

/** A programme and what can be recorded about it, for tests. */
final class ProgrammeSamples {
    static final ProgrammeId PROGRAMME = new ProgrammeId("latin-america");
    static final ProgrammeEstablished ESTABLISHED =
            new ProgrammeEstablished(PROGRAMME, fact("established"), "Latin America Program", date("2012"));

    private ProgrammeSamples() {}

    static ProgrammeRenamed renamed(String name, String from) {
        return new ProgrammeRenamed(PROGRAMME, fact("renamed"), name, date(from));
    }

    static ProgrammeCurriculumSet themes(String from, String... themes) {
        return new ProgrammeCurriculumSet(PROGRAMME, fact("themes"), List.of(themes), date(from));
    }

    static NetworkServed serves(String fact, String network, String from, @Nullable String until) {
        return new NetworkServed(
                PROGRAMME, fact(fact), new NetworkId(network), date(from), until == null ? null : date(until));
    }

    static ProgrammeListDeclaredComplete complete(ProgrammeList list, String asOf) {
        return new ProgrammeListDeclaredComplete(PROGRAMME, fact("complete"), list, null, date(asOf));
    }

    static ProgrammeClosed closed(String on) {
        return new ProgrammeClosed(PROGRAMME, fact("closed"), date(on));
    }
}
