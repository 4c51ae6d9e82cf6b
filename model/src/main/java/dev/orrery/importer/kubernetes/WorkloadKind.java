package dev.orrery.importer.kubernetes;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What runs pods. Where two of one name exist, the one that comes first here keeps the plain id.
enum WorkloadKind {
    DEPLOYMENT("Deployment", List.of("apps", "extensions", "")),
    STATEFUL_SET("StatefulSet", List.of("apps", "")),
    DAEMON_SET("DaemonSet", List.of("apps", "extensions", "")),
    ROLLOUT("Rollout", List.of("argoproj.io")),
    KNATIVE_SERVICE("Service", List.of("serving.knative.dev")),
    DEPLOYMENT_CONFIG("DeploymentConfig", List.of("apps.openshift.io", "")),
    REPLICA_SET("ReplicaSet", List.of("apps", "extensions", "")),
    REPLICATION_CONTROLLER("ReplicationController", List.of("")),
    POD("Pod", List.of("")),
    CRON_JOB("CronJob", List.of("batch", "")),
    JOB("Job", List.of("batch", "extensions", ""));

    private final String written;
    private final List<String> groups;

    WorkloadKind(String written, List<String> groups) {
        this.written = written;
        this.groups = groups;
    }

    static Optional<WorkloadKind> of(ApiKind type) {
        return Arrays.stream(values())
                .filter(kind -> kind.written.equals(type.kind()) && kind.groups.contains(type.group()))
                .findFirst();
    }

    String written() {
        return written;
    }

    /// The end of an id that would else be another's.
    String suffix() {
        return ":" + written.toLowerCase(Locale.ROOT);
    }

    boolean isJob() {
        return this == JOB || this == CRON_JOB;
    }

    /// Keys from the object to the description of its pods.
    String[] templatePath() {
        return switch (this) {
            case POD -> new String[0];
            case CRON_JOB -> new String[] {"spec", "jobTemplate", "spec", "template"};
            default -> new String[] {"spec", "template"};
        };
    }
}
