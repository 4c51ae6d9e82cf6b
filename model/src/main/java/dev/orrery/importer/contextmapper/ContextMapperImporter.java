package dev.orrery.importer.contextmapper;

import dev.orrery.descriptor.Draft;
import dev.orrery.descriptor.SourceText;
import dev.orrery.importer.Document;
import dev.orrery.importer.SideFile;
import dev.orrery.importer.SideFiles;
import dev.orrery.importer.TopologyImporter;
import dev.orrery.importer.contextmapper.CmlRelation.Name;
import dev.orrery.problem.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Context Mapper's language, CML. A file and all that it imports are one book; each book is read on its own, because
/// two maps may tell of the same contexts at different times.
public final class ContextMapperImporter implements TopologyImporter {
    private static final Set<String> BEGINNINGS =
            Set.of("import", "ContextMap", "BoundedContext", "Domain", "UseCase", "UserStory", "Stakeholders");
    private static final int MOST_IMPORTS = 1_000;

    @Override
    public String format() {
        return "contextmapper";
    }

    /// Its first word is one of the language's own, and something in it is a context or a subdomain.
    @Override
    public boolean accepts(Document document) {
        if (!(document instanceof Document.Plain(SourceText text, var _))) {
            return false;
        }
        String content = text.content();
        boolean hasContent =
                content.contains("BoundedContext") || content.contains("ContextMap") || content.contains("Subdomain");
        return hasContent && BEGINNINGS.contains(new Tokens(text).peek().text());
    }

    @Override
    public List<Draft> read(List<Document> documents, SideFiles beside, Consumer<Problem> report) {
        Map<String, CmlFile> files = new LinkedHashMap<>();
        Map<String, List<String>> imports = new LinkedHashMap<>();
        for (Document document : documents) {
            files.computeIfAbsent(document.text().file(), _ -> CmlReader.read(document.text(), report));
        }
        List<String> own = List.copyOf(files.keySet());
        follow(files, imports, beside, report);
        Set<String> imported = imports.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        Set<String> written = new HashSet<>();
        List<Draft> drafts = new ArrayList<>();
        // Files that import each other in a circle have no first one; what is left then is taken in the given order.
        for (boolean isFirstRound : List.of(true, false)) {
            for (String file : own) {
                if (isFirstRound ? !imported.contains(file) : !written.contains(file)) {
                    drafts.add(book(file, files, imports, written, report));
                }
            }
        }
        return drafts;
    }

    /// Adds what is imported, however far it leads.
    private static void follow(
            Map<String, CmlFile> files, Map<String, List<String>> imports, SideFiles beside, Consumer<Problem> report) {
        Deque<String> open = new ArrayDeque<>(files.keySet());
        int most = files.size() + MOST_IMPORTS;
        while (!open.isEmpty()) {
            String from = open.removeFirst();
            List<String> targets = new ArrayList<>();
            CmlFile importing = files.get(from);
            for (Name name : importing == null ? List.<Name>of() : importing.imports) {
                switch (beside.read(from, name.text())) {
                    case SideFile.Found(SourceText text) -> {
                        if (!files.containsKey(text.file()) && files.size() < most) {
                            files.put(text.file(), CmlReader.read(text, report));
                            open.addLast(text.file());
                        }
                        if (files.containsKey(text.file())) {
                            targets.add(text.file());
                        }
                    }
                    case SideFile.Missing(String file) ->
                        report.accept(Problem.warning("cml-import-missing", name.source(), file));
                    case SideFile.Outside(String path) ->
                        report.accept(Problem.warning("cml-import-outside", name.source(), path));
                    case SideFile.Refused(Problem why) -> report.accept(why);
                }
            }
            imports.put(from, targets);
        }
    }

    private static Draft book(
            String first,
            Map<String, CmlFile> files,
            Map<String, List<String>> imports,
            Set<String> written,
            Consumer<Problem> report) {
        Map<String, CmlFile> pages = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty()) {
            String file = open.removeFirst();
            if (pages.putIfAbsent(file, files.get(file)) == null) {
                open.addAll(imports.getOrDefault(file, List.of()));
            }
        }
        CmlBook book = new CmlBook(first, List.copyOf(pages.values()), report);
        Set<CmlFile> known = pages.entrySet().stream()
                .filter(page -> written.contains(page.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
        written.addAll(pages.keySet());
        return book.draft(known);
    }
}
