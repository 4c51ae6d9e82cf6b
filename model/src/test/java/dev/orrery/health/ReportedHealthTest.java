package dev.orrery.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.topology.Certainty;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportedHealthTest {
    private static final SourceLocation HERE = new SourceLocation("test.yaml", 1, 1);

    private final List<Service> services = new ArrayList<>(List.of(service("orders", Set.of(), null)));
    private final List<Dependency> dependencies = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders-db",
                "ordersDb",
                "ORDERS_DB",
                "orders-db:responseTime",
                "orders-db(alias=main)",
                "service:orders-db",
                "Orders Database",
                "pg.internal",
                "pg.internal:5432",
                "jdbc://pg.internal:5432/orders",
                "tcp://db7.example:5432",
            })
    void aPartNamesADependencyByIdNameAliasOrHost(String part) {
        needs("orders-db", Set.of("pg.internal", "Orders Database"), "tcp://db7.example:5432");
        needs("mail", Set.of(), null);

        assertThat(reported(part(part, Health.DOWN)))
                .containsExactly(new ReportedHealth("orders", "orders-db", part, Health.DOWN, "refused"));
    }

    @Test
    void aNameThatFitsTwoDependenciesFitsNone() {
        needs("shop/db", Set.of(), null);
        needs("mail/db", Set.of(), null);
        needs("redis-a", Set.of("redis"), null);
        needs("redis-b", Set.of("redis"), null);

        assertThat(reported(part("db", Health.DOWN), part("redis", Health.DOWN)))
                .isEmpty();
        assertThat(reported(part("shop/db", Health.DOWN)))
                .extracting(ReportedHealth::to)
                .containsExactly("shop/db");
    }

    @Test
    void onlyWhatTheServiceItselfNeedsIsNamed() {
        services.add(service("stranger", Set.of(), null));

        assertThat(reported(part("stranger", Health.DOWN))).isEmpty();
    }

    @Test
    void thisComputersOwnNameIsNobodys() {
        needs("users", Set.of(), "http://localhost:8081/health");
        needs("mail", Set.of(), "http://127.0.0.1:8082/health");

        assertThat(reported(part("localhost", Health.DOWN), part("127.0.0.1", Health.DOWN)))
                .isEmpty();
    }

    @Test
    void partsOfTheApplicationItselfAreNoDependencies() {
        needs("ping", Set.of(), null);

        assertThat(reported(part("ping", Health.DOWN))).isEmpty();
    }

    @Test
    void innerPartsAreFoundAndTheWorstOfSeveralCounts() {
        needs("redis", Set.of(), null);
        needs("kafka", Set.of(), null);
        ComponentHealth inner = new ComponentHealth(
                "caches", Health.UP, null, List.of(part("redis", Health.UP), part("redis:latency", Health.DEGRADED)));

        assertThat(reported(inner, part("kafka", Health.UP)))
                .containsExactly(
                        new ReportedHealth("orders", "kafka", "kafka", Health.UP, "refused"),
                        new ReportedHealth("orders", "redis", "caches/redis:latency", Health.DEGRADED, "refused"));
    }

    @Test
    void aTargetThatNothingDefinesIsFoundByItsId() {
        dependencies.add(needed("legacy-crm", true));

        assertThat(reported(part("legacyCrm", Health.DOWN)))
                .extracting(ReportedHealth::to)
                .containsExactly("legacy-crm");
    }

    @Test
    void nothingIsReportedBeforeAnAnswer() {
        needs("db", Set.of(), null);
        Topology topology = topology();

        assertThat(ReportedHealth.of(topology, ServiceHealth.unasked(services.getFirst(), 0)))
                .isEmpty();
    }

    private List<ReportedHealth> reported(ComponentHealth... components) {
        return ReportedHealth.of(topology(), "orders", List.of(components));
    }

    private Topology topology() {
        services.sort(Comparator.comparing(Service::id));
        dependencies.sort(Comparator.naturalOrder());
        return new Topology("T", services, dependencies, List.of());
    }

    private void needs(String id, Set<String> aliases, @Nullable String url) {
        services.add(service(id, aliases, url));
        dependencies.add(needed(id, false));
    }

    private static Dependency needed(String to, boolean dangling) {
        List<Evidence> evidence = List.of(new Evidence(Certainty.DECLARED, "test.needs", HERE));
        return new Dependency("orders", to, DependencyKind.SYNC, true, null, null, evidence, dangling);
    }

    private static ComponentHealth part(String name, Health health) {
        return new ComponentHealth(name, health, "refused", List.of());
    }

    private static Service service(String id, Set<String> aliases, @Nullable String url) {
        List<HealthCheck> checks = url == null
                ? List.of()
                : List.of(new HealthCheck(url, HealthCheck.DEFAULT_INTERVAL, HealthCheck.DEFAULT_TIMEOUT, null, HERE));
        return Service.builder(id, HERE)
                .kind(ServiceKind.SERVICE)
                .aliases(aliases)
                .healthChecks(checks)
                .build();
    }
}
