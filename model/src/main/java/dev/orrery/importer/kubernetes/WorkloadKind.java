package dev.orrery.importer.kubernetes;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What runs pods. Where two of one name exist, the one that comes first here keeps the plain id.
enum WorkloadKind {
    DEPLOYMENT("Deployment", "apps", "extensions", ""),
    STATEFUL_SET("StatefulSet", "apps", ""),
    DAEMON_SET("DaemonSet", "apps", "extensions", ""),
    ROLLOUT("Rollout", "argoproj.io"),
    KNATIVE_SERVICE("Service", "serving.knative.dev"),
    DEPLOYMENT_CONFIG("DeploymentConfig", "apps.openshift.io", ""),
    REPLICA_SET("ReplicaSet", "apps", "extensions", ""),
    REPLICATION_CONTROLLER("ReplicationController", ""),
    POD("Pod", ""),
    CRON_JOB("CronJob", "batch", ""),
    JOB("Job", "batch", "extensions", "");

    private final String written;
    /// One word: the groups, each between spaces.
    private final String groups;

    WorkloadKind(String written, String... groups) {
        this.written = written;
        this.groups = " " + String.join(" ", groups) + " ";
    }

    static Optional<WorkloadKind> of(ApiKind type) {
        return Arrays.stream(values())
                .filter(kind -> kind.written.equals(type.kind()) && kind.groups.contains(" " + type.group() + " "))
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
