package dev.orrery.importer.kubernetes;

import static dev.orrery.importer.kubernetes.Told.codes;
import static dev.orrery.importer.kubernetes.Told.dependencies;
import static dev.orrery.importer.kubernetes.Told.deployment;
import static dev.orrery.importer.kubernetes.Told.ids;
import static dev.orrery.importer.kubernetes.Told.read;
import static dev.orrery.importer.kubernetes.Told.service;
import static dev.orrery.importer.kubernetes.Told.urls;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.importer.Loaded;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import org.junit.jupiter.api.Test;

/// Routes, policies, and where a probe is reached.
class DoorsTest {
    private static final String PROBE =
            "ports: [{name: http, containerPort: 8080}], readinessProbe: {httpGet: {path: /ready, port: http}, periodSeconds: 7, timeoutSeconds: 2}";
    private static final String WEB = deployment("web", "x", PROBE) + "---\n";

    @Test
    void anIngressIsAGatewayThatNeedsItsBackends() {
        Loaded loaded = read(deployment("web", "x", "") + "---\n" + deployment("api", "x", "") + "---\n"
                + service("web", "x") + "---\n" + service("api", "x") + """
                ---
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata: {name: web, namespace: x}
                spec:
                  ingressClassName: nginx
                  defaultBackend: {service: {name: web, port: {number: 80}}}
                  rules: [{http: {paths: [{path: /api, backend: {service: {name: api, port: {number: 80}}}}]}}]
                ---
                apiVersion: extensions/v1beta1
                kind: Ingress
                metadata: {name: old, namespace: x}
                spec: {backend: {serviceName: web, servicePort: 80}}
                """);
        assertThat(dependencies(loaded))
                .containsExactly(
                        "x/old -> x/web declared kubernetes.ingress",
                        "x/web:ingress -> x/api declared kubernetes.ingress",
                        "x/web:ingress -> x/web declared kubernetes.ingress");
        Service ingress = loaded.topology().service("x/web:ingress").orElseThrow();
        assertThat(ingress.kind()).isEqualTo(ServiceKind.GATEWAY);
        assertThat(ingress.technology()).isEqualTo("nginx");
    }

    @Test
    void routesOfTheGatewayApiAndOfIstioLeadFromTheirGateways() {
        Loaded loaded = read(deployment("web", "x", "") + "---\n" + service("web", "x") + """
                ---
                {apiVersion: gateway.networking.k8s.io/v1, kind: Gateway, metadata: {name: edge, namespace: infra}, spec: {gatewayClassName: envoy}}
                ---
                apiVersion: gateway.networking.k8s.io/v1
                kind: HTTPRoute
                metadata: {name: r, namespace: x}
                spec:
                  parentRefs: [{name: edge, namespace: infra}, {kind: Service, name: web}]
                  rules: [{backendRefs: [{name: web, port: 80}, {kind: Bucket, name: web}]}]
                ---
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: v, namespace: x}
                spec:
                  hosts: ["*"]
                  gateways: [mesh, infra/entry]
                  http: [{route: [{destination: {host: web.x.svc.cluster.local}}, {destination: {host: gone}}]}]
                ---
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: inside, namespace: x}
                spec: {hosts: [web], http: [{route: [{destination: {host: web}}]}]}
                """);
        assertThat(ids(loaded)).containsExactly("infra/edge", "infra/entry", "x/web");
        assertThat(dependencies(loaded))
                .containsExactly(
                        "infra/edge -> x/web declared kubernetes.route",
                        "infra/entry -> x/gone declared kubernetes.route",
                        "infra/entry -> x/web declared kubernetes.route");
    }

    @Test
    void sharesOfTrafficAreReleasesOfTheWorkloadsBehind() {
        String two = deployment("web-2", "x", "").replace("{app: web-2}", "{app: web, version: b}");
        String one = deployment("web-1", "x", "").replace("{app: web-1}", "{app: web, version: a}");
        Loaded loaded = read(one + "---\n" + two + "---\n" + service("web", "x") + """
                ---
                apiVersion: networking.istio.io/v1
                kind: DestinationRule
                metadata: {name: d, namespace: x}
                spec: {host: web, subsets: [{name: stable, labels: {version: a}}, {name: canary, labels: {version: b}}]}
                ---
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: v, namespace: x}
                spec:
                  hosts: [web]
                  http:
                  - route:
                    - {destination: {host: web, subset: stable}, weight: 90}
                    - {destination: {host: web, subset: canary}, weight: 10}
                """);
        assertThat(loaded.topology().services())
                .extracting(service ->
                        service.id() + " " + service.releases().getFirst().version() + " "
                                + service.releases().getFirst().weight())
                .containsExactly("x/web-1 stable 90", "x/web-2 canary 10");
    }

    @Test
    void policiesAllowFromAndTo() {
        Loaded loaded = read(deployment("a", "x", "") + "---\n" + deployment("b", "x", "") + "---\n"
                + deployment("c", "y", "") + """
                ---
                {apiVersion: v1, kind: Namespace, metadata: {name: y, labels: {team: red}}}
                ---
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: p, namespace: x}
                spec:
                  podSelector: {matchExpressions: [{key: app, operator: In, values: [a]}]}
                  ingress:
                  - from:
                    - podSelector: {matchExpressions: [{key: app, operator: NotIn, values: [a]}]}
                    - ipBlock: {cidr: 10.0.0.0/8}
                  - {}
                  egress: [{to: [{namespaceSelector: {matchLabels: {team: red}}}]}]
                """);
        assertThat(dependencies(loaded))
                .containsExactly(
                        "x/a -> y/c allowed kubernetes.networkpolicy", "x/b -> x/a allowed kubernetes.networkpolicy");
    }

    @Test
    void aPolicyForAllOfAHugeNamespaceIsReportedAndNotDrawn() {
        StringBuilder text = new StringBuilder("""
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: p, namespace: x}
                spec: {podSelector: {}, ingress: [{from: [{podSelector: {}}]}]}
                """);
        for (int at = 0; at < 20; at++) {
            text.append("---\n").append(deployment("w" + at, "x", ""));
        }
        Loaded loaded = read(text.toString());
        assertThat(dependencies(loaded)).isEmpty();
        assertThat(codes(loaded)).containsExactly("kubernetes-wide-policy 3:18");
    }

    @Test
    void aNodePortIsAPortOfThisComputer() {
        Loaded loaded = read(WEB + """
                {apiVersion: v1, kind: Service, metadata: {name: s, namespace: x}, spec: {type: NodePort, selector: {app: web}, ports: [{port: 9, targetPort: 1, nodePort: 30001}, {port: 80, targetPort: http, nodePort: 30002}]}}
                """);
        assertThat(urls(loaded, "x/web")).containsExactly("http://localhost:30002/ready 7 2");
        assertThat(loaded.problems()).isEmpty();
    }

    @Test
    void aLoadBalancerIsReachedAtItsAddress() {
        Loaded loaded = read(WEB + """
                {apiVersion: v1, kind: Service, metadata: {name: s, namespace: x}, spec: {type: LoadBalancer, selector: {app: web}, ports: [{port: 80, targetPort: 8080}]}, status: {loadBalancer: {ingress: [{ip: 192.0.2.1}]}}}
                """);
        assertThat(urls(loaded, "x/web")).containsExactly("http://192.0.2.1:80/ready 7 2");
    }

    @Test
    void anIngressReachesAProbeOnlyWhereItsPathLeadsThere() {
        String service = """
                {apiVersion: v1, kind: Service, metadata: {name: web, namespace: x}, spec: {selector: {app: web}, ports: [{name: http, port: 80, targetPort: http}]}}
                """;
        String ingress = """
                ---
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata: {name: i, namespace: x}
                spec:
                  tls: [{hosts: [shop.example]}]
                  rules: [{host: %s, http: {paths: [{path: %s, pathType: Prefix, backend: {service: {name: web, port: {name: http}}}}]}}]
                """;
        assertThat(urls(read(WEB + service + ingress.formatted("shop.example", "/")), "x/web"))
                .containsExactly("https://shop.example/ready 7 2");
        assertThat(urls(read(WEB + service + ingress.formatted("plain.example", "/ready")), "x/web"))
                .containsExactly("http://plain.example/ready 7 2");
        Loaded elsewhere = read(WEB + service + ingress.formatted("shop.example", "/rea"));
        assertThat(urls(elsewhere, "x/web")).isEmpty();
        assertThat(codes(elsewhere)).containsExactly("kubernetes-probe-not-reachable 7:114");
        assertThat(urls(read(WEB + service + ingress.formatted("'*.example'", "/")), "x/web"))
                .isEmpty();
    }
}
