package dev.orrery.importer;

import dev.orrery.topology.ServiceKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What the type of a piece of infrastructure tells, as people write it: `postgres`, `kafka-topic`, `s3-bucket`,
/// `aws/elasticache-redis`.
public final class InfrastructureType {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9]+");

    private record Words(ServiceKind kind, Set<String> words) {}

    /// The first that has one of the words: a `redis-cache-db` is a cache, a `message-queue-database` a queue.
    private static final List<Words> KINDS = List.of(
            new Words(
                    ServiceKind.CACHE,
                    Set.of("cache", "elasticache", "memorystore", "redis", "valkey", "memcache", "memcached")),
            new Words(
                    ServiceKind.QUEUE,
                    Set.of(
                            "queue",
                            "topic",
                            "kafka",
                            "sqs",
                            "sns",
                            "pubsub",
                            "amqp",
                            "mqtt",
                            "jms",
                            "rabbitmq",
                            "nats",
                            "stream",
                            "kinesis",
                            "eventbus",
                            "eventhub",
                            "eventhubs",
                            "servicebus",
                            "broker",
                            "messaging",
                            "msk")),
            new Words(
                    ServiceKind.DATABASE,
                    Set.of(
                            "database",
                            "db",
                            "datastore",
                            "sql",
                            "postgres",
                            "mongo",
                            "dynamodb",
                            "rds",
                            "aurora",
                            "cloudsql",
                            "cosmosdb",
                            "firestore",
                            "spanner",
                            "bigtable",
                            "bigquery",
                            "redshift",
                            "snowflake",
                            "warehouse",
                            "datawarehouse",
                            "s3",
                            "gcs",
                            "minio",
                            "bucket",
                            "blob",
                            "storage",
                            "documentdb",
                            "vectordb",
                            "statestore")),
            new Words(
                    ServiceKind.GATEWAY,
                    Set.of("gateway", "loadbalancer", "alb", "nlb", "elb", "ingress", "cdn", "cloudfront", "proxy")),
            new Words(ServiceKind.EXTERNAL, Set.of("external", "saas", "vendor")));

    private InfrastructureType() {}

    /// The kind that one of its words gives away; empty where none does.
    public static Optional<ServiceKind> kindOf(String type) {
        String plain = type.toLowerCase(Locale.ROOT);
        List<String> words = Arrays.asList(BETWEEN_WORDS.split(plain, -1));
        return ImageName.kindOf(plain)
                .or(() -> KINDS.stream()
                        .filter(kind -> words.stream().anyMatch(kind.words()::contains))
                        .map(Words::kind)
                        .findFirst())
                .or(() -> words.stream()
                        .flatMap(word -> ImageName.kindOf(word).stream())
                        .findFirst());
    }
}
