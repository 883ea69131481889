package org.preventionnetwork.registry.command.imports.rows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.Slug;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialErased;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialRegistered;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialsMerged;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialsUnmerged;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.officials.PersonalText;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact;
import org.preventionnetwork.registry.api.seminars.EnrollmentSteps;
import org.preventionnetwork.registry.api.seminars.SeminarId;
import org.preventionnetwork.registry.command.imports.files.Cause;
import org.preventionnetwork.registry.command.imports.files.FileKind;
import org.preventionnetwork.registry.command.imports.files.Problem;
import org.preventionnetwork.registry.command.imports.files.Row;
import org.preventionnetwork.registry.command.reading.RandomId;
import org.preventionnetwork.registry.personal.BlindIndex;
import org.preventionnetwork.registry.personal.Searchable;

/**
 * Knows by e-mail or name whom a row is about that has no id, in the registry and in the import so far; and makes an id
 * for who is new. An id is never made of what is said of the person. Where it is in doubt whether two are one, whoever
 * hands the list in is asked: neither are two persons made of one, nor one of two. For one import; safe for many threads.
 */
public final class People {
    /** What to say where it is in doubt; of those it may be, nothing is told. */
    public static final String IN_DOUBT = "PERSON_IN_DOUBT";

    public static final String NOT_KNOWN = "PERSON_NOT_KNOWN";
    private static final String OFFICIAL = "official";
    private static final String FULL_NAME = "full_name";
    private static final String EMAIL = "email";
    private static final Comparator<OfficialId> BY_VALUE = Comparator.comparing(OfficialId::value);
    private static final Pattern ID = Pattern.compile(Slug.PATTERN);

    private final BlindIndex index;
    private final Registry registry;
    private final boolean asked;
    private final Consumer<OfficialId> lookedUp;
    /** Keyed by a hash, so that a long list takes little room; only what a dry run would record is not in the index. */
    private final Map<Long, Set<OfficialId>> met = new HashMap<>();
    /** Of whom a row of this import was: another without an e-mail may be of a namesake. */
    private final Set<OfficialId> told = new HashSet<>();

    /**
     * @param asked whether some row names a person otherwise than by id; else nothing is remembered, and a long list needs
     *     no more room than a short one
     * @param lookedUp told of everybody recorded whom a name or an e-mail led to, before anything is said of the row
     */
    public People(BlindIndex index, Registry registry, boolean asked, Consumer<OfficialId> lookedUp) {
        this.index = index;
        this.lookedUp = lookedUp;
        this.asked = asked;
        this.registry = registry;
    }

    /** Whether some row names a person otherwise than by id. */
    public boolean areAsked() {
        return asked;
    }

    /** The row with the id of the person, or what keeps it out. */
    record Resolved(Row row, @Nullable Problem problem) {}

    synchronized Resolved resolve(Row row) {
        if (!asked) {
            return new Resolved(row, null);
        }
        return switch (row.kind()) {
            case OFFICIALS -> official(row);
            case ENROLLMENTS, FOCAL_POINTS -> named(row);
            default -> new Resolved(row, null);
        };
    }

    private Resolved official(Row row) {
        String name = row.text(FULL_NAME);
        if (!row.text(OFFICIAL).isEmpty()) {
            meet(row, row.text(OFFICIAL));
            return new Resolved(row, null);
        }
        if (name.isEmpty()) {
            return new Resolved(row.with(OFFICIAL, RandomId.next()), null);
        }
        Set<OfficialId> sameEmail = row.text(EMAIL).isEmpty() ? Set.of() : byEmail(row.text(EMAIL));
        Set<OfficialId> sameName = byName(name);
        Set<OfficialId> both = new LinkedHashSet<>(sameEmail);
        both.retainAll(sameName);
        if (sameEmail.isEmpty() && sameName.isEmpty()) {
            String id = RandomId.next();
            meet(row, id);
            return new Resolved(row.with(OFFICIAL, id), null);
        }
        if (sameEmail.size() == 1 && both.size() == 1) {
            return known(row, both.iterator().next(), true);
        }
        if (sameEmail.isEmpty() && sameName.size() == 1) {
            OfficialId one = sameName.iterator().next();
            if (!told.contains(one) && mayBe(row, one)) {
                return known(row, one, false);
            }
        }
        return new Resolved(row, Cells.problem(row, OFFICIAL, IN_DOUBT, Cause.PERSON_ASKED.with()));
    }

    /**
     * The row is about who is recorded. By whatever name and e-mail a person was found, they are theirs, and of what it leaves
     * empty a list without ids does not say that there is none.
     */
    private Resolved known(Row row, OfficialId one, boolean byEmail) {
        told.add(one);
        Row found = row.with(OFFICIAL, one.value());
        Optional<OfficialRegistered> registered = registered(one);
        if (registered.isPresent()) {
            OfficialRegistered known = registered.get();
            String email = known.email() == null ? "" : known.email().value();
            found = found.with(FULL_NAME, known.fullName().value());
            found = byEmail ? found.with(EMAIL, email) : filled(found, EMAIL, email);
            found = filled(
                    found,
                    "position",
                    known.position() == null ? "" : known.position().value());
            found = filled(found, "institution", known.institution());
            found = filled(found, "from", known.from());
        }
        return new Resolved(found, null);
    }

    private static Row filled(Row row, String column, @Nullable Object recorded) {
        String text = recorded == null ? "" : recorded.toString();
        return row.text(column).isEmpty() && !text.isEmpty() ? row.with(column, text) : row;
    }

    /** Of one name alone, without an e-mail on both sides: the state must not speak against it. */
    private boolean mayBe(Row row, OfficialId one) {
        Optional<OfficialRegistered> registered = registered(one);
        if (registered.isEmpty()) {
            return false;
        }
        StateCode recorded = registered.get().state();
        PersonalText email = registered.get().email();
        boolean otherEmail = email != null && !row.text(EMAIL).isEmpty();
        return !otherEmail && (recorded == null || recorded.value().equals(States.folded(row.text("state"))));
    }

    private Optional<OfficialRegistered> registered(OfficialId id) {
        return registry.history(id).all(OfficialRegistered.class).findFirst();
    }

    /** Where an official's id is wanted and a name or an e-mail stands. */
    private Resolved named(Row row) {
        String cell = row.text(OFFICIAL);
        if (cell.isEmpty() || ID.matcher(cell).matches()) {
            return new Resolved(row, null);
        }
        Set<OfficialId> meant = cell.contains("@") ? byEmail(cell) : byName(cell);
        if (meant.size() == 1) {
            OfficialId person = meant.iterator().next();
            OfficialId record = row.kind() == FileKind.ENROLLMENTS
                    ? enrolledAs(person, cell, row.text("seminar")).orElse(person)
                    : person;
            return new Resolved(row.with(OFFICIAL, record.value()), null);
        }
        return new Resolved(
                row,
                meant.isEmpty()
                        ? Cells.problem(row, OFFICIAL, NOT_KNOWN, Cause.PERSON_NOT_KNOWN.with())
                        : Cells.problem(row, OFFICIAL, IN_DOUBT, Cause.PERSON_OF_SEVERAL.with()));
    }

    /** Of the person's records the one that is enrolled already, where it is not the one that stands for the person. */
    private Optional<OfficialId> enrolledAs(OfficialId person, String cell, String seminar) {
        Set<OfficialId> merged = new TreeSet<>(BY_VALUE);
        merged.addAll(cell.contains("@") ? index.find(cell) : index.named(cell));
        merged.removeIf(one -> one.equals(person) || !canonical(one).equals(person));
        if (merged.isEmpty() || !ID.matcher(seminar).matches()) {
            return Optional.empty();
        }
        Set<OfficialId> enrolled = new HashSet<>();
        for (Fact fact : registry.history(new SeminarId(seminar)).all()) {
            if (fact instanceof EnrollmentFact step && EnrollmentSteps.isOpening(step)) {
                enrolled.add(EnrollmentSteps.official(step));
            }
        }
        return enrolled.contains(person)
                ? Optional.empty()
                : merged.stream().filter(enrolled::contains).findFirst();
    }

    private void meet(Row row, String id) {
        if (ID.matcher(id).matches()) {
            OfficialId official = new OfficialId(id);
            told.add(official);
            met.computeIfAbsent(key("n", nameKey(row.text(FULL_NAME))), key -> new TreeSet<>(BY_VALUE))
                    .add(official);
            if (!row.text(EMAIL).isEmpty()) {
                met.computeIfAbsent(key("e", Searchable.email(row.text(EMAIL))), key -> new TreeSet<>(BY_VALUE))
                        .add(official);
            }
        }
    }

    private Set<OfficialId> byEmail(String email) {
        return persons(index.find(email), met.getOrDefault(key("e", Searchable.email(email)), Set.of()));
    }

    private Set<OfficialId> byName(String name) {
        return persons(index.named(name), met.getOrDefault(key("n", nameKey(name)), Set.of()));
    }

    /** Each once, whatever records of one were merged; nobody who is erased, or whose registration does not hold. */
    private Set<OfficialId> persons(Set<OfficialId> recorded, Set<OfficialId> inThisImport) {
        recorded.forEach(lookedUp);
        Set<OfficialId> persons = new TreeSet<>(BY_VALUE);
        List<OfficialId> all = new ArrayList<>(recorded);
        all.addAll(inThisImport);
        for (OfficialId one : all) {
            OfficialId person = canonical(one);
            if (registered(person).isPresent()
                    && registry.history(person)
                            .all(OfficialErased.class)
                            .findAny()
                            .isEmpty()) {
                persons.add(person);
            }
        }
        return persons;
    }

    private OfficialId canonical(OfficialId one) {
        Set<OfficialId> passed = new HashSet<>();
        OfficialId person = one;
        for (OfficialId next = one; next != null && passed.add(next); next = mergedInto(next)) {
            person = next;
        }
        return person;
    }

    /** What the last merge or unmerge says. */
    private @Nullable OfficialId mergedInto(OfficialId one) {
        OfficialId into = null;
        for (Fact fact : registry.history(one).all()) {
            if (fact instanceof OfficialsMerged merged) {
                into = merged.into();
            } else if (fact instanceof OfficialsUnmerged) {
                into = null;
            }
        }
        return into;
    }

    private static String nameKey(String name) {
        return Searchable.inAnyOrder(Searchable.words(name));
    }

    /** Of 64 bits; that two of an import are the same by chance cannot happen in as many imports as there will be. */
    private static long key(String kind, String text) {
        return ImportIds.number(kind, text);
    }
}
