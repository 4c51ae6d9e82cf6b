package dev.orrery.importer.compose;

import dev.orrery.descriptor.Draft;
import dev.orrery.descriptor.Value;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.SourceLocation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The needs of one service that follow from the host names it is started with. They are few and sure rather than many:
/// a name that is also a user's, a database's or a password is none.
final class InferredNeeds {
    private final String from;
    private final ServiceNames names;
    private final Map<String, String> linked = new HashMap<>();
    private final Set<String> elsewhere = new HashSet<>();
    private final Set<Draft.Need> seen = new HashSet<>();
    private final List<Draft.Need> needs = new ArrayList<>();

    InferredNeeds(String from, ServiceNames names) {
        this.from = from;
        this.names = names;
    }

    List<Draft.Need> read(Value.Mapping service, List<Environment.Entry> environment) {
        externalLinks(service);
        links(service, "links");
        service.get("extra_hosts")
                .map(KeyedValues::hosts)
                .filter(Value.Mapping.class::isInstance)
                .map(Value.Mapping.class::cast)
                .ifPresent(hosts -> hosts.fields().forEach(host -> elsewhere.add(host.key())));
        for (Environment.Entry entry : environment) {
            variable(entry.name(), entry.value(), entry.source());
        }
        for (String key : List.of("entrypoint", "command")) {
            service.get(key).ifPresent(this::command);
        }
        return needs;
    }

    /// `legacy_mysql_1:mysql` names a container, which another project may define.
    private void externalLinks(Value.Mapping service) {
        for (Value.Scalar link : links(service, "external_links")) {
            String container = beforeColon(link.text());
            add(names.service(container).orElse(container), "compose.external_links", null, link.source());
        }
    }

    /// `db:database`: the alias is a host name inside this service alone.
    private List<Value.Scalar> links(Value.Mapping service, String key) {
        List<Value.Scalar> links = service.get(key).stream()
                .flatMap(value -> KeyedValues.list(value).items().stream())
                .filter(Value.Scalar.class::isInstance)
                .map(Value.Scalar.class::cast)
                .filter(link -> OpenText.isComplete(link) && !link.text().isBlank())
                .toList();
        for (Value.Scalar link : links) {
            int colon = link.text().indexOf(':');
            if (colon >= 0) {
                linked.put(link.text().substring(colon + 1), beforeColon(link.text()));
            }
        }
        return links;
    }

    private void variable(String name, String value, SourceLocation place) {
        if (HostVariable.isInbound(name)) {
            return;
        }
        String rule = "compose.environment";
        String plain = HostText.plain(value);
        addresses(plain, !HostVariable.isNoAddress(name), rule, place);
        if (HostVariable.saysHost(name)) {
            HostText.bare(plain).forEach(host -> addBare(host, rule, place));
        }
    }

    private void command(Value command) {
        for (CommandWords.Host host : CommandWords.read(command)) {
            switch (host) {
                case CommandWords.Addresses(String text, SourceLocation place) ->
                    addresses(text, true, "compose.command", place);
                case CommandWords.Bare(String text, SourceLocation place) ->
                    HostText.bare(text).forEach(word -> addBare(word, "compose.command", place));
            }
        }
    }

    private void addresses(String plain, boolean withPorts, String rule, SourceLocation place) {
        for (HostText.Mention mention : HostText.urls(plain)) {
            Optional<String> target = target(mention.host());
            if (target.isPresent()) {
                add(target.get(), rule, mention.scheme(), place);
            } else if (HostText.mayBeInside(mention.host()) && !elsewhere.contains(mention.host())) {
                add(mention.host(), rule, mention.scheme(), place);
            }
        }
        if (withPorts) {
            HostText.withPorts(plain).forEach(host -> target(host).ifPresent(target -> add(target, rule, null, place)));
        }
        HostText.assigned(plain).forEach(host -> addBare(host, rule, place));
    }

    /// A name alone counts only where it is written exactly as a service's.
    private void addBare(String host, String rule, SourceLocation place) {
        target(host)
                .filter(target -> target.equals(host)
                        || linked.containsKey(host)
                        || names.aliases(target).contains(host))
                .ifPresent(target -> add(target, rule, null, place));
    }

    /// What a host name leads to inside this service.
    private Optional<String> target(String host) {
        if (elsewhere.contains(host)) {
            return Optional.empty();
        }
        String linkedTo = linked.get(host);
        return linkedTo == null ? names.service(host) : names.service(linkedTo).or(() -> Optional.of(linkedTo));
    }

    private void add(String to, String rule, @Nullable String protocol, SourceLocation place) {
        Draft.Need need =
                new Draft.Need(from, to, null, true, protocol, null, new Evidence(Certainty.INFERRED, rule, place));
        boolean isSelf = to.equals(from) || names.aliases(from).contains(to);
        if (!isSelf && seen.add(need)) {
            needs.add(need);
        }
    }

    private static String beforeColon(String text) {
        int colon = text.indexOf(':');
        return colon < 0 ? text : text.substring(0, colon);
    }
}
