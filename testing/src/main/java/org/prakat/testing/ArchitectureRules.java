package org.prakat.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The architecture of a service, as rules that a test checks (design, section 7). */
public final class ArchitectureRules {

    private static final Set<String> CLOCKS = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.ZonedDateTime",
            "java.time.OffsetDateTime",
            "java.time.Year");

    private final Map<String, ArchRule> rules = new LinkedHashMap<>();
    private final JavaClasses classes;

    private ArchitectureRules(String base, JavaClasses classes) {
        this.classes = classes;
        rules.put("the domain is plain Java", domainIsPlain(base));
        rules.put("use cases know the domain and their ports only", applicationIsPlain(base));
        rules.put("adapters do not know each other", adaptersStandAlone(base));
        rules.put("nobody asks the system for the time", nobodyCallsNow(base));
    }

    /** The rules for the classes below a package of main code, for example {@code org.prakat.request}. */
    public static ArchitectureRules of(String base) {
        return new ArchitectureRules(
                base,
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(base));
    }

    static ArchitectureRules ofAll(String base) {
        return new ArchitectureRules(base, new ClassFileImporter().importPackages(base));
    }

    /** @throws AssertionError that names every violation */
    public void check() {
        rules.values().forEach(rule -> rule.check(classes));
    }

    Map<String, ArchRule> rules() {
        return rules;
    }

    JavaClasses checked() {
        return classes;
    }

    private static ArchRule domainIsPlain(String base) {
        return classes()
                .that()
                .resideInAPackage(base + ".domain..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        base + ".domain..",
                        "java..",
                        "org.jspecify..",
                        "org.prakat.common.domain..",
                        "org.prakat.common.event..",
                        "org.prakat.common.calendar.."))
                .allowEmptyShould(true);
    }

    private static ArchRule applicationIsPlain(String base) {
        return classes()
                .that()
                .resideInAPackage(base + ".application..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        base + ".application..",
                        base + ".domain..",
                        "java..",
                        "org.slf4j..",
                        "org.jspecify..",
                        "org.prakat.common.domain..",
                        "org.prakat.common.event..",
                        "org.prakat.common.audit",
                        "org.prakat.common.calendar..",
                        "org.prakat.common.reference..",
                        "org.prakat.common.storage"))
                .allowEmptyShould(true);
    }

    private static ArchRule adaptersStandAlone(String base) {
        return slices().matching(base + ".adapter.(*).(*)..")
                .should()
                .notDependOnEachOther()
                .allowEmptyShould(true);
    }

    private static ArchRule nobodyCallsNow(String base) {
        return noClasses()
                .that(resideInAPackage(base + ".."))
                .should()
                .callMethodWhere(describe(
                        "reads the system's clock",
                        (JavaCall<?> call) -> call.getName().equals("now")
                                && CLOCKS.contains(call.getTargetOwner().getName())))
                .allowEmptyShould(true);
    }
}
