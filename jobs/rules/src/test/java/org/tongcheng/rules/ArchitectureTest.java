package org.tongcheng.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.UUID;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;

/** The rules about imports that give every room its reason. */
@AnalyzeClasses(packages = "org.tongcheng", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule domainIsPlainJava = classes()
            .that()
            .resideInAPackage("org.tongcheng.domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "org.tongcheng.domain..")
            .because("a business rule must run anywhere and give the same answer");

    @ArchTest
    static final ArchRule wireKnowsTheDomainAndJacksonOnly = classes()
            .that()
            .resideInAPackage("org.tongcheng.wire..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "com.fasterxml.jackson.core..",
                    "org.tongcheng.domain..",
                    "org.tongcheng.wire..");

    @ArchTest
    static final ArchRule referenceKnowsNoFramework = noClasses()
            .that()
            .resideInAPackage("org.tongcheng.reference..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.flink..", "org.apache.kafka..", "com.influxdb..");

    @ArchTest
    static final ArchRule noJobImportsAnother = slices().matching("org.tongcheng.(*)..")
            .namingSlices("$1")
            .as("transit, air, water, region, delivery and archive")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(com.tngtech.archunit.base.DescribedPredicate.not(Rooms.JOB), Rooms.ANY)
            .ignoreDependency(Rooms.JOB, com.tngtech.archunit.base.DescribedPredicate.not(Rooms.JOB));

    @ArchTest
    static final ArchRule plumbingKnowsNoJobAndNoRegistry = noClasses()
            .that()
            .resideInAPackage("org.tongcheng.plumbing..")
            .should()
            .dependOnClassesThat(Rooms.JOB)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("org.tongcheng.reference..", "org.tongcheng.local..");

    @ArchTest
    static final ArchRule onlyMainsAskForTheEnvironment = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Job")
            .should()
            .callMethod(StreamExecutionEnvironment.class, "getExecutionEnvironment");

    @ArchTest
    static final ArchRule nobodySleepsInAJob = noClasses()
            .that()
            .resideOutsideOfPackage("org.tongcheng.local..")
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .because("time is the records', the timer service's, or a Clock passed in");

    @ArchTest
    static final ArchRule whatFallsToKryoIsNoField = noFields()
            .that()
            .areDeclaredInClassesThat()
            .areRecords()
            .and()
            .areDeclaredInClassesThat()
            .resideInAnyPackage("org.tongcheng.domain.feed..", "org.tongcheng.domain.result..")
            .should()
            .haveRawType(Duration.class)
            .orShould()
            .haveRawType(LocalDate.class)
            .orShould()
            .haveRawType(ZonedDateTime.class)
            .orShould()
            .haveRawType(UUID.class)
            .orShould()
            .haveRawType(Optional.class);

    @ArchTest
    static final ArchRule operatorsLiveInTheirRoom = classes()
            .that()
            .areAssignableTo(AbstractStreamOperator.class)
            .should()
            .resideInAnyPackage("org.tongcheng.*.operator..", "org.tongcheng.plumbing..");
}
