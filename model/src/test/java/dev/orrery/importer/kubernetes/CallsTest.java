package dev.orrery.importer.kubernetes;

import static dev.orrery.importer.kubernetes.Told.codes;
import static dev.orrery.importer.kubernetes.Told.dependencies;
import static dev.orrery.importer.kubernetes.Told.deployment;
import static dev.orrery.importer.kubernetes.Told.read;
import static dev.orrery.importer.kubernetes.Told.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.orrery.importer.Loaded;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which texts name a host, and whom a host name means.
class CallsTest {
    private static final String TARGETS = "---\n" + deployment("db", "x", "") + "---\n" + service("db", "x") + "---\n"
            + deployment("db", "y", "") + "---\n" + service("db", "y") + "---\n"
            + deployment("lone", "x", "");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "env: [{name: A, value: 'db:5432'}]",
                "env: [{name: A, value: 'http://db'}]",
                "env: [{name: A, value: 'jdbc:postgresql://db:5432/a?b=c'}]",
                "env: [{name: A, value: 'jdbc:oracle:thin:@db:1521:x'}]",
                "env: [{name: A, value: 'amqp://user:secret@db:5672/v'}]",
                "env: [{name: A, value: 'mongodb://one:1000,db:1000/v'}]",
                "env: [{name: A, value: 'other:9092,db:9092'}]",
                "env: [{name: A, value: 'db-0.db.x.svc.cluster.local:9092'}]",
                "env: [{name: A, value: 'db.x:9092'}]",
                "env: [{name: A, value: 'db.x.svc'}]",
                "env: [{name: DB_HOST, value: db}]",
                "env: [{name: HOSTS, value: 'one, db'}]",
                "env: [{name: DB_NAME_HOST, value: DB.X.SVC}]",
                "env: [{name: H, value: db}, {name: DB_NAME, value: 'tcp://$(H):9000'}]",
            })
    void aHostInAVariableIsANeed(String container) {
        assertThat(dependencies(read(deployment("web", "x", container) + TARGETS)))
                .containsExactly("x/web -> x/db inferred kubernetes.env");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "args: ['--store=db:5432']",
                "args: ['--store-host=db']",
                "args: [--host, db]",
                "command: [nc, -z, db, '5432']",
                "command: [sh, -c, 'until nc -w 2 -z db 5432; do sleep 1; done']",
                "command: [sh, -c, 'curl -s -X GET db/health && echo fine']",
                "command: [sh, -c, 'pg_isready -h db -U me']",
                "command: [wait-for-it, 'db:5432']",
            })
    void aHostInAnArgumentIsANeed(String container) {
        assertThat(dependencies(read(deployment("web", "x", container) + TARGETS)))
                .containsExactly("x/web -> x/db inferred kubernetes.args");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "env: [{name: DB_USER, value: db}]",
                "env: [{name: DATABASE_NAME, value: db}]",
                "env: [{name: NO_PROXY, value: 'localhost,db,db:80'}]",
                "env: [{name: TEXT, value: 'all about db and more'}]",
                "env: [{name: IMAGE, value: 'db:16'}]",
                "env: [{name: IMAGE, value: 'example/db:8080'}]",
                "env: [{name: URL, value: 'http://example.com/db:8080'}]",
                "env: [{name: URL, value: 'http://db:pass@example.com/'}]",
                "env: [{name: URL, value: 'http://$DB:80/${db}:80'}]",
                "env: [{name: LONE_HOST, value: lone}]",
                "env: [{name: DB_HOST, valueFrom: {secretKeyRef: {name: s, key: db}}}]",
                "args: [serve, db, --name=db]",
                "args: [--user, db]",
                "command: [sh, -c, 'echo waiting for db; sleep 1']",
            })
    void whatOnlyLooksLikeANameIsNone(String container) {
        assertThat(dependencies(read(deployment("web", "x", container) + TARGETS)))
                .isEmpty();
    }

    @Test
    void otherNamespacesAreReachedByTheirName() {
        Loaded loaded = read(deployment("web", "x", "env: [{name: A, value: 'http://db.y/'}]") + TARGETS);
        assertThat(dependencies(loaded)).containsExactly("x/web -> y/db inferred kubernetes.env");
    }

    @Test
    void aNamespaceThatNobodyStatesMayBeThatOfManifestsWithoutOne() {
        Loaded loaded = read(deployment("web", "", "env: [{name: A, value: 'http://db.live.svc.cluster.local'}]")
                + "---\n" + deployment("db", "", "") + "---\n" + service("db", ""));
        assertThat(dependencies(loaded)).containsExactly("web -> db inferred kubernetes.env");
    }

    @Test
    void aHostInsideTheClusterThatNobodyDefinesIsReportedOnce() {
        Loaded loaded = read(deployment(
                        "web",
                        "x",
                        "env: [{name: A, value: 'http://gone.y:80'}, {name: B, value: 'gone.y.svc:81'}, {name: C, value: 'gone:80'}]")
                + TARGETS);
        assertThat(dependencies(loaded)).isEmpty();
        assertThat(codes(loaded)).containsExactly("kubernetes-unknown-host 7:67");
    }

    @Test
    void aNameThatSeveralShareLeadsToEach() {
        String canary = deployment("web-canary", "x", "").replace("app: web-canary", "app: web");
        Loaded loaded = read(deployment("web", "x", "env: [{name: SELF, value: 'web:80'}]") + "---\n" + canary + "---\n"
                + service("web", "x") + "---\n" + deployment("caller", "x", "env: [{name: A, value: 'web:80'}]"));
        assertThat(dependencies(loaded))
                .containsExactly(
                        "x/caller -> x/web inferred kubernetes.env",
                        "x/caller -> x/web-canary inferred kubernetes.env");
    }

    @Test
    void configMapsAreReadByKeyWholeAndMounted() {
        Loaded loaded = read(deployment(
                        "key", "x", "env: [{name: DB_HOST, valueFrom: {configMapKeyRef: {name: c, key: host}}}]")
                + "---\n"
                + deployment("none", "x", "env: [{name: A, valueFrom: {configMapKeyRef: {name: c, key: text}}}]")
                + "---\n" + deployment("whole", "x", "envFrom: [{configMapRef: {name: c}}]")
                + "---\n"
                + deployment("file", "x", "volumeMounts: [{name: v, mountPath: /v}]")
                        .replace("spec: {containers", "spec: {volumes: [{name: v, configMap: {name: f}}], containers")
                + "---\n"
                + deployment("unmounted", "x", "")
                        .replace("spec: {containers", "spec: {volumes: [{name: v, configMap: {name: f}}], containers")
                + """
                ---
                {apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: x}, data: {host: db, text: all about db}}
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: f, namespace: x}
                data:
                  app.properties: |
                    user=db
                    store.host=db
                  more.yaml: |
                    upstream: http://db.y:80/
                """
                + TARGETS);
        assertThat(dependencies(loaded))
                .containsExactly(
                        "x/file -> x/db inferred kubernetes.config",
                        "x/file -> y/db inferred kubernetes.config",
                        "x/key -> x/db inferred kubernetes.config",
                        "x/whole -> x/db inferred kubernetes.config");
    }

    @Test
    void initContainersWaitForWhatTheirWorkloadNeeds() {
        Loaded loaded = read(deployment("web", "x", "")
                        .replace("spec: {containers", "spec: {initContainers: [{args: [-service=db]}], containers")
                + TARGETS);
        assertThat(dependencies(loaded)).containsExactly("x/web -> x/db inferred kubernetes.args");
    }

    @Test
    void repeatedAnchorsAndSharedConfigMapsEndInTime() {
        StringBuilder text = new StringBuilder("x: &big [");
        text.append("{name: A, value: 'db:5432 db:5432 db:5432 db:5432'},".repeat(20_000))
                .append("]\n");
        text.append("apiVersion: v1\nkind: List\nitems:\n");
        for (int at = 0; at < 2_000; at++) {
            text.append("- {apiVersion: apps/v1, kind: Deployment, metadata: {name: w")
                    .append(at)
                    .append("}, spec: {template: {spec: {containers: [{env: *big}]}}}}\n");
        }
        text.append("- {apiVersion: v1, kind: Service, metadata: {name: db}}\n");
        Loaded loaded = assertTimeout(Duration.ofSeconds(20), () -> read(text.toString()));
        assertThat(codes(loaded)).anyMatch(code -> code.startsWith("kubernetes-too-large"));
        assertThat(loaded.topology().services()).hasSize(2_001);
    }

    @Test
    void listsOfListsThroughAnchorsEnd() {
        StringBuilder text = new StringBuilder("a0: &a0 {apiVersion: v1, kind: List, items: []}\n");
        for (int at = 1; at <= 9; at++) {
            String inner = ("*a" + (at - 1) + ", ").repeat(9);
            text.append("a%d: &a%d {apiVersion: v1, kind: List, items: [%s]}\n".formatted(at, at, inner));
        }
        text.append("apiVersion: v1\nkind: List\nitems: [*a9]\n");
        Loaded loaded = assertTimeout(Duration.ofSeconds(20), () -> read(text.toString()));
        assertThat(codes(loaded)).anyMatch(code -> code.startsWith("kubernetes-too-large"));
    }

    @Test
    void hostsAreFoundInOrderAndOnce() {
        assertThat(HostWords.sure("http://b:1/ a:80 b:99 u@c:8080,d.e.svc x:7"))
                .isEqualTo(List.of("b", "a", "c", "d.e.svc"));
    }
}
