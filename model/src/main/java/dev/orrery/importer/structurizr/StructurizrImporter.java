package dev.orrery.importer.structurizr;

import dev.orrery.descriptor.Draft;
import dev.orrery.descriptor.SourceText;
import dev.orrery.importer.Document;
import dev.orrery.importer.SideFiles;
import dev.orrery.importer.SourceFile;
import dev.orrery.importer.TopologyImporter;
import dev.orrery.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Structurizr workspaces, as JSON and in the DSL.
public final class StructurizrImporter implements TopologyImporter {
    static final String FORMAT = "structurizr";

    /// What a text may begin with before it says what it is.
    private static final int LONGEST_PREAMBLE = 20_000;

    private static final Set<String> BEFORE_A_WORKSPACE = Set.of("!const", "!constant", "!var");
    private static final Pattern OF_STRUCTURIZR = Pattern.compile("(?i)\\b(?:workspace|model)\\b");
    private static final Pattern SYSTEM = Pattern.compile("(?i)\\bsoftwareSystem\\b");

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public boolean accepts(Document document) {
        return switch (document) {
            case Document.Tree tree ->
                tree.mapping().filter(JsonWorkspace::describes).isPresent();
            case Document.Plain plain -> isWorkspace(plain);
        };
    }

    @Override
    public List<Draft> read(List<Document> documents, SideFiles beside, Consumer<Problem> report) {
        List<Draft> drafts = new ArrayList<>();
        Map<String, DslScript> scripts = scripts(documents, beside, report);
        for (Document document : documents) {
            String file = document.text().file();
            switch (document) {
                case Document.Tree tree ->
                    tree.mapping()
                            .flatMap(root -> JsonWorkspace.read(root, report))
                            .map(model -> ModelDraft.of(model, file, report))
                            .ifPresent(drafts::add);
                case Document.Plain _ -> {
                    DslScript script = scripts.get(file);
                    if (script != null && !isExtended(file, script, scripts)) {
                        drafts.add(ModelDraft.of(DslWorkspace.read(script, report), file, report));
                    }
                }
            }
        }
        return drafts;
    }

    private static Map<String, DslScript> scripts(
            List<Document> documents, SideFiles beside, Consumer<Problem> report) {
        Map<String, DslScript> scripts = new LinkedHashMap<>();
        for (Document document : documents) {
            if (document instanceof Document.Plain plain) {
                SourceText text = plain.text();
                scripts.computeIfAbsent(text.file(), _ -> DslAssembly.of(text, beside, report));
            }
        }
        return scripts;
    }

    /// All that such a workspace says is said again by the one that extends it.
    private static boolean isExtended(String file, DslScript script, Map<String, DslScript> scripts) {
        return scripts.entrySet().stream()
                .anyMatch(other -> other.getValue().bases().contains(file)
                        && !script.bases().contains(other.getKey()));
    }

    /// A model without a workspace around it is a piece that others include, unless the user names it.
    private static boolean isWorkspace(Document.Plain plain) {
        String content = plain.text().content();
        String beginning = content.substring(0, Math.min(content.length(), LONGEST_PREAMBLE));
        if (!OF_STRUCTURIZR.matcher(beginning).find()) {
            return false;
        }
        for (Statement statement : Statements.of(new SourceText(plain.text().file(), beginning))) {
            switch (statement.keyword()) {
                case "workspace" -> {
                    return statement.opens();
                }
                case "model" -> {
                    return statement.opens()
                            && plain.role() == SourceFile.Role.NAMED
                            && SYSTEM.matcher(content).find();
                }
                default -> {
                    if (!BEFORE_A_WORKSPACE.contains(statement.keyword())) {
                        return false;
                    }
                }
            }
        }
        return false;
    }
}
