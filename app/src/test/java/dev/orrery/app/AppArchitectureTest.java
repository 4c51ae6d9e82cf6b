package dev.orrery.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.orrery.app.runtime.Probing;
import org.junit.jupiter.api.Test;

/// The borders inside the app. Each rule says what would be lost without it.
class AppArchitectureTest {
    /// What was compiled together with `Main`: the program without its tests.
    private static final JavaClasses APP = new ClassFileImporter()
            .importUrl(Main.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void theCommandLineKnowsNoJavaFx() {
        noClasses()
                .that()
                .resideInAPackage("dev.orrery.app.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "com.sun.javafx..", "java.awt..")
                .because("commands start fast and work without a display")
                .check(APP);
    }

    @Test
    void theCommandLineKnowsNoPartOfTheWindow() {
        DescribedPredicate<JavaClass> window = resideInAnyPackage(
                        "dev.orrery.app",
                        "dev.orrery.app.runtime..",
                        "dev.orrery.app.shell..",
                        "dev.orrery.app.canvas..",
                        "dev.orrery.app.inspect..",
                        "dev.orrery.app.outline..",
                        "dev.orrery.app.findings..",
                        "dev.orrery.app.action..",
                        "dev.orrery.app.attention..",
                        "dev.orrery.app.parts..",
                        "dev.orrery.app.theme..",
                        "dev.orrery.app.settings..")
                .and(not(belongTo(equivalentTo(Probing.class))));
        noClasses()
                .that()
                .resideInAPackage("dev.orrery.app.cli..")
                .should()
                .dependOnClassesThat(window)
                .because("it reaches the window through WindowLauncher and PictureWriter alone; both ask by the same"
                        + " probes")
                .check(APP);
    }

    @Test
    void onlyTheRuntimeNamesPlatform() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.orrery.app.runtime..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javafx.application.Platform")
                .because("one place decides what runs on which thread")
                .check(APP);
    }

    @Test
    void onlyTheThemeNamesColour() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.orrery.app.theme..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javafx.scene.paint.Color")
                .because("every colour has a name, and both themes know it")
                .check(APP);
    }

    @Test
    void onlyDemoAndSimulateKnowThatAFleetCanBeSimulated() {
        noClasses()
                .that()
                .haveNameNotMatching("dev\\.orrery\\.app\\.cli\\.(DemoCommand|ToldDemo|SimulateCommand)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.orrery.simulation..")
                .because("the window and probe are to see a fleet as they see any system, through HTTP")
                .check(APP);
    }

    @Test
    void nobodyWritesToTheStandardStreams() {
        noClasses()
                .that()
                .haveNameNotMatching(
                        "dev\\.orrery\\.app\\.(bench\\.EmptyWindow|bench\\.AnsweringServer|bench\\.FramesWindow|bench\\.OpeningWindow|Window).*")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                // What a benchmark starts says there that it is ready, to the process that measures it.
                .because("standard output carries the answer alone, in UTF-8, through writers that Main makes")
                .check(APP);
    }

    @Test
    void packagesDoNotNeedEachOtherInCircles() {
        slices().matching("dev.orrery.app.(*)..").should().beFreeOfCycles().check(APP);
    }
}
