package dev.orrery;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import dev.orrery.topology.Topology;
import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The borders of `docs/architecture.md`.
class ModelArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importUrl(Topology.class.getProtectionDomain().getCodeSource().getLocation());

    /// Each may use only those before it; those on one line are independent of each other. Some are still to come.
    private static final List<List<String>> ROWS = List.of(
            List.of("text", "json", "xml"),
            List.of("topology"),
            List.of("problem"),
            List.of("descriptor"),
            List.of("importer"),
            List.of("edit"),
            List.of("graph"),
            List.of("comparison"),
            List.of("suggestion"),
            List.of("layout"),
            List.of("health"),
            List.of("query"),
            List.of("inspection"),
            List.of("scenario"),
            List.of("probe"),
            List.of("history"),
            List.of("diagram"),
            List.of("guide"),
            List.of("export"),
            List.of("session"),
            List.of("revision"),
            List.of("simulation"),
            List.of("persistence"));

    static Stream<String> packages() {
        return ROWS.stream().flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageUsesOnlyThoseAboveIt(String name) {
        int row = 0;
        while (!ROWS.get(row).contains(name)) {
            row++;
        }
        String[] below = ROWS.subList(row, ROWS.size()).stream()
                .flatMap(List::stream)
                .filter(other -> !other.equals(name))
                .map(other -> "dev.orrery." + other + "..")
                .toArray(String[]::new);
        if (below.length > 0) {
            check(noClasses()
                    .that()
                    .resideInAPackage("dev.orrery." + name + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(below));
        }
    }

    @Test
    void everyPackageHasItsRow() {
        assertThat(CLASSES.stream()
                        .map(type -> type.getPackageName())
                        .filter(name -> name.startsWith("dev.orrery."))
                        .map(name -> name.split("\\.")[2])
                        .distinct())
                .isSubsetOf(packages().toList());
    }

    @ParameterizedTest
    @CsvSource({
        "org.eclipse.., layout.elk..",
        "okhttp3.., probe.http..|probe.grpc..|probe.prometheus..",
        "org.jgrapht.., graph..",
        "org.snakeyaml.., descriptor..",
        "tools.jackson.., json..",
        "com.fasterxml.., json..",
        "javax.xml.., xml..",
        "org.xml.., xml..",
        "org.w3c.., xml..",
        "com.structurizr.., importer.structurizr..",
        "org.apache.hc.., importer.structurizr..",
        "org.apache.fontbox.., layout..",
        "org.sqlite.., history..",
        "java.sql.., history.."
    })
    void aThirdPartyStaysAtHome(String thirdParty, String home) {
        String[] homes =
                Stream.of(home.split("\\|")).map(name -> "dev.orrery." + name).toArray(String[]::new);
        check(noClasses()
                .that()
                .resideOutsideOfPackages(homes)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(thirdParty));
    }

    /// Opening a file sends nothing, runs nothing, reads no environment and no file but through the loader.
    @Test
    void openingReachesNobody() {
        check(noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.orrery.descriptor..", "dev.orrery.importer..", "dev.orrery.json..", "dev.orrery.xml..")
                .should()
                .dependOnClassesThat(resideInAPackage("java.net..")
                        .and(not(equivalentTo(URI.class)))
                        .and(not(equivalentTo(URISyntaxException.class))))
                .orShould()
                .dependOnClassesThat(resideInAPackage("java.nio.channels.."))
                .orShould()
                .dependOnClassesThat(equivalentTo(ProcessBuilder.class).or(equivalentTo(Runtime.class)))
                .orShould()
                .callMethodWhere(target(owner(equivalentTo(System.class))).and(target(name("getenv")))));
        check(noClasses()
                .that()
                .resideInAnyPackage("dev.orrery.descriptor..", "dev.orrery.importer.*..")
                .should()
                .dependOnClassesThat(equivalentTo(Files.class).or(equivalentTo(File.class))));
    }

    /// Nor does reading what a repository knows, save that its files are its own.
    @Test
    void aRepositoryRunsNothingAndReachesNobody() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.orrery.revision..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.net..")
                .orShould()
                .dependOnClassesThat(equivalentTo(ProcessBuilder.class).or(equivalentTo(Runtime.class)))
                .orShould()
                .callMethodWhere(target(owner(equivalentTo(System.class))).and(target(name("getenv")))));
    }

    @Test
    void theModelKnowsOfNoWindow() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "java.awt..", "javax.swing..", "java.desktop.."));
    }

    @Test
    void nobodyWritesToTheStandardStreams() {
        check(GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS);
    }

    @Test
    void loggingGoesThroughTheSystemLogger() {
        check(GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING);
    }

    @Test
    void packagesFormNoCycle() {
        check(slices().matching("dev.orrery.(*)..").should().beFreeOfCycles());
    }

    private static void check(ArchRule rule) {
        // A package may still be missing; a rule about it then holds.
        rule.allowEmptyShould(true).check(CLASSES);
    }
}
