package dev.orrery.importer.contextmapper;

import dev.orrery.descriptor.Draft;
import dev.orrery.importer.contextmapper.CmlRelation.Name;
import dev.orrery.problem.Problem;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.Service;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// A map with all the contexts and domains that it knows of.
final class CmlBook {
    private final List<CmlFile> pages;
    private final Consumer<Problem> report;
    private final Draft.Builder draft;
    private final CmlDomains domains;
    private final CmlTeams teams;
    private final Map<String, CmlFile.Context> contexts = new LinkedHashMap<>();
    /// Contexts that stand on a map.
    private final Map<String, Name> members = new LinkedHashMap<>();

    /// @param file the first page
    CmlBook(String file, List<CmlFile> pages, Consumer<Problem> report) {
        this.pages = pages;
        this.report = report;
        this.draft = Draft.of("contextmapper", file);
        this.domains = new CmlDomains(pages, report);
        for (CmlFile page : pages) {
            page.contexts.forEach(this::define);
            page.members.forEach(member -> members.putIfAbsent(member.text(), member));
        }
        this.teams = new CmlTeams(contexts.values());
    }

    private void define(CmlFile.Context context) {
        CmlFile.Context first = contexts.putIfAbsent(context.name().text(), context);
        if (first != null) {
            report.accept(Problem.warning(
                    "cml-context-twice",
                    context.name().source(),
                    context.name().text(),
                    first.name().source().toString()));
        }
    }

    /// @param known pages that another book has already
    Draft draft(Set<CmlFile> known) {
        pages.getFirst().mapName().ifPresent(draft::name);
        Set<String> mentioned = new HashSet<>(members.keySet());
        for (CmlFile page : pages) {
            page.relations.forEach(relation -> {
                mentioned.add(relation.first().text());
                mentioned.add(relation.second().text());
            });
        }
        Set<String> elsewhere = new HashSet<>();
        known.forEach(page ->
                page.contexts.forEach(context -> elsewhere.add(context.name().text())));
        for (CmlFile.Context context : contexts.values()) {
            String id = context.name().text();
            // A team that is on no map is who works on a context, and no context itself.
            if (!elsewhere.contains(id) && (!context.isTeam() || mentioned.contains(id))) {
                add(context);
            }
        }
        for (Name member : members.values()) {
            if (!contexts.containsKey(member.text())) {
                draft.add(Service.builder(member.text(), member.source()).build());
            }
        }
        domains.write(draft);
        pages.stream().filter(page -> !known.contains(page)).forEach(page -> page.relations.forEach(this::relate));
        return draft.build();
    }

    private void add(CmlFile.Context context) {
        Name name = context.name();
        String type = context.type();
        draft.add(Service.builder(name.text(), name.source())
                .owner(teams.owner(context).orElse(null))
                .technology(context.technology())
                .tags(type == null || type.equals("UNDEFINED") ? List.of() : List.of(type.toLowerCase(Locale.ROOT)))
                .owns(context.aggregates().stream().distinct().toList())
                .build());
        domains.place(context, draft);
    }

    private void relate(CmlRelation relation) {
        need(relation, relation.first(), relation.second());
        if (relation.kind().isMutual()) {
            need(relation, relation.second(), relation.first());
        }
    }

    private void need(CmlRelation relation, Name from, Name to) {
        boolean isKnown = contexts.containsKey(from.text()) || members.containsKey(from.text());
        if (isKnown) {
            Evidence evidence = new Evidence(Certainty.DECLARED, relation.kind().rule(), to.source());
            draft.add(new Draft.Need(from.text(), to.text(), null, true, relation.technology(), null, evidence));
        } else {
            report.accept(Problem.error("cml-unknown-context", from.source(), from.text()));
        }
    }
}
