package io.pulumiscale;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may see whom: the packages read as the pipeline, and stay so. */
class ArchitectureTest {
    private static final String ROOT = "io.pulumiscale";
    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    /** Beside itself. The root package sees everything. */
    private static final Map<String, Set<String>> MAY_SEE = Map.ofEntries(
            Map.entry("model", Set.of()),
            Map.entry("policy", Set.of("model")),
            Map.entry("journal", Set.of("model")),
            Map.entry("webhook", Set.of("model")),
            Map.entry("stack", Set.of("model")),
            Map.entry("update", Set.of("model", "stack")),
            Map.entry("scaler", Set.of("model", "policy", "journal", "update")),
            Map.entry("http", Set.of("model", "webhook", "journal", "scaler")),
            Map.entry("notice", Set.of("model", "journal")),
            Map.entry("simulate", Set.of("model", "policy", "journal", "update", "scaler")),
            Map.entry("metrics", Set.of("model", "journal", "scaler", "http", "notice")),
            Map.entry("doctor", Set.of("model", "stack", "update", "journal")),
            Map.entry("cli", Set.of()),
            Map.entry("client", Set.of("model")),
            Map.entry("demo", Set.of("model", "local")),
            Map.entry("local", Set.of("model")));

    @Test
    void everyPackageHasItsRule() {
        Set<String> packages = PRODUCTION.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !name.equals(ROOT))
                .map(name -> name.substring(ROOT.length() + 1).split("\\.", 2)[0]) // those within are its own affair
                .collect(Collectors.toSet());
        assertThat(packages).isEqualTo(MAY_SEE.keySet());
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageSeesNoMoreOfOursThanItNeeds(String name) {
        String[] hidden = Stream.concat(Stream.of(ROOT), others(name).map(ArchitectureTest::in))
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(in(name))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(hidden)
                .check(PRODUCTION);
    }

    static Stream<String> packages() {
        return MAY_SEE.keySet().stream().sorted();
    }

    @Test
    void thereAreNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(PRODUCTION);
    }

    @Test
    void theModelNeedsJavaOnly() {
        classes()
                .that()
                .resideInAPackage(in("model"))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", in("model"), "org.jspecify.."))
                .check(PRODUCTION);
    }

    @Test
    void thePolicyNeedsNothingElseButCron() {
        classes()
                .that()
                .resideInAPackage(in("policy"))
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java..", in("model"), in("policy"), "com.cronutils..", "org.jspecify.."))
                .check(PRODUCTION);
    }

    @Test
    void thePolicyHasNoClockNoInputAndNoOutput() {
        noClasses()
                .that()
                .resideInAPackage(in("policy"))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.nio..", "java.net..", "java.sql..", "java.util.logging..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(System.class, Thread.class)
                .check(PRODUCTION);
    }

    @ParameterizedTest
    @CsvSource({
        "update, com.pulumi.automation..",
        "local, pulumirpc..",
        "journal, java.sql..",
        "cli, picocli..",
        "metrics, io.prometheus..",
        "webhook.sns, software.amazon..",
        "webhook.sns, org.apache.hc.."
    })
    void aForeignInterfaceHasOneUser(String user, String foreign) {
        noClasses()
                .that()
                .resideOutsideOfPackage(in(user))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(foreign)
                .check(PRODUCTION);
    }

    @Test
    void onlyTheDemonstrationAndTheRootKnowTheEmbeddedCloud() {
        noClasses()
                .that()
                .resideOutsideOfPackages(in("demo"), in("local"), ROOT)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(in("local"))
                .check(PRODUCTION);
    }

    @Test
    void adaptersReachNoNetworkAndKnowNobodyWhoDoes() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".webhook")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(in("webhook.sns"), "java.net..")
                .check(PRODUCTION);
    }

    @Test
    void whatTheScalersDeploymentIsMadeOfKnowsNothingOfTheRestOfTheProgram() {
        noClasses()
                .that()
                .resideInAPackage(in("stack.scaler"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".stack")
                .check(PRODUCTION);
    }

    @Test
    void aNameSaysWhatAClassIs() {
        noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?)").check(PRODUCTION);
    }

    private static Stream<String> others(String name) {
        return MAY_SEE.keySet().stream()
                .filter(other -> !other.equals(name)
                        && !MAY_SEE.getOrDefault(name, Set.of()).contains(other));
    }

    private static String in(String name) {
        return ROOT + "." + name + "..";
    }
}
