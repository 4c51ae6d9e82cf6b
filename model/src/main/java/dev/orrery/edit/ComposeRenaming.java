package dev.orrery.edit;

import dev.orrery.descriptor.NewNode;
import dev.orrery.descriptor.Source;
import dev.orrery.descriptor.SourceNode;
import dev.orrery.edit.ComposePages.Definition;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.Service;
import dev.orrery.topology.SourceLocation;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Another name for a Compose service, in all that refers to it: keys, lists, shared name spaces, and the addresses
/// from which it was concluded that others need it.
final class ComposeRenaming {
    static final String DEPENDS_ON = "depends_on";
    /// Lists of names; what follows a colon is something else.
    static final List<String> LISTS = List.of("links", "volumes_from", "external_links");
    /// Values that share something of another container.
    static final List<String> SHARED = List.of("network_mode", "ipc", "pid", "uts", "cgroup", "net");

    /// Names that go with the service's own where they are the same.
    private static final List<String> OWN_NAMES = List.of("container_name", "hostname");

    private final Desk desk;
    private final String name;
    private final String renamed;
    private final Set<SourceNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private ComposeRenaming(Desk desk, String name, String renamed) {
        this.desk = desk;
        this.name = name;
        this.renamed = renamed;
    }

    static void rename(Desk desk, Service service, String renamed) {
        List<Definition> definitions = ComposePages.of(desk, service);
        Set<String> names = ComposePages.names(definitions);
        if (names.size() != 1) {
            throw new Unmeant("several-definitions", service.id());
        }
        Set<SourceLocation> mentions = mentions(desk, service);
        Set<String> files = new HashSet<>(ComposePages.files(definitions));
        mentions.forEach(place -> files.add(place.file()));
        ComposeRenaming renaming = new ComposeRenaming(desk, names.iterator().next(), renamed);
        definitions.forEach(renaming::define);
        for (Page page : ComposePages.of(desk)) {
            if (files.contains(page.file())) {
                renaming.refer(page);
                renaming.addresses(page, page.root(), mentions);
            }
        }
    }

    /// Where it is concluded from an address that something needs the service.
    private static Set<SourceLocation> mentions(Desk desk, Service service) {
        Set<SourceLocation> places = new HashSet<>();
        desk.topology().dependencies().stream()
                .filter(dependency -> dependency.to().equals(service.id()))
                .flatMap(dependency -> dependency.evidence().stream())
                .filter(piece -> piece.certainty() == Certainty.INFERRED)
                .filter(piece -> piece.rule().startsWith("compose."))
                .map(Evidence::source)
                .forEach(places::add);
        return places;
    }

    private void define(Definition definition) {
        definition.page().editing().rename(definition.section(), definition.entry(), renamed);
        for (String key : OWN_NAMES) {
            definition
                    .own(key)
                    .filter(SourceNode.Scalar.class::isInstance)
                    .map(SourceNode.Scalar.class::cast)
                    .filter(own -> own.value().equals(name))
                    .ifPresent(own -> text(definition.page(), own, renamed));
        }
    }

    private void refer(Page page) {
        for (SourceNode.Entry entry : ComposePages.section(page).entries()) {
            refer(page, entry.value());
        }
    }

    private void refer(Page page, SourceNode node) {
        SourceNode meant = page.follow(node);
        if (!seen.add(meant)) {
            return;
        }
        if (meant instanceof SourceNode.Sequence merged) {
            merged.items().forEach(item -> refer(page, item));
        }
        if (!(meant instanceof SourceNode.Mapping body)) {
            return;
        }
        value(body, "<<").ifPresent(merged -> refer(page, merged));
        value(body, DEPENDS_ON).ifPresent(names -> dependsOn(page, page.follow(names)));
        for (String key : LISTS) {
            value(body, key).ifPresent(names -> list(page, page.follow(names)));
        }
        for (String key : SHARED) {
            String prefix = key.equals("net") ? "container:" : "service:";
            value(body, key)
                    .filter(SourceNode.Scalar.class::isInstance)
                    .map(SourceNode.Scalar.class::cast)
                    .filter(mode -> mode.value().equals(prefix + name))
                    .ifPresent(mode -> text(page, mode, prefix + renamed));
        }
        value(body, "extends").ifPresent(base -> extended(page, base));
    }

    private void dependsOn(Page page, SourceNode names) {
        if (seen.add(names)) {
            Mentions.rename(page, names, name, renamed);
        }
    }

    private void list(Page page, SourceNode names) {
        if (!seen.add(names) || !(names instanceof SourceNode.Sequence list)) {
            return;
        }
        for (SourceNode item : list.items()) {
            if (item instanceof SourceNode.Scalar link) {
                if (link.value().equals(name)) {
                    text(page, link, renamed);
                } else if (link.value().startsWith(name + ":")) {
                    text(page, link, renamed + link.value().substring(name.length()));
                }
            }
        }
    }

    /// `extends: base`, or with the file that has it.
    private void extended(Page page, SourceNode base) {
        SourceNode.Scalar service = switch (base) {
            case SourceNode.Scalar own -> own;
            case SourceNode.Mapping mapping
            when Source.entry(mapping, "file").isEmpty() || isDefinedThere(page, mapping) ->
                value(mapping, "service").flatMap(page::scalar).orElse(null);
            case SourceNode.Mapping _, SourceNode.Sequence _, SourceNode.Alias _ -> null;
        };
        if (service != null && service.value().equals(name)) {
            text(page, service, renamed);
        }
    }

    private boolean isDefinedThere(Page page, SourceNode.Mapping base) {
        String folder = page.file().substring(0, page.file().lastIndexOf('/') + 1);
        return value(base, "file")
                .flatMap(page::scalar)
                .map(file -> folder + file.value().replaceFirst("^\\./", ""))
                .filter(file -> desk.file(file).isPresent())
                .isPresent();
    }

    /// The host in the addresses at some places.
    private void addresses(Page page, SourceNode node, Set<SourceLocation> places) {
        switch (node) {
            case SourceNode.Mapping mapping ->
                mapping.entries().forEach(entry -> addresses(page, entry.value(), places));
            case SourceNode.Sequence list -> list.items().forEach(item -> addresses(page, item, places));
            case SourceNode.Scalar scalar -> {
                if (places.contains(page.place(scalar)) && seen.add(scalar)) {
                    String moved = withHost(scalar.value());
                    if (!moved.equals(scalar.value())) {
                        page.editing().replace(scalar, new NewNode.Text(moved));
                    }
                }
            }
            case SourceNode.Alias _ -> {}
        }
    }

    /// The name where a host can stand: alone, before a port or path, behind a scheme or user.
    private String withHost(String text) {
        Pattern host = Pattern.compile(
                "(?<=^|//|[\\s,;=@(\"'\\[|])" + Pattern.quote(name) + "\\.?(?=$|:[0-9$]|[/,;\\s?\"')\\]&|])");
        return host.matcher(text).replaceAll(Matcher.quoteReplacement(renamed));
    }

    private void text(Page page, SourceNode.Scalar scalar, String value) {
        if (seen.add(scalar)) {
            page.editing().replace(scalar, new NewNode.Text(value));
        }
    }

    private static Optional<SourceNode> value(SourceNode.Mapping in, String key) {
        return Source.entry(in, key).map(SourceNode.Entry::value);
    }
}
