package org.preventionnetwork.registry.query.history;

import static org.preventionnetwork.registry.query.history.Words.from;
import static org.preventionnetwork.registry.query.history.Words.list;
import static org.preventionnetwork.registry.query.history.Words.on;
import static org.preventionnetwork.registry.query.history.Words.quoted;
import static org.preventionnetwork.registry.query.history.Words.the;

import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.ProgrammeClosed;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.ProgrammeCurriculumSet;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.ProgrammeEstablished;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.ProgrammeRenamed;

/** Programmes in plain words. */
final class ProgrammeSentences {
    private ProgrammeSentences() {}

    static void addTo(Sentences sentences) {
        sentences
                .tell(
                        ProgrammeEstablished.class,
                        (f, n) -> new Told(
                                "programme " + quoted(f.name()) + " established" + on(f.establishedOn()),
                                "establishment of " + the(f.name())))
                .tell(
                        ProgrammeRenamed.class,
                        (f, n) -> new Told(
                                the(n.otherwise(ProgrammeSentences::name)) + " renamed " + quoted(f.name())
                                        + from(f.from()),
                                "renaming of " + the(n.otherwise(ProgrammeSentences::name))))
                .tell(
                        ProgrammeCurriculumSet.class,
                        (f, n) -> new Told(
                                "curriculum of " + programme(n) + " set to " + themes(f) + from(f.from()),
                                "curriculum of " + programme(n)))
                .tell(
                        ProgrammeClosed.class,
                        (f, n) -> new Told(programme(n) + " closed" + on(f.on()), "closing of " + programme(n)));
    }

    private static String themes(ProgrammeCurriculumSet set) {
        return set.themes().isEmpty() ? "no themes" : list(set.themes());
    }

    private static String programme(Names names) {
        return the(names.latest(ProgrammeSentences::name));
    }

    private static @Nullable String name(Fact fact) {
        if (fact instanceof ProgrammeEstablished established) {
            return established.name();
        }
        return fact instanceof ProgrammeRenamed renamed ? renamed.name() : null;
    }
}
