package org.preventionnetwork.registry.standalone;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.api.kinds.EntityKinds;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** What may know what. A rule that finds nothing to look at fails, so none can go stale. */
class ArchitectureTest {
    private static final String ROOT = "org.preventionnetwork.registry";
    private static final String COMMAND = ROOT + ".command..";
    private static final String QUERY = ROOT + ".query..";
    private static final String API = ROOT + ".api..";
    private static final List<String> FEATURES =
            Stream.of(EntityType.values()).map(EntityType::collection).toList();

    private static final JavaClasses REGISTRY = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages(ROOT);

    @Test
    void the_two_sides_do_not_know_each_other() {
        noClasses()
                .that()
                .resideInAPackage(COMMAND)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(QUERY)
                .check(REGISTRY);
        noClasses()
                .that()
                .resideInAPackage(QUERY)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(COMMAND)
                .check(REGISTRY);
    }

    @Test
    void the_shared_language_knows_neither_side_nor_any_framework_that_runs_them() {
        noClasses()
                .that()
                .resideInAPackage(API)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(COMMAND, QUERY, ROOT + ".standalone..", "org.springframework..")
                .check(REGISTRY);
    }

    @Test
    void only_what_touches_stored_bytes_knows_axon_in_the_shared_language() {
        noClasses()
                .that()
                .resideInAPackage(API)
                .and()
                .resideOutsideOfPackage(ROOT + ".api.wire..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.axonframework..")
                        .and(resideOutsideOfPackages("org.axonframework.modelling.command..")))
                .check(REGISTRY);
    }

    @Test
    void no_packages_of_a_side_depend_on_each_other_in_a_circle() {
        slices().matching(ROOT + ".command.(*)..").should().beFreeOfCycles().check(REGISTRY);
        slices().matching(ROOT + ".query.(*)..").should().beFreeOfCycles().check(REGISTRY);
        slices().matching(ROOT + ".api.(*)..").should().beFreeOfCycles().check(REGISTRY);
        slices().matching(ROOT + ".access.(*)..").should().beFreeOfCycles().check(REGISTRY);
    }

    @Test
    void an_aggregate_knows_what_all_timelines_share_and_no_other_feature() {
        for (String feature : FEATURES) {
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + ".command." + feature)
                    .should()
                    .dependOnClassesThat(resideInAPackage(COMMAND)
                            .and(resideOutsideOfPackages(ROOT + ".command." + feature, ROOT + ".command.timeline")))
                    .check(REGISTRY);
        }
    }

    /**
     * Figures are defined once, for the overview and for reconciliation alike; so are proofs, what makes a list
     * complete, and what belongs to what, behind a figure or on a page. A pack of evidence is the
     * history with its proofs. Pages stand in their features, and share a frame, the languages they are said in and what things are called. Who reads personal data is accounted for in one place.
     */
    @Test
    void answers_of_different_features_share_views_of_the_database_figures_and_proofs_but_no_other_classes() {
        slices().matching(ROOT + ".query.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        resideInAPackage(QUERY),
                        resideInAnyPackage(
                                ROOT + ".query.http..",
                                ROOT + ".query.web..",
                                ROOT + ".query.projection..",
                                ROOT + ".query.infrastructure..",
                                ROOT + ".query.figures..",
                                ROOT + ".query.completeness..",
                                ROOT + ".query.relations..",
                                ROOT + ".query.language..",
                                ROOT + ".query.ledger..",
                                ROOT + ".query.names..",
                                ROOT + ".query.personal.."))
                .ignoreDependency(
                        resideInAPackage(ROOT + ".query.evidence.."), resideInAPackage(ROOT + ".query.history.."))
                .check(REGISTRY);
    }

    /**
     * Features say which tables they have and what is in them; how rows get there is not theirs to know. Who watches and
     * repairs projections does, and a preview asks the engine to suppose something.
     */
    @Test
    void no_feature_knows_the_engine_that_its_projections_run_on() {
        String engine = ROOT + ".query.projection.engine";
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        engine,
                        ROOT + ".query.operations",
                        ROOT + ".standalone.operations",
                        ROOT + ".query.preview",
                        ROOT + ".standalone.recording",
                        ROOT + ".benchmark..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(engine + "..")
                .check(REGISTRY);
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".query.preview", ROOT + ".standalone.recording")
                .should()
                .dependOnClassesThat(
                        resideInAPackage(engine + "..").and(not(nameStartingWith(engine + ".Supposition"))))
                .check(REGISTRY);
    }

    /** Rows of files become commands that have nothing in common, and so have their examples. */
    private static final Set<String> NOT_ALIKE = Set.of("Scripts", "CommandExamples");

    /**
     * What is different for each kind of entity is in its description ({@code EntityKind}). Whoever lists the kinds once
     * more, by their constants, their classes or their collections, has to be found again for every new one.
     */
    @Test
    void only_the_descriptions_of_the_kinds_of_entities_have_a_case_for_each() {
        List<String> cases = REGISTRY.stream()
                .filter(type -> !type.getPackageName().startsWith(ROOT + ".api."))
                .filter(type -> !type.getPackageName().startsWith(ROOT + ".benchmark"))
                .filter(type -> !NOT_ALIKE.contains(type.getSimpleName()))
                .filter(type -> kindsIn(type) > FEATURES.size() / 2)
                .map(JavaClass::getSimpleName)
                .toList();
        assertThat(cases).isEmpty();
        assertThat(kindsIn(REGISTRY.get(ROOT + ".command.imports.rows.Scripts")))
                .as("the search finds what is there")
                .isGreaterThan(FEATURES.size() / 2);
        assertThat(collectionsIn(REGISTRY.get(EntityType.class))).isEqualTo(FEATURES.size());
    }

    /** How many kinds a class has a case for, in whatever way it has most. */
    private static long kindsIn(JavaClass type) {
        long constants = type.getFieldAccessesFromSelf().stream()
                .filter(access -> access.getTargetOwner().isEquivalentTo(EntityType.class)
                        && access.getTarget().getRawType().isEquivalentTo(EntityType.class))
                .map(access -> access.getTarget().getName())
                .distinct()
                .count();
        long classes = EntityKinds.ALL.stream()
                .filter(kind -> type.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency.getTargetClass())
                        .anyMatch(target -> target.isEquivalentTo(kind.idType())
                                || target.isAssignableTo(kind.commands())
                                || target.isAssignableTo(kind.events())))
                .count();
        return Math.max(constants, collectionsIn(type) < FEATURES.size() - 1 ? classes : FEATURES.size());
    }

    /** Pages name the projections that they read, which are called like collections, but none reads them all. */
    private static long collectionsIn(JavaClass type) {
        return FEATURES.stream().filter(feature -> hasConstant(type, feature)).count();
    }

    @Test
    void what_decides_knows_no_clock_and_no_chance() {
        noClasses()
                .that()
                .resideInAnyPackage(FEATURES.stream()
                        .map(feature -> ROOT + ".command." + feature)
                        .toArray(String[]::new))
                .or()
                .resideInAPackage(ROOT + ".command.timeline..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .check(REGISTRY);
    }

    @Test
    void aggregates_are_their_packages_own() {
        classes()
                .that()
                .areAnnotatedWith(Aggregate.class)
                .should()
                .bePackagePrivate()
                .check(REGISTRY);
        assertThat(REGISTRY.stream().filter(type -> type.isAnnotatedWith(Aggregate.class)))
                .hasSize(FEATURES.size());
    }

    @Test
    void nothing_is_injected_into_fields_and_no_state_is_static() {
        noFields()
                .should()
                .beAnnotatedWith(Autowired.class)
                .orShould()
                .beAnnotatedWith(Value.class)
                .check(REGISTRY);
        fields().that().areStatic().should().beFinal().check(REGISTRY);
    }

    /** Where its name, its bounds and what is said of it stand in one place, and a test finds it. */
    @Test
    void every_setting_is_read_into_a_record() {
        List<String> others = REGISTRY.stream()
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(unit -> unit.getParameters().stream().anyMatch(one -> one.isAnnotatedWith(Value.class)))
                .map(JavaCodeUnit::getFullName)
                .toList();
        assertThat(others).isEmpty();
        classes()
                .that()
                .areAnnotatedWith(ConfigurationProperties.class)
                .should()
                .beRecords()
                .check(REGISTRY);
    }

    @Test
    void nobody_prints_past_the_log() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".command.imports.console..", ROOT + ".benchmark..")
                .and()
                .haveSimpleNameNotStartingWith("StartVerification")
                .and()
                .doNotHaveSimpleName("Welcome")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(REGISTRY);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..")
                .check(REGISTRY);
    }

    @Test
    void nobody_believes_who_a_request_says_it_is_from() {
        List<String> readers = REGISTRY.stream()
                .filter(type -> hasConstant(type, "X-Actor"))
                .map(JavaClass::getSimpleName)
                .toList();
        assertThat(readers).isEmpty();
        assertThat(hasConstant(REGISTRY.get(ROOT + ".access.oidc.Claims"), "oidc:"))
                .as("the search finds what is there")
                .isTrue();
    }

    /** Looks for the constant where the compiler puts it: tag, length, text. */
    private static boolean hasConstant(JavaClass type, String text) {
        return new String(bytes(type), StandardCharsets.ISO_8859_1).contains("\u0001\0" + (char) text.length() + text);
    }

    @Test
    void every_package_says_what_it_is_and_is_null_marked() {
        List<String> silent = REGISTRY.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(javaPackage -> !isNullMarked(javaPackage))
                .map(JavaPackage::getName)
                .sorted()
                .collect(Collectors.toList());
        assertThat(silent).isEmpty();
        assertThat(REGISTRY.stream().map(JavaClass::getPackage).distinct()).hasSizeGreaterThan(20);
    }

    private static boolean isNullMarked(JavaPackage javaPackage) {
        return javaPackage.tryGetPackageInfo().isPresent()
                && javaPackage.tryGetPackageInfo().get().isAnnotatedWith(NullMarked.class);
    }

    /**
     * {@code condition ? anInteger : anInt} unboxes the first to box it again, and fails where it is null. No check of
     * the compiler's looks for it, so the compiled code is looked at.
     */
    @Test
    void no_choice_between_a_number_that_may_be_absent_and_one_that_is_there_unboxes_the_absent_one() {
        List<String> found = REGISTRY.stream()
                .filter(type -> type.getSource().isPresent())
                .flatMap(type -> UnboxedToBeBoxed.in(bytes(type)).stream().map(at -> type.getName() + "." + at))
                .sorted()
                .toList();
        assertThat(found).isEmpty();
        assertThat(UnboxedToBeBoxed.in(bytes(new ClassFileImporter().importClass(Mixed.class))))
                .as("the search finds what is there")
                .hasSize(3)
                .allMatch(at -> at.startsWith("mixed"));
    }

    private record Mixed(@Nullable Integer whole, @Nullable Long more) {
        @Nullable
        Integer mixed(boolean whole) {
            return whole ? this.whole : 3;
        }

        @Nullable
        Long mixedInside(int which) {
            return which > 2 ? Long.valueOf(1) : which > 1 ? more : which;
        }

        Optional<Integer> mixedInASwitch(int which) {
            return Optional.ofNullable(
                    switch (which) {
                        case 1 -> 0;
                        default -> whole;
                    });
        }

        @Nullable
        Integer alike(boolean whole) {
            return whole ? this.whole : Integer.valueOf(3);
        }
    }

    private static byte[] bytes(JavaClass type) {
        try (InputStream file = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void records_hold_what_never_changes() {
        fields().that()
                .areDeclaredInClassesThat()
                .areRecords()
                .should()
                .beFinal()
                .check(REGISTRY);
        assertThat(REGISTRY.stream().filter(JavaClass::isRecord).filter(type -> type.getModifiers()
                        .contains(JavaModifier.PUBLIC)))
                .isNotEmpty();
    }
}
