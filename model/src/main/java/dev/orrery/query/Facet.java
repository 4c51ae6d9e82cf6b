package dev.orrery.query;

import dev.orrery.topology.Boundary;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a topology says of a service under a key, and how a typed value fits that.
final class Facet {
    private static final Pattern PARTS = Pattern.compile("\\s*[,;/]\\s*");

    private Facet() {}

    /// @return [Key#NONE] alone where there is nothing
    static List<String> values(Key key, Service service, Topology topology) {
        List<String> values = switch (key) {
            case KIND -> List.of(service.kind().word());
            case OWNER -> stream(Owner.of(service, topology)).toList();
            case TAG -> service.tags();
            case TECHNOLOGY ->
                stream(service.technology()).flatMap(Facet::technologies).toList();
            case BOUNDARY ->
                topology.enclosing(service.boundary()).stream()
                        .flatMap(boundary -> names(boundary))
                        .toList();
            case TEXT, HEALTH, IS, REACH, IMPACT, NEEDS, NEEDEDBY, COUPLING, LATENCY ->
                throw new IllegalArgumentException(key + " is no facet");
        };
        return values.isEmpty() ? List.of(Key.NONE) : values;
    }

    /// The whole, and each part of a list, as in `Java, Spring Boot`.
    private static Stream<String> technologies(String written) {
        return Stream.concat(Stream.of(written), PARTS.splitAsStream(written)).distinct();
    }

    private static Stream<String> names(Boundary boundary) {
        return Stream.of(boundary.id(), boundary.name()).distinct();
    }

    private static Stream<String> stream(@Nullable String value) {
        return value == null || value.isBlank() ? Stream.empty() : Stream.of(value);
    }

    /// Whether a value is the typed one in whatever case, where `*` stands for anything.
    static Predicate<String> fits(String typed) {
        if (typed.indexOf('*') < 0) {
            return typed::equalsIgnoreCase;
        }
        List<String> parts = new ArrayList<>();
        for (String part : typed.split("\\*", -1)) {
            parts.add(Pattern.quote(part));
        }
        Pattern pattern = Pattern.compile(
                String.join(".*", parts), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
        return value -> pattern.matcher(value).matches();
    }

    /// Whether its name, id, another name or technology has the typed words in it.
    static Predicate<Service> mentions(String typed) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        return service -> has(service.name(), wanted)
                || has(service.id(), wanted)
                || (service.technology() != null && has(service.technology(), wanted))
                || service.aliases().stream().anyMatch(alias -> has(alias, wanted));
    }

    private static boolean has(String text, String wanted) {
        return text.toLowerCase(Locale.ROOT).contains(wanted);
    }
}
