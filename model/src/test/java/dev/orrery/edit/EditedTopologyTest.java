package dev.orrery.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.edit.EditedTopology.Intended;
import dev.orrery.text.Messages;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditedTopologyTest {
    private static final SourceLocation HERE = SourceLocation.startOf("shop.yaml");

    /// web needs cart, cart needs store, ghost is needed and defined nowhere.
    private static final Topology SHOP = new Topology(
            "Shop",
            List.of(
                    service("cart", "inner"),
                    Service.builder("store", HERE)
                            .name("Store")
                            .kind(ServiceKind.DATABASE)
                            .build(),
                    service("web", "outer")),
            List.of(
                    needs("web", "cart", DependencyKind.SYNC, false),
                    needs("cart", "store", DependencyKind.DATA, false),
                    needs("cart", "ghost", DependencyKind.SYNC, true)),
            List.of(boundary("inner", "outer"), boundary("outer", null)));

    @Test
    void aRenamedServiceKeepsAllThatReferToIt() {
        Topology renamed = meant(new TopologyEdit.RenameService("cart", "basket"));

        assertThat(renamed.service("cart")).isEmpty();
        assertThat(renamed.service("basket").orElseThrow().name()).isEqualTo("basket");
        assertThat(pairs(renamed)).containsExactly("basket>ghost", "basket>store", "web>basket");
        assertThat(meant(new TopologyEdit.RenameService("store", "db"))
                        .service("db")
                        .orElseThrow()
                        .name())
                .isEqualTo("Store");
    }

    @Test
    void whatWasMissingIsThereWhenAServiceTakesItsName() {
        Topology renamed = meant(new TopologyEdit.RenameService("web", "ghost"));

        assertThat(renamed.dependencies()).noneMatch(Dependency::dangling);
        assertThat(pairs(renamed)).containsExactly("cart>ghost", "cart>store", "ghost>cart");
        assertThat(meant(new TopologyEdit.AddService("ghost", ServiceKind.WORKER, "inner"))
                        .dependencies())
                .noneMatch(Dependency::dangling);
        assertThat(refused(new TopologyEdit.RenameService("store", "ghost")).code())
                .isEqualTo("name-is-needed");
    }

    @Test
    void aDeletedServiceTakesItsDependenciesAlong() {
        Topology left = meant(new TopologyEdit.DeleteService("cart"));

        assertThat(left.services()).extracting(Service::id).containsExactly("store", "web");
        assertThat(left.dependencies()).isEmpty();
    }

    @Test
    void aDuplicateNeedsTheSameAndNobodyNeedsIt() {
        Topology doubled = meant(new TopologyEdit.DuplicateService("cart", "cart-2"));

        assertThat(pairs(doubled))
                .containsExactly("cart>ghost", "cart>store", "cart-2>ghost", "cart-2>store", "web>cart");
        assertThat(doubled.service("cart-2").orElseThrow().boundary()).isEqualTo("inner");
    }

    @Test
    void aDependencyFollowsTheKindOfItsTargetUnlessItStatesItsOwn() {
        Topology queue = meant(new TopologyEdit.SetKind("store", ServiceKind.QUEUE));
        assertThat(kind(queue, "cart", "store")).isEqualTo(DependencyKind.ASYNC);

        Topology retargeted = meant(new TopologyEdit.Retarget("cart", "store", "web"));
        assertThat(kind(retargeted, "cart", "web")).isEqualTo(DependencyKind.SYNC);

        Topology stated =
                meant(new TopologyEdit.Annotate("cart", "store", DependencyKind.SYNC, false, "tcp", "rows v1"));
        assertThat(stated.dependencies().get(1))
                .returns(DependencyKind.SYNC, Dependency::kind)
                .returns(false, Dependency::required)
                .returns("tcp", Dependency::protocol)
                .returns("rows v1", Dependency::api);
    }

    @Test
    void aDependencyIsDrawnAndTakenAway() {
        Topology more = meant(new TopologyEdit.Connect("web", "store", null));
        assertThat(kind(more, "web", "store")).isEqualTo(DependencyKind.DATA);
        assertThat(pairs(meant(new TopologyEdit.Disconnect("cart", "ghost"))))
                .containsExactly("cart>store", "web>cart");

        assertThat(refused(new TopologyEdit.Connect("web", "cart", null)).code())
                .isEqualTo("dependency-exists");
        assertThat(refused(new TopologyEdit.Connect("web", "web", null)).code()).isEqualTo("needs-itself");
        assertThat(refused(new TopologyEdit.Connect("web", "ghost", null)).code())
                .isEqualTo("unknown-service");
        assertThat(refused(new TopologyEdit.Disconnect("web", "store")).code()).isEqualTo("unknown-dependency");
    }

    @Test
    void whatADissolvedBoundaryHeldBelongsToTheOneAroundIt() {
        Topology flat = meant(new TopologyEdit.DissolveBoundary("inner"));
        assertThat(flat.service("cart").orElseThrow().boundary()).isEqualTo("outer");

        Topology top = meant(new TopologyEdit.DissolveBoundary("outer"));
        assertThat(top.boundary("inner").orElseThrow().within()).isNull();
        assertThat(top.service("web").orElseThrow().boundary()).isNull();
    }

    @Test
    void aBoundaryIsMadeRenamedAndNested() {
        Topology made = meant(new TopologyEdit.AddBoundary("sales", "Sales", "bounded-context", "outer"));
        assertThat(made.boundary("sales").orElseThrow().kind()).isEqualTo("bounded-context");
        assertThat(made.boundary("sales").orElseThrow().isCommunity()).isFalse();

        Topology renamed = meant(new TopologyEdit.RenameBoundary("outer", "all"));
        assertThat(renamed.boundary("inner").orElseThrow().within()).isEqualTo("all");
        assertThat(renamed.service("web").orElseThrow().boundary()).isEqualTo("all");

        assertThat(refused(new TopologyEdit.NestBoundary("outer", "inner")).code())
                .isEqualTo("boundary-in-itself");
        assertThat(refused(new TopologyEdit.NestBoundary("outer", "outer")).code())
                .isEqualTo("boundary-in-itself");
    }

    @Test
    void aServiceIsDescribedAnew() {
        assertThat(meant(new TopologyEdit.SetOwner("web", "team-a"))
                        .service("web")
                        .orElseThrow()
                        .owner())
                .isEqualTo("team-a");
        Topology checked = meant(new TopologyEdit.SetHealthCheck("web", null, "http://localhost:1/health"));
        assertThat(checked.service("web").orElseThrow().healthChecks())
                .extracting(HealthCheck::url)
                .containsExactly("http://localhost:1/health");
        assertThat(refused(new TopologyEdit.SetHealthCheck("web", "http://localhost:2", null))
                        .code())
                .isEqualTo("unknown-check");
    }

    @Test
    void severalEditsStandOnEachOther() {
        Intended intended = EditedTopology.apply(
                SHOP,
                List.of(
                        new TopologyEdit.AddService("mail", ServiceKind.WORKER, null),
                        new TopologyEdit.Connect("web", "mail", DependencyKind.ASYNC),
                        new TopologyEdit.MoveService("mail", "inner")));

        assertThat(intended)
                .isInstanceOfSatisfying(
                        Intended.Meant.class,
                        meant -> assertThat(pairs(meant.topology())).contains("web>mail"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " a", "a ", "a\nb", "a\u0000", "\uFEFFa"})
    void whatIsNoNameIsRefusedInWords(String name) {
        EditRefusal refusal = refused(new TopologyEdit.RenameService("web", name));

        assertThat(refusal.code()).isEqualTo("no-name");
        assertThat(Messages.has("edit.refused." + refusal.code())).isTrue();
        assertThat(refusal.message()).contains("is no name");
    }

    private static Topology meant(TopologyEdit edit) {
        return switch (EditedTopology.apply(SHOP, edit)) {
            case Intended.Meant(Topology topology) -> topology;
            case Intended.Refused(EditRefusal refusal) -> throw new AssertionError(refusal.message());
        };
    }

    private static EditRefusal refused(TopologyEdit edit) {
        return switch (EditedTopology.apply(SHOP, edit)) {
            case Intended.Meant(Topology topology) -> throw new AssertionError(topology);
            case Intended.Refused(EditRefusal refusal) -> refusal;
        };
    }

    private static List<String> pairs(Topology topology) {
        return topology.dependencies().stream()
                .map(dependency -> dependency.from() + ">" + dependency.to())
                .toList();
    }

    private static DependencyKind kind(Topology topology, String from, String to) {
        return topology.dependencies().stream()
                .filter(dependency ->
                        dependency.from().equals(from) && dependency.to().equals(to))
                .findFirst()
                .orElseThrow()
                .kind();
    }

    private static Service service(String id, @Nullable String boundary) {
        return Service.builder(id, HERE).boundary(boundary).build();
    }

    private static Boundary boundary(String id, @Nullable String within) {
        return new Boundary(id, id, "boundary", within, null, HERE);
    }

    private static Dependency needs(String from, String to, DependencyKind kind, boolean dangling) {
        return new Dependency(
                from,
                to,
                kind,
                true,
                null,
                null,
                List.of(new Evidence(Certainty.DECLARED, "native.depends_on", HERE)),
                dangling);
    }
}
