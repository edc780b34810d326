package org.openbeat.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.openbeat.app.kernel.OneOffCommand;
import org.springframework.modulith.ApplicationModule;

/** The rules of style that a machine can hold (CONTRIBUTING.md tells why). */
class StyleTest {
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.openbeat");

    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages("org.openbeat");

    private static final Pattern FORBIDDEN_NAME =
            Pattern.compile(".*(Impl|Manager|Helper|Utils?|D[Tt][Oo]|Info|Data|Base|Abstract)$|^(Abstract|Base).*");

    private static final Set<String> CLOCK_TYPES = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalTime",
            "java.time.LocalDateTime",
            "java.time.ZonedDateTime",
            "java.time.OffsetDateTime",
            "java.time.Year",
            "java.time.YearMonth");

    @Test
    void names_say_what_a_class_is_and_not_that_it_is_one() {
        var badly = MAIN.stream()
                .filter(type -> FORBIDDEN_NAME.matcher(type.getSimpleName()).matches())
                .map(JavaClass::getName);
        assertThat(badly).as("names that say nothing of the field").isEmpty();
    }

    @Test
    void time_is_asked_of_the_injected_clock_alone() {
        noClasses()
                .that(areNot("org.openbeat.app.kernel.KernelConfiguration"))
                .and(areNot("org.openbeat.witness.WitnessProgram")) // A program of its own, which hands both in.
                .should()
                .callCodeUnitWhere(readsTheSystemClock())
                .because("a test must be able to say what time it is (style, 5)")
                .check(MAIN);
    }

    @Test
    void chance_is_handed_in() {
        noClasses()
                .that(areNot("org.openbeat.app.kernel.KernelConfiguration"))
                .and(areNot("org.openbeat.witness.WitnessProgram"))
                .and(DescribedPredicate.not(resideInAPackage("org.openbeat.app.database"))) // Runs before any bean.
                .and(areNot("org.openbeat.app.kernel.SecretFile")) // The name of a file that is renamed at once.
                .and()
                .areNotAssignableTo(java.security.SecureRandom.class)
                .should()
                .callMethod(java.util.UUID.class, "randomUUID")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callConstructor(java.security.SecureRandom.class)
                .orShould()
                .callConstructor(java.util.Random.class)
                .because("identifiers and chance come from the kernel's beans")
                .check(MAIN);
    }

    @Test
    void sql_stands_in_classes_named_jdbc_alone() {
        noClasses()
                .that(DescribedPredicate.not(resideInAPackage("org.openbeat.app.database")))
                .and(DescribedPredicate.not(isOrIsWithinJdbc()))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.jdbc..")
                .because("whoever looks for a table's SQL finds it in the one store class (style, 8)")
                .check(MAIN);
    }

    @Test
    void stores_and_controllers_are_nobody_elses_business() {
        classes().that(simpleNameStartingWith("Jdbc")).should().notBePublic().check(MAIN);
        classes()
                .that()
                .haveSimpleNameEndingWith("Controller")
                .should()
                .notBePublic()
                .check(MAIN);
    }

    @Test
    void every_package_declares_its_nullness() {
        var missing = MAIN.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(found -> found.getClasses().stream().anyMatch(type -> !isPackageInfo(type)))
                .filter(found -> !found.isAnnotatedWith(NullMarked.class))
                .map(com.tngtech.archunit.core.domain.JavaPackage::getName);
        assertThat(missing)
                .as("packages without @NullMarked in their package-info")
                .isEmpty();
    }

    @Test
    void one_way_to_log_and_none_to_print() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..")
                .check(MAIN);
        noClasses().should().dependOnClassesThat().resideInAPackage("lombok..").check(MAIN);
        noClasses()
                .that()
                .areNotAssignableTo(OneOffCommand.class)
                .and(DescribedPredicate.not(resideInAPackage("org.openbeat.app.operations..")))
                .and(areNot("org.openbeat.app.access.FirstAdministrator")) // Prints what no log may keep, once.
                .should()
                .accessFieldWhere(isPrinting())
                .because("only a command that someone typed answers on the terminal")
                .check(MAIN);
    }

    @Test
    void a_facade_has_at_most_twelve_public_methods() {
        var wide = MAIN.stream()
                .filter(type -> type.getPackage().isAnnotatedWith(ApplicationModule.class))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> !type.isRecord() && !type.isEnum() && !type.isAssignableTo(Throwable.class))
                .filter(type -> publicMethods(type) > 12)
                .map(type -> type.getName() + " has " + publicMethods(type));
        assertThat(wide).as("facades to split").isEmpty();
    }

    @Test
    void tests_read_as_sentences() {
        methods()
                .that()
                .areAnnotatedWith(Test.class)
                .should()
                .haveNameMatching("[a-zA-Z0-9]+(_[a-zA-Z0-9]+)+")
                .because("the name of a test says what holds (style, 11)")
                .check(TESTS);
    }

    @Test
    void tests_do_not_sleep() {
        noClasses().should().callMethod(Thread.class, "sleep", long.class).check(TESTS);
        noClasses()
                .should()
                .callMethod(Thread.class, "sleep", java.time.Duration.class)
                .check(TESTS);
    }

    private static long publicMethods(JavaClass type) {
        return type.getMethods().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(method -> !method.getModifiers().contains(JavaModifier.STATIC))
                .map(method -> method.getName())
                .distinct()
                .count();
    }

    private static DescribedPredicate<JavaFieldAccess> isPrinting() {
        return DescribedPredicate.describe(
                "print outside a main method",
                access -> access.getTargetOwner().isEquivalentTo(System.class)
                        && Set.of("out", "err").contains(access.getName())
                        && !access.getOrigin().getName().equals("main"));
    }

    private static DescribedPredicate<JavaClass> areNot(String name) {
        return DescribedPredicate.describe(
                "are not " + name, type -> !type.getName().equals(name));
    }

    private static DescribedPredicate<JavaClass> isOrIsWithinJdbc() {
        return DescribedPredicate.describe("are stores", type -> {
            var name = outermost(type).getSimpleName();
            return name.startsWith("Jdbc") || name.endsWith("Rows"); // The latter map what a store has read.
        });
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(StyleTest::outermost).orElse(type);
    }

    private static boolean isPackageInfo(JavaClass type) {
        return type.getSimpleName().equals("package-info");
    }

    /** {@code now()} and {@code now(ZoneId)}; {@code now(Clock)} is told the time. */
    private static DescribedPredicate<JavaCall<?>> readsTheSystemClock() {
        return DescribedPredicate.describe("read the system's clock", call -> {
            var owner = call.getTargetOwner().getName();
            var toldTheTime = call.getTarget().getRawParameterTypes().stream()
                    .anyMatch(type -> type.getName().equals("java.time.Clock"));
            return (CLOCK_TYPES.contains(owner) && call.getName().equals("now") && !toldTheTime)
                    || (owner.equals("java.time.Clock") && call.getName().startsWith("system"))
                    || (owner.equals("java.lang.System") && call.getName().equals("currentTimeMillis"))
                    || (owner.equals("java.util.Date")
                            && call.getTarget().getRawParameterTypes().isEmpty());
        });
    }
}
