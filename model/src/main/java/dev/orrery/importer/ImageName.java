package dev.orrery.importer;

import dev.orrery.topology.ServiceKind;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What an image's name tells: `docker.io/library/postgres:16@sha256:…` is a `postgres:16`, a database.
///
/// @param product the last part of the path, lower case
/// @param technology product and tag, for people
public record ImageName(String product, String technology) {
    private static final Map<ServiceKind, Set<String>> PRODUCTS = Map.of(
            ServiceKind.DATABASE,
            Set.of(
                    "postgres",
                    "postgresql",
                    "postgis",
                    "timescaledb",
                    "pgvector",
                    "mysql",
                    "mysql-server",
                    "mariadb",
                    "percona",
                    "mongo",
                    "mongodb",
                    "mssql",
                    "azure-sql-edge",
                    "oracle-xe",
                    "cassandra",
                    "scylla",
                    "couchdb",
                    "couchbase",
                    "cockroach",
                    "cockroachdb",
                    "neo4j",
                    "influxdb",
                    "elasticsearch",
                    "opensearch",
                    "clickhouse",
                    "clickhouse-server",
                    "dynamodb-local",
                    "rethinkdb",
                    "etcd",
                    "solr",
                    "arangodb",
                    "dgraph",
                    "edgedb",
                    "elasticsearch-oss",
                    "ferretdb",
                    "mariadb-galera",
                    "meilisearch",
                    "milvus",
                    "minio",
                    "mongodb-community-server",
                    "mssql-server",
                    "oracle-free",
                    "percona-server",
                    "postgresql-repmgr",
                    "qdrant",
                    "questdb",
                    "ravendb",
                    "scylladb",
                    "surrealdb",
                    "tidb",
                    "tikv",
                    "typesense",
                    "victoria-metrics",
                    "weaviate",
                    "yugabyte"),
            ServiceKind.CACHE,
            Set.of(
                    "redis",
                    "redis-stack",
                    "redis-stack-server",
                    "valkey",
                    "memcached",
                    "keydb",
                    "dragonfly",
                    "varnish",
                    "garnet",
                    "hazelcast",
                    "infinispan-server",
                    "redis-cluster",
                    "valkey-bundle"),
            ServiceKind.QUEUE,
            Set.of(
                    "rabbitmq",
                    "kafka",
                    "cp-kafka",
                    "nats",
                    "nats-streaming",
                    "activemq",
                    "activemq-artemis",
                    "artemis",
                    "pulsar",
                    "redpanda",
                    "eclipse-mosquitto",
                    "mosquitto",
                    "emqx",
                    "beanstalkd",
                    "confluent-local",
                    "cp-server",
                    "elasticmq",
                    "elasticmq-native",
                    "hivemq4",
                    "kafka-native",
                    "nsq",
                    "pulsar-all",
                    "rocketmq",
                    "vernemq"),
            ServiceKind.GATEWAY,
            Set.of(
                    "nginx",
                    "traefik",
                    "envoy",
                    "haproxy",
                    "caddy",
                    "kong",
                    "apisix",
                    "openresty",
                    "emissary",
                    "kong-gateway",
                    "krakend",
                    "nginx-proxy",
                    "nginx-unprivileged",
                    "tyk-gateway"));

    public static ImageName of(String image) {
        String withoutDigest = image.contains("@") ? image.substring(0, image.indexOf('@')) : image;
        String[] path = withoutDigest.split("/", -1);
        String last = path[path.length - 1];
        // mcr.microsoft.com/mssql/server says what it is one step earlier.
        if (path.length > 1 && last.split(":", 2)[0].equals("server")) {
            last = path[path.length - 2] + last.substring("server".length());
        }
        int colon = last.indexOf(':');
        String product = colon < 0 ? last : last.substring(0, colon);
        return new ImageName(product.toLowerCase(Locale.ROOT), last);
    }

    /// The kind of a well-known product.
    public static Optional<ServiceKind> kindOf(String product) {
        return PRODUCTS.entrySet().stream()
                .filter(entry -> entry.getValue().contains(product))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
