package dev.orrery.importer.kubernetes;

import static dev.orrery.importer.kubernetes.Told.codes;
import static dev.orrery.importer.kubernetes.Told.dependencies;
import static dev.orrery.importer.kubernetes.Told.deployment;
import static dev.orrery.importer.kubernetes.Told.ids;
import static dev.orrery.importer.kubernetes.Told.read;
import static dev.orrery.importer.kubernetes.Told.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.orrery.importer.Loaded;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which documents are manifests, and which services they make.
class KubernetesImporterTest {

    @Test
    void aWorkloadAndTheServicesThatSelectItAreOneService() {
        Loaded loaded = read("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web, namespace: shop, labels: {app.kubernetes.io/part-of: front}, annotations: {a8r.io/owner: team-web}}
                spec:
                  template:
                    metadata: {labels: {app: web, tier: pages}}
                    spec: {containers: [{name: c, image: "registry.example/nginx:1.27@sha256:01"}]}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: pages, namespace: shop}
                spec: {selector: {app: web, tier: pages}}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: other, namespace: shop}
                spec: {selector: {app: web, tier: other}}
                """);
        assertThat(ids(loaded)).containsExactly("shop/other", "shop/web");
        Service web = loaded.topology().service("shop/web").orElseThrow();
        assertThat(web.kind()).isEqualTo(ServiceKind.GATEWAY);
        assertThat(web.technology()).isEqualTo("nginx:1.27");
        assertThat(web.owner()).isEqualTo("team-web");
        assertThat(web.boundary()).isEqualTo("shop/front");
        assertThat(web.aliases())
                .containsExactly("pages", "pages.shop", "pages.shop.svc", "pages.shop.svc.cluster.local", "web");
        assertThat(loaded.topology().boundaries())
                .extracting(Boundary::id, Boundary::kind, Boundary::within)
                .containsExactly(tuple("shop", "namespace", null), tuple("shop/front", "system", "shop"));
    }

    @Test
    void everyKindOfWorkloadIsRead() {
        Loaded loaded = read("""
                {apiVersion: apps/v1, kind: StatefulSet, metadata: {name: db}, spec: {template: {spec: {containers: [{image: "postgres:16"}]}}}}
                ---
                {apiVersion: apps/v1, kind: DaemonSet, metadata: {name: agent}}
                ---
                {apiVersion: batch/v1, kind: Job, metadata: {generateName: import-}}
                ---
                {apiVersion: batch/v1beta1, kind: CronJob, metadata: {name: nightly}}
                ---
                {apiVersion: apps/v1, kind: ReplicaSet, metadata: {name: web-1, ownerReferences: [{kind: Deployment, name: web}]}}
                ---
                {apiVersion: v1, kind: Pod, metadata: {name: alone, labels: {app: alone}}, spec: {containers: []}}
                ---
                {apiVersion: v1, kind: ReplicationController, metadata: {name: old}}
                ---
                {apiVersion: serving.knative.dev/v1, kind: Service, metadata: {name: function}}
                ---
                {apiVersion: argoproj.io/v1alpha1, kind: Rollout, metadata: {name: careful}}
                ---
                {apiVersion: example.com/v1, kind: Deployment, metadata: {name: foreign}}
                """);
        assertThat(loaded.topology().services())
                .extracting(service -> service.id() + " " + service.kind().word())
                .containsExactly(
                        "agent service",
                        "alone service",
                        "careful service",
                        "db database",
                        "function service",
                        "import job",
                        "nightly job",
                        "old service");
        assertThat(loaded.problems()).isEmpty();
    }

    @Test
    void aNameInTwoNamespacesIsTwoAndTheBareNameIsNoAliasOfEither() {
        Loaded loaded = read(deployment("a", "x", "") + "---\n" + deployment("a", "y", "") + "---\n" + service("a", "x")
                + "---\n" + service("a", "y"));
        assertThat(ids(loaded)).containsExactly("x/a", "y/a");
        assertThat(loaded.topology().services())
                .allSatisfy(found -> assertThat(found.aliases()).doesNotContain("a"));
    }

    @Test
    void twoKindsOfOneNameBothStay() {
        Loaded loaded = read("""
                {apiVersion: batch/v1, kind: Job, metadata: {name: a, namespace: x}}
                ---
                {apiVersion: apps/v1, kind: Deployment, metadata: {name: a, namespace: x}}
                ---
                {apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: a, namespace: x}}
                """);
        assertThat(ids(loaded)).containsExactly("x/a", "x/a:ingress", "x/a:job");
        assertThat(codes(loaded)).containsExactly("kubernetes-same-name 1:52");
    }

    @Test
    void aServiceWithoutPodsIsOneOfItsOwn() {
        Loaded loaded = read("""
                {apiVersion: v1, kind: Service, metadata: {name: redis}, spec: {selector: {app: elsewhere}}}
                ---
                {apiVersion: v1, kind: Service, metadata: {name: mail}, spec: {type: ExternalName, externalName: smtp.example}}
                ---
                {apiVersion: v1, kind: Service, metadata: {name: legacy}, spec: {ports: [{port: 80}]}}
                """);
        assertThat(loaded.topology().services())
                .extracting(service -> service.id() + " " + service.kind().word() + " " + service.aliases())
                .containsExactly("legacy external []", "mail external [smtp.example]", "redis cache []");
    }

    @Test
    void aSelectorThatMissesTheWorkloadOfItsNameIsReported() {
        Loaded loaded = read(deployment("web", "", "") + """
                ---
                {apiVersion: v1, kind: Service, metadata: {name: web}, spec: {selector: {app: wbe}}}
                """);
        assertThat(ids(loaded)).containsExactly("web");
        assertThat(codes(loaded)).containsExactly("kubernetes-selector-misses 9:50");
    }

    @Test
    void listsNestAndWhatIsNoManifestIsPassedOver() {
        Loaded loaded = read("""
                apiVersion: v1
                kind: List
                items:
                - apiVersion: v1
                  kind: List
                  items:
                  - {apiVersion: apps/v1, kind: Deployment, metadata: {name: inner}}
                  - 17
                  - null
                - {apiVersion: apps/v1, kind: Deployment, metadata: }
                - {apiVersion: apps/v1, kind: Deployment, metadata: [x]}
                - {apiVersion: apps/v1, kind: Deployment, metadata: {name: {a: b}}, spec: 3}
                - {apiVersion: apps/v1, kind: Deployment, metadata: {name: odd}, spec: {template: {metadata: 1, spec: {containers: {a: b}}}}}
                ---
                null
                ---
                """);
        assertThat(ids(loaded)).containsExactly("inner", "odd");
        assertThat(codes(loaded))
                .containsExactly(
                        "expected-mapping 8:5",
                        "kubernetes-no-name 10:3",
                        "kubernetes-no-name 11:3",
                        "expected-mapping 11:53",
                        "kubernetes-no-name 12:3",
                        "expected-text 12:60",
                        "expected-mapping 13:94",
                        "expected-list 13:116");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{apiVersion: backstage.io/v1alpha1, kind: Component, metadata: {name: a}}",
                "{apiVersion: score.dev/v1b1, metadata: {name: a}, containers: {c: {image: x}}}",
                "{openapi: 3.1.0, info: {title: a}}",
                "{asyncapi: 3.0.0, info: {title: a}}",
                "{kind: Deployment, metadata: {name: a}}",
                "{resources: {a: {type: redis}}}",
            })
    void documentsOfOthersAreLeftAlone(String text) {
        assertThat(Told.accepts(text)).isFalse();
    }

    @Test
    void hooksOfHelmAreLeftOut() {
        Loaded loaded = read("""
                apiVersion: v1
                kind: Pod
                metadata: {name: test, annotations: {helm.sh/hook: test}}
                ---
                {apiVersion: apps/v1, kind: Deployment, metadata: {name: web}}
                """);
        assertThat(ids(loaded)).containsExactly("web");
        assertThat(codes(loaded)).containsExactly("kubernetes-helm-hook 3:18");
    }

    @Test
    void aChartThatIsNotRenderedSaysHowToRenderIt() {
        Loaded loaded = read(List.of(
                Told.file("shop/Chart.yaml", "apiVersion: v2\nname: shop\nversion: 1.0.0\n"),
                Told.file("shop/values.yaml", "image: x\n"),
                Told.file(
                        "shop/templates/a.yaml", "apiVersion: v1\nkind: Service\nmetadata:\n  name: {{ .Values.n }}\n"),
                Told.file("shop/templates/b.yaml", "{{ if .Values.b }}\nkind: Service\n{{ end }}\n"),
                Told.file("lone/c.yaml", "apiVersion: v1\nkind: Service\nmetadata:\n  name: a-{{ .b }}\n")));
        assertThat(ids(loaded)).isEmpty();
        assertThat(codes(loaded)).contains("kubernetes-helm-template 1:1", "kubernetes-helm-chart 1:1");
        assertThat(loaded.problems()).anyMatch(problem -> problem.message().contains("helm template shop "));
    }

    @Test
    void aKustomizationTakesItsFilesTogetherAndGivesThemItsNamespace() {
        Loaded loaded = read(List.of(
                Told.file("over/kustomization.yaml", """
                        kind: Kustomization
                        apiVersion: kustomize.config.k8s.io/v1beta1
                        namespace: live
                        namePrefix: my-
                        resources: [../base, https://example.com/x, gone.yaml]
                        patches: [{path: patch.yaml}]
                        """),
                Told.file("over/patch.yaml", "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}}"),
                Told.file("base/kustomization.yml", "resources:\n- web.yaml\n"),
                Told.file("base/web.yaml", deployment("web", "", "") + "---\n" + service("web", ""))));
        assertThat(ids(loaded)).containsExactly("live/my-web");
        assertThat(codes(loaded))
                .containsExactly(
                        "kubernetes-kustomize-remote 5:22",
                        "kubernetes-kustomize-missing 5:45",
                        "kubernetes-kustomize-unapplied 6:1");
    }

    @Test
    void aKustomizationRenamesItsObjectsAndWhatTheySayOfEachOther() {
        String base = deployment(
                        "web", "", "envFrom: [{configMapRef: {name: urls}}], env: [{name: DB_HOST, value: pg}]")
                + "---\n" + service("web", "") + "---\n" + deployment("pg", "", "") + "---\n" + service("pg", "")
                + "---\n" + deployment("mail", "", "") + "---\n" + service("mail", "")
                + """
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: urls}
                data: {MAIL_URL: 'http://mail/'}
                ---
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata: {name: door}
                spec: {defaultBackend: {service: {name: web, port: {number: 80}}}}
                ---
                apiVersion: v1
                kind: Namespace
                metadata: {name: live}
                """;
        Loaded loaded = read(List.of(
                Told.file("over/kustomization.yaml", "namespace: live\nnamePrefix: eu-\nresources: [../base]\n"),
                Told.file("base/kustomization.yaml", "namePrefix: my-\nnameSuffix: -v1\nresources: [all.yaml]\n"),
                Told.file("base/all.yaml", base)));
        assertThat(ids(loaded))
                .containsExactly("live/eu-my-door-v1", "live/eu-my-mail-v1", "live/eu-my-pg-v1", "live/eu-my-web-v1");
        assertThat(dependencies(loaded))
                .containsExactly(
                        "live/eu-my-door-v1 -> live/eu-my-web-v1 declared kubernetes.ingress",
                        "live/eu-my-web-v1 -> live/eu-my-mail-v1 inferred kubernetes.config",
                        "live/eu-my-web-v1 -> live/eu-my-pg-v1 inferred kubernetes.env");
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.topology().service("live/eu-my-web-v1").orElseThrow().aliases())
                .contains("eu-my-web-v1.live.svc");
    }

    @Test
    void twoRenamedBasesKeepToThemselves() {
        Loaded loaded = read(List.of(
                Told.file("a/kustomization.yaml", "namePrefix: a-\nresources: [all.yaml]\n"),
                Told.file(
                        "a/all.yaml",
                        deployment("web", "", "env: [{name: DB, value: 'pg:5432'}]") + "---\n"
                                + deployment("pg", "", "") + "---\n" + service("pg", "")),
                Told.file("b/kustomization.yaml", "namePrefix: b-\nresources: [all.yaml]\n"),
                Told.file(
                        "b/all.yaml",
                        deployment("web", "", "env: [{name: DB, value: 'pg:5432'}, {name: MQ, value: 'mq:5672'}]")
                                + "---\n"
                                + (deployment("pg", "", "") + "---\n" + service("pg", ""))
                                        .replace("app: pg", "app: b")),
                Told.file("mq.yaml", deployment("mq", "", "") + "---\n" + service("mq", ""))));
        assertThat(dependencies(loaded))
                .containsExactly(
                        "a-web -> a-pg inferred kubernetes.env",
                        "b-web -> b-pg inferred kubernetes.env",
                        "b-web -> mq inferred kubernetes.env");
    }

    @Test
    void overlaysThatNameOneBaseDifferentlyLeaveItsNames() {
        Loaded loaded = read(List.of(
                Told.file("kustomization.yaml", "resources: [dev, live]\n"),
                Told.file("base/kustomization.yaml", "namePrefix: my-\nresources: [web.yaml]\n"),
                Told.file("base/web.yaml", deployment("web", "", "")),
                Told.file("dev/kustomization.yaml", "namePrefix: dev-\nresources: [../base]\n"),
                Told.file("live/kustomization.yaml", "namePrefix: live-\nresources: [../base]\n")));
        assertThat(ids(loaded)).containsExactly("web");
        assertThat(codes(loaded)).containsExactly("kubernetes-kustomize-several 1:1");
    }

    @Test
    void overlaysThatDisagreeLeaveTheBaseAsItIs() {
        Loaded loaded = read(List.of(
                Told.file("base/kustomization.yaml", "resources: [web.yaml]\n"),
                Told.file("base/web.yaml", deployment("web", "", "")),
                Told.file("dev/kustomization.yaml", "namespace: dev\nresources: [../base]\n"),
                Told.file("live/kustomization.yaml", "namespace: live\nresources: [../base]\n")));
        assertThat(ids(loaded)).containsExactly("web");
    }

    @Test
    void kustomizationsThatTakeEachOtherEnd() {
        Loaded loaded = read(List.of(
                Told.file("a/kustomization.yaml", "resources: [../b]\n"),
                Told.file("b/kustomization.yaml", "resources: [../a, ../b, web.yaml]\n"),
                Told.file("b/web.yaml", deployment("web", "", ""))));
        assertThat(ids(loaded)).containsExactly("web");
    }

    @Test
    void splitFilesListsAndOtherOrdersSayTheSame() {
        String web = deployment("web", "shop", "env: [{name: DB, value: 'pg:5432'}]");
        String pg = deployment("pg", "shop", "");
        String names = service("pg", "shop");
        List<String> expected = dependencies(read(web + "---\n" + pg + "---\n" + names));
        assertThat(expected).containsExactly("shop/web -> shop/pg inferred kubernetes.env");
        assertThat(dependencies(read(names + "---\n" + pg + "---\n" + web))).isEqualTo(expected);
        assertThat(dependencies(read(
                        List.of(Told.file("1.yaml", names), Told.file("b/2.yaml", web), Told.file("b/3.yml", pg)))))
                .isEqualTo(expected);
        assertThat(dependencies(read("{\"apiVersion\": \"v1\", \"kind\": \"List\", \"items\": [" + Told.flow(web) + ","
                        + Told.flow(pg) + "," + Told.flow(names) + "]}")))
                .isEqualTo(expected);
    }
}
