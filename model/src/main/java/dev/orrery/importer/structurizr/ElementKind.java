package dev.orrery.importer.structurizr;

import dev.orrery.importer.ImageName;
import dev.orrery.topology.ServiceKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What sort of service an element is: by its tags, then by the shape that its tags are drawn with, then by what its
/// technology begins with. What only uses a database is none, so later words of a technology say nothing.
final class ElementKind {
    private static final List<Words> TAGS = List.of(
            new Words(
                    ServiceKind.EXTERNAL,
                    Set.of(
                            "external",
                            "external system",
                            "external software system",
                            "external service",
                            "third party",
                            "saas")),
            new Words(
                    ServiceKind.DATABASE,
                    Set.of("database", "db", "data store", "datastore", "database schema", "object storage")),
            new Words(ServiceKind.CACHE, Set.of("cache")),
            new Words(
                    ServiceKind.QUEUE,
                    Set.of(
                            "queue",
                            "topic",
                            "message bus",
                            "event bus",
                            "bus",
                            "message broker",
                            "broker",
                            "message queue",
                            "stream")),
            new Words(ServiceKind.GATEWAY, Set.of("gateway", "api gateway", "load balancer", "reverse proxy")),
            new Words(
                    ServiceKind.WEB,
                    Set.of(
                            "web browser",
                            "browser",
                            "web app",
                            "webapp",
                            "web application",
                            "single page app",
                            "single page application",
                            "spa",
                            "mobile app",
                            "mobile",
                            "mobile application",
                            "frontend",
                            "ui",
                            "user interface")),
            new Words(ServiceKind.JOB, Set.of("job", "batch", "cron", "cron job", "batch job")),
            new Words(ServiceKind.WORKER, Set.of("worker")));
    private static final Map<String, ServiceKind> SHAPES = Map.of(
            "cylinder", ServiceKind.DATABASE,
            "bucket", ServiceKind.DATABASE,
            "pipe", ServiceKind.QUEUE,
            "webbrowser", ServiceKind.WEB,
            "mobiledeviceportrait", ServiceKind.WEB,
            "mobiledevicelandscape", ServiceKind.WEB);
    /// Beside those that are known by the names of their images.
    private static final List<Words> PRODUCTS = List.of(
            new Words(ServiceKind.CACHE, Set.of("elasticache", "hazelcast")),
            new Words(
                    ServiceKind.QUEUE,
                    Set.of(
                            "sqs",
                            "sns",
                            "kinesis",
                            "mqtt",
                            "eventbridge",
                            "event hub",
                            "event hubs",
                            "service bus",
                            "pub/sub")),
            new Words(
                    ServiceKind.DATABASE,
                    Set.of(
                            "database",
                            "relational database",
                            "oracle database",
                            "sql server",
                            "sqlite",
                            "dynamodb",
                            "rds",
                            "aurora",
                            "cosmos db",
                            "snowflake",
                            "bigquery",
                            "s3")),
            new Words(ServiceKind.GATEWAY, Set.of("api gateway")));
    private static final Pattern MAKERS = Pattern.compile(
            "^(?:apache|amazon web services|amazon|aws|microsoft|azure|google cloud|google|gcp|confluent|ibm|hashicorp) ");
    private static final Pattern NOT_LETTERS = Pattern.compile("[\\s_-]+");

    private static final Pattern NOT_A_NAME = Pattern.compile("[^\\p{L}\\p{N}]");

    private ElementKind() {}

    static ServiceKind of(StructurizrModel.Element element, Map<String, String> shapes) {
        if ("External".equalsIgnoreCase(element.location())) {
            return ServiceKind.EXTERNAL;
        }
        List<String> tags = element.tags();
        Set<String> words = tags.stream().map(ElementKind::words).collect(Collectors.toSet());
        return first(TAGS, words::contains)
                .or(() -> tags.stream()
                        .flatMap(tag -> Stream.ofNullable(shapes.get(tag)))
                        .flatMap(shape -> Stream.ofNullable(SHAPES.get(shape.toLowerCase(Locale.ROOT))))
                        .findFirst())
                .or(() -> Optional.ofNullable(element.technology()).flatMap(ElementKind::byTechnology))
                .orElse(ServiceKind.SERVICE);
    }

    private static Optional<ServiceKind> byTechnology(String technology) {
        String first = MAKERS.matcher(words(technology)).replaceFirst("");
        return first(PRODUCTS, product -> beginsWith(first, product))
                .or(() -> ImageName.kindOf(
                        NOT_A_NAME.splitAsStream(first).findFirst().orElse("")));
    }

    private static boolean beginsWith(String text, String product) {
        return text.startsWith(product)
                && (text.length() == product.length() || !Character.isLetterOrDigit(text.charAt(product.length())));
    }

    private static Optional<ServiceKind> first(List<Words> all, Predicate<String> isIt) {
        return all.stream()
                .filter(words -> words.words().stream().anyMatch(isIt))
                .map(Words::kind)
                .findFirst();
    }

    private static String words(String text) {
        return NOT_LETTERS.matcher(text.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
    }

    private record Words(ServiceKind kind, Set<String> words) {}
}
