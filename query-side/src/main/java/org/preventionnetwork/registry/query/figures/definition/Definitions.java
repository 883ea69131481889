package org.preventionnetwork.registry.query.figures.definition;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.preventionnetwork.registry.query.figures.FigureName;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** All figures that there are. */
@Component
public class Definitions {
    private final List<FigureDefinition> all;
    private final Map<FigureName, FigureDefinition> byName = new EnumMap<>(FigureName.class);

    public Definitions(@Qualifier("query") DataSource database) {
        Memberships memberships = new Memberships(database);
        Touched touched = new Touched(database, memberships);
        AccumulatingRows rows = new AccumulatingRows(database, memberships);
        AlumniRows alumni = new AlumniRows(database, memberships);
        all = List.of(
                new MemberStates(memberships, touched),
                new ObserverStates(memberships, touched),
                new LiaisonStates(memberships, touched),
                new Networks(memberships, touched),
                new ParticipatingStates(rows, touched),
                new Seminars(rows, touched),
                new Enrollments(rows, touched),
                new Completions(rows, touched),
                new Alumni(rows, alumni, touched),
                new OfficialsTrained(rows, touched),
                new NationalInitiatives(rows, touched));
        all.forEach(definition -> byName.put(definition.name(), definition));
        if (byName.size() != FigureName.values().length || byName.size() != all.size()) {
            throw new IllegalStateException("a figure without a definition, or with two");
        }
        all.forEach(definition -> DefinitionVersion.inOrder(definition.versions()));
        all.stream()
                .filter(definition ->
                        definition.version().number() != definition.name().definition())
                .forEach(definition -> {
                    throw new IllegalStateException("two versions are in force of " + definition.name());
                });
    }

    /** In the order of the dictionary. */
    public List<FigureDefinition> all() {
        return all;
    }

    public FigureDefinition of(FigureName name) {
        FigureDefinition definition = byName.get(name);
        if (definition == null) {
            throw new IllegalStateException("no definition of " + name);
        }
        return definition;
    }
}
