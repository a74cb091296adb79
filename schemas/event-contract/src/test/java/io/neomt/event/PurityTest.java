package io.neomt.event;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Events and codec are pure by default; the registry's package alone is listed as plumbing. */
class PurityTest {

    private static final String PLUMBING = "io.neomt.event.registry..";
    private static final String GENERATED = "io.neomt.event.avro..";

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.neomt.event");

    @Test
    void onlyTheRegistryDoesInputAndOutput() {
        noClasses()
                .that()
                .resideOutsideOfPackages(PLUMBING, GENERATED)
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "java.net..",
                                "java.nio.file..",
                                "java.nio.channels..",
                                "java.sql..",
                                "javax..",
                                "org.slf4j..",
                                "com.fasterxml.jackson..",
                                "org.apache.kafka..",
                                "org.springframework..")
                        .or(resideInAPackage("java.io").and(simpleNameStartingWith("File"))))
                .check(classes);
    }

    @Test
    void nothingDependsOnTheRegistry() {
        noClasses()
                .that()
                .resideOutsideOfPackage(PLUMBING)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(PLUMBING)
                .check(classes);
    }

    @Test
    void eventsKnowNothingOfAvro() {
        noClasses()
                .that()
                .resideInAPackage("io.neomt.event")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.neomt.event.codec..", GENERATED, "org.apache.avro..")
                .check(classes);
    }

    @Test
    void avroClassesStayBehindTheCodec() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.neomt.event.codec..", GENERATED)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(GENERATED)
                .check(classes);
    }

    @Test
    void nothingReadsTheClockOrRollsDice() {
        noClasses()
                .that()
                .resideOutsideOfPackage(GENERATED)
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .check(classes);
    }

    @Test
    void thePackagesThatTheRulesNameExist() {
        for (String name :
                new String[] {"io.neomt.event.registry", GENERATED.replace("..", ""), "io.neomt.event.codec"}) {
            assertThat(classes.that(resideInAPackage(name))).as(name).isNotEmpty();
        }
    }
}
