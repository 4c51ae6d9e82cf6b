package dev.orrery.app.sample;

import dev.orrery.topology.ServiceKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// What the services of [Retailer] are called and made of.
final class RetailerWords {
    /// Domains with the contexts inside them, 60 boundaries together.
    static final Map<String, List<String>> DOMAINS = domains();

    /// Whom each domain asks, beside the platform and identity.
    static final Map<String, List<String>> LEANS_ON = Map.ofEntries(
            Map.entry("storefront", List.of("catalog", "orders", "customers", "marketing")),
            Map.entry("stores", List.of("catalog", "orders", "customers")),
            Map.entry("marketing", List.of("catalog", "customers")),
            Map.entry("orders", List.of("payments", "logistics", "customers")),
            Map.entry("logistics", List.of("catalog")),
            Map.entry("payments", List.of("finance")),
            Map.entry("customers", List.of("identity")),
            Map.entry("catalog", List.of("logistics")),
            Map.entry("finance", List.of("identity")),
            Map.entry("analytics", List.of("platform")));

    static final List<String> PROVIDERS = List.of(
            "address-directory", "card-network", "carrier-api", "mail-provider", "sms-provider", "tax-authority");

    private static final List<String> SUBJECTS = List.of(
            "api",
            "items",
            "rules",
            "history",
            "search",
            "import",
            "export",
            "reports",
            "limits",
            "audit",
            "sync",
            "preview",
            "approval",
            "scheduling",
            "matching",
            "scoring",
            "notices",
            "templates",
            "catalogue",
            "quotes",
            "balances",
            "mapping",
            "validation",
            "archive",
            "planning",
            "forecast",
            "labels",
            "sessions",
            "exceptions",
            "settings",
            "bundles",
            "regions",
            "partners",
            "disputes",
            "corrections",
            "batches",
            "lookups",
            "snapshots",
            "translations",
            "attachments",
            "priorities",
            "calendars",
            "thresholds",
            "references",
            "profiles",
            "queues",
            "slots",
            "tags",
            "versions",
            "routes");

    private RetailerWords() {}

    private static Map<String, List<String>> domains() {
        Map<String, List<String>> domains = new LinkedHashMap<>();
        domains.put("storefront", List.of("home", "search", "product-page", "cart", "checkout", "wishlist"));
        domains.put("catalog", List.of("products", "prices", "media", "reviews", "taxonomy", "suppliers"));
        domains.put("orders", List.of("intake", "fulfilment", "returns", "subscriptions", "gift-cards", "invoices"));
        domains.put("payments", List.of("cards", "wallets", "refunds", "fraud", "ledger", "payouts"));
        domains.put("logistics", List.of("warehouse", "inventory", "picking", "shipping", "tracking", "couriers"));
        domains.put("customers", List.of("accounts", "loyalty", "addresses", "support", "consent", "messaging"));
        domains.put(
                "marketing", List.of("campaigns", "promotions", "recommendations", "mailings", "affiliates", "ads"));
        domains.put("finance", List.of("accounting", "tax", "treasury", "billing", "procurement", "payroll"));
        domains.put("identity", List.of());
        domains.put("platform", List.of());
        domains.put("analytics", List.of());
        domains.put("stores", List.of());
        return domains;
    }

    /// Enough for any size, the usual ones first. Those of the hubs come before all others.
    static List<String> subjects(String area) {
        List<String> subjects = new ArrayList<>(
                switch (area) {
                    case "platform" -> List.of("config", "flags", "event-bus", "telemetry");
                    case "identity" -> List.of("tokens", "login", "roles");
                    default -> List.of();
                });
        subjects.addAll(SUBJECTS);
        SUBJECTS.forEach(subject -> subjects.add("bulk-" + subject));
        return subjects;
    }

    static String technology(ServiceKind kind, SplittableRandom random) {
        List<String> usual = switch (kind) {
            case SERVICE, WORKER ->
                List.of(
                        "Java, Spring Boot",
                        "Java, Spring Boot",
                        "Java, Spring Boot",
                        "Go",
                        "Go",
                        "TypeScript, NestJS",
                        "Python, FastAPI",
                        "Kotlin, Quarkus");
            case WEB -> List.of("TypeScript, React", "TypeScript, Next.js");
            case GATEWAY -> List.of("Envoy", "nginx", "Java, Spring Cloud Gateway");
            case DATABASE -> List.of("PostgreSQL", "PostgreSQL", "PostgreSQL", "MySQL", "MongoDB");
            case CACHE -> List.of("Redis", "Redis", "Memcached");
            case QUEUE -> List.of("Kafka", "RabbitMQ");
            case JOB -> List.of("Python", "Java, Spring Batch");
            case EXTERNAL -> List.of("HTTPS API");
        };
        return usual.get(random.nextInt(usual.size()));
    }

    /// Where services of a technology are usually asked.
    static String path(String technology) {
        if (technology.contains("Spring")) {
            return "/actuator/health";
        }
        return technology.contains("Quarkus") ? "/q/health" : "/health";
    }

    static List<String> tags(String area, ServiceKind kind, SplittableRandom random) {
        List<String> tags = new ArrayList<>();
        tags.add("tier-" + (kind == ServiceKind.GATEWAY ? 1 : 1 + random.nextInt(3)));
        if (List.of("cards", "wallets", "refunds", "payouts").contains(area)) {
            tags.add("pci");
        }
        if (List.of("accounts", "addresses", "consent", "payroll").contains(area)) {
            tags.add("personal-data");
        }
        return tags;
    }
}
