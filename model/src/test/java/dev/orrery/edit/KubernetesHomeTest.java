package dev.orrery.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.topology.Service;
import org.junit.jupiter.api.Test;

final class KubernetesHomeTest {
    private static final String CLUSTER = """
            # the shop
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: web
              namespace: shop
              labels: {app.kubernetes.io/part-of: front}   # what people see
            spec:
              template:
                metadata: {labels: {app: web}}
                spec:
                  containers:
                    - name: web
                      image: shop/web
                      env: [{name: CART_URL, value: "http://cart:8080"}]
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: cart
              namespace: shop
              annotations:
                example.com/team: team-cart   # on call
            spec:
              template:
                metadata: {labels: {app: cart}}
                spec: {containers: [{name: cart, image: shop/cart}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: cart, namespace: shop}
            spec: {selector: {app: cart}}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: shop}
            spec: {selector: {app: web}}
            """;

    private final Edited cluster = Edited.files("k8s.yaml", CLUSTER);

    @Test
    void anOwnerStandsWhereTheReaderLooksForIt() {
        cluster.gives("""
                -    example.com/team: team-cart   # on call
                +    example.com/team: team-shop   # on call
                """, new TopologyEdit.SetOwner("shop/cart", "team-shop"));
        cluster.gives("+  annotations:\n+    owner: team-web\n", new TopologyEdit.SetOwner("shop/web", "team-web"));
        cluster.gives("""
                -  annotations:
                -    example.com/team: team-cart   # on call
                """, new TopologyEdit.SetOwner("shop/cart", null));
    }

    @Test
    void whatAServiceIsPartOfIsALabelAndOtherBoundariesAreOverlays() {
        cluster.gives(
                "+  labels:\n+    app.kubernetes.io/part-of: front\n",
                new TopologyEdit.MoveService("shop/cart", "shop/front"));
        Edited edited = cluster.after(
                new TopologyEdit.AddBoundary("carts", null, "bounded-context", "shop"),
                new TopologyEdit.MoveService("shop/cart", "carts"));
        assertThat(edited.text("k8s.yaml")).isEqualTo(CLUSTER);
        assertThat(edited.loaded().topology().service("shop/cart").map(Service::boundary))
                .contains("carts");
    }

    @Test
    void aServiceGoesWithItsDocumentsAndTheOthersStayToTheByte() {
        Edited edited = cluster.after(new TopologyEdit.DeleteService("shop/cart"));
        int from = CLUSTER.indexOf("---\napiVersion: apps/v1");
        int to = CLUSTER.lastIndexOf("---\n");
        assertThat(edited.text("k8s.yaml")).isEqualTo(CLUSTER.substring(0, from) + CLUSTER.substring(to));
        assertThat(edited.loaded().topology().services())
                .extracting(Service::id)
                .containsExactly("shop/web");
    }

    @Test
    void aSystemGoesWithTheLastThatIsPartOfIt() {
        Edited edited = cluster.after(new TopologyEdit.MoveService("shop/web", "shop"));
        assertThat(edited.text("k8s.yaml"))
                .isEqualTo(CLUSTER.replace("  labels: {app.kubernetes.io/part-of: front}   # what people see\n", ""));
        assertThat(edited.loaded().topology().boundary("shop/front")).isEmpty();
    }

    @Test
    void aNameStaysAndWhatIsConcludedFromAnAddressToo() {
        cluster.refuses("no-home", new TopologyEdit.RenameService("shop/cart", "shop/basket"));
        cluster.refuses("no-home", new TopologyEdit.Disconnect("shop/web", "shop/cart"));
    }
}
