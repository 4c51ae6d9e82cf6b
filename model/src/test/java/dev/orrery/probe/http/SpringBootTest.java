package dev.orrery.probe.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.health.CheckId;
import dev.orrery.health.ComponentHealth;
import dev.orrery.health.Health;
import dev.orrery.health.Observation;
import dev.orrery.health.ReportedHealth;
import dev.orrery.health.Verdict;
import dev.orrery.importer.Texts;
import dev.orrery.probe.Origin;
import dev.orrery.probe.ProbeTarget;
import dev.orrery.probe.Trust;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.net.InetAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/// A real Spring Boot application with Actuator, started here and made worse.
class SpringBootTest {
    @TempDir
    private static Path folder;

    private static volatile Status payments = Status.UP;
    private static volatile String database = "";
    private static ConfigurableApplicationContext application;
    private static String url = "";

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Orders {
        @Bean
        HealthIndicator paymentsHealthIndicator() {
            return () -> org.springframework.boot.health.contributor.Health.status(payments)
                    .withDetail("provider", "acme")
                    .build();
        }

        /// As Actuator's own for a data source does, on a real database.
        @Bean
        HealthIndicator ordersDbHealthIndicator() {
            return () -> {
                try (Connection connection = DriverManager.getConnection(database)) {
                    return org.springframework.boot.health.contributor.Health.up()
                            .withDetail("database", connection.getMetaData().getDatabaseProductName())
                            .build();
                } catch (SQLException e) {
                    return org.springframework.boot.health.contributor.Health.down(e)
                            .build();
                }
            };
        }
    }

    @BeforeAll
    static void start() {
        // It would take the log of this whole process over.
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        SpringApplication program = new SpringApplication(Orders.class);
        program.setRegisterShutdownHook(false);
        program.setDefaultProperties(Map.of(
                "server.address", "127.0.0.1",
                "server.port", "0",
                "server.tomcat.basedir", folder.resolve("tomcat").toString(),
                "spring.main.banner-mode", "off",
                "management.endpoint.health.show-details", "always",
                "management.endpoint.health.probes.enabled", "true"));
        application = program.run();
        url = "http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port") + "/actuator/health";
    }

    @AfterAll
    static void stop() {
        application.close();
        System.clearProperty(LoggingSystem.SYSTEM_PROPERTY);
    }

    @BeforeEach
    void allIsWell() {
        payments = Status.UP;
        database = "jdbc:sqlite:" + folder.resolve("orders.db");
        AvailabilityChangeEvent.publish(application, LivenessState.CORRECT);
        AvailabilityChangeEvent.publish(application, ReadinessState.ACCEPTING_TRAFFIC);
    }

    @Test
    void itIsUpWithAllItsParts() {
        Observation answer = ask("");

        assertThat(answer.verdict()).isEqualTo(Verdict.PASS);
        assertThat(answer.format()).isEqualTo("spring-boot");
        assertThat(answer.httpStatus()).isEqualTo(200);
        assertThat(parts(answer))
                .containsEntry("payments", Health.UP)
                .containsEntry("ordersDb", Health.UP)
                .containsEntry("diskSpace", Health.UP)
                .containsEntry("livenessState", Health.UP);
    }

    @Test
    void aPartThatIsDownOrOutOfServiceTakesTheWholeAlong() {
        payments = Status.DOWN;
        Observation down = ask("");
        assertThat(down.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(down.httpStatus()).isEqualTo(503);
        assertThat(down.reason().code()).isEqualTo("body-down");
        assertThat(parts(down)).containsEntry("payments", Health.DOWN).containsEntry("ordersDb", Health.UP);

        payments = Status.OUT_OF_SERVICE;
        Observation out = ask("");
        assertThat(out.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(out.httpStatus()).isEqualTo(503);
        assertThat(parts(out)).containsEntry("payments", Health.DOWN);
    }

    @Test
    void aPartWithAWordOfItsOwnIsAWarningThoughTheWholeSaysUp() {
        payments = new Status("ON_FIRE");

        Observation answer = ask("");

        assertThat(answer.httpStatus()).isEqualTo(200);
        assertThat(answer.body()).contains("ON_FIRE").contains("\"status\":\"UP\"");
        assertThat(answer.verdict()).isEqualTo(Verdict.WARN);
        assertThat(answer.reason().text()).contains("payments");
    }

    @Test
    void aPartThatIsUnknownChangesNothing() {
        payments = Status.UNKNOWN;

        assertThat(ask("").verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void livenessAndReadinessAreAnswersOfTheirOwn() {
        assertThat(ask("/liveness").verdict()).isEqualTo(Verdict.PASS);
        assertThat(ask("/readiness").verdict()).isEqualTo(Verdict.PASS);

        AvailabilityChangeEvent.publish(application, ReadinessState.REFUSING_TRAFFIC);
        Observation refusing = ask("/readiness");
        assertThat(refusing.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(refusing.httpStatus()).isEqualTo(503);
        assertThat(refusing.body())
                .as("a group for a container's probes tells nothing of its parts")
                .isEqualTo("{\"status\":\"OUT_OF_SERVICE\"}");
        assertThat(ask("/liveness").verdict()).isEqualTo(Verdict.PASS);

        AvailabilityChangeEvent.publish(application, LivenessState.BROKEN);
        assertThat(ask("/liveness").verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void aGroupThatThereIsNotIsACheckThatIsNotSetUpRight() {
        Observation answer = ask("/nobody");

        assertThat(answer.verdict()).isEqualTo(Verdict.NONE);
        assertThat(answer.reason().code()).isEqualTo("not-found");
    }

    @Test
    void whatItSaysOfItsDatabaseIsReportedOfThatDependency() {
        database = "jdbc:sqlite:" + folder.resolve("nowhere").resolve("orders.db");
        Topology topology = Texts.named("t.yaml", """
                topology: Shop
                services:
                  orders: {depends_on: [orders-db, payments]}
                  orders-db: {kind: database}
                  payments: {}
                """).read().topology();

        List<ReportedHealth> reported = ReportedHealth.of(topology, "orders", ask("").components());

        assertThat(reported)
                .extracting(said -> said.to() + " " + said.health())
                .containsExactly("orders-db DOWN", "payments UP");
        assertThat(Objects.requireNonNull(reported.getFirst().detail())).contains("SQLite");
    }

    private static Map<String, Health> parts(Observation answer) {
        return answer.components().stream().collect(Collectors.toMap(ComponentHealth::name, ComponentHealth::health));
    }

    private static Observation ask(String path) {
        String asked = url + path;
        Trust trust = Trust.of(List.of(Origin.of(asked).orElseThrow()));
        HealthCheck check = new HealthCheck(
                asked, Duration.ofSeconds(15), Duration.ofSeconds(5), null, SourceLocation.startOf("shop.yaml"));
        return new HttpProbe(
                        () -> trust,
                        host -> List.of(InetAddress.getByName(host)),
                        InstantSource.system(),
                        "Orrery/test")
                .ask(new ProbeTarget(new CheckId("orders", 0), check));
    }
}
