package dev.orrery.importer;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Which files of a folder are worth a look. Only for what nobody named: a named file is judged by what it holds.
final class FileKinds {
    private static final List<String> TREES = List.of(".yaml", ".yml", ".json");
    private static final List<String> PLAIN =
            List.of(".dsl", ".c4", ".likec4", ".cml", ".dot", ".gv", ".graphml", ".mmd", ".mermaid");
    private static final Set<String> OF_OTHER_TOOLS = Set.of(
            "package.json",
            "package-lock.json",
            "npm-shrinkwrap.json",
            "pnpm-lock.yaml",
            "pnpm-workspace.yaml",
            "composer.json",
            "angular.json",
            "nx.json",
            "lerna.json",
            "turbo.json",
            "renovate.json",
            ".eslintrc.json",
            ".eslintrc.yaml",
            ".eslintrc.yml",
            ".prettierrc.json",
            ".prettierrc.yaml",
            ".pre-commit-config.yaml",
            "mkdocs.yml",
            ".travis.yml",
            ".golangci.yml",
            ".golangci.yaml");
    private static final Pattern SETTINGS = Pattern.compile("(tsconfig|jsconfig)(\\.[\\w-]+)?\\.json");

    private FileKinds() {}

    /// Whether a name ends as those of descriptors do.
    static boolean mayBeDescriptor(String name) {
        return isTree(name) || isXml(name) || PLAIN.stream().anyMatch(name::endsWith);
    }

    /// YAML or JSON.
    static boolean isTree(String name) {
        return TREES.stream().anyMatch(name::endsWith);
    }

    static boolean isXml(String name) {
        return name.endsWith(".xml");
    }

    /// A workspace or a baseline.
    static boolean isWorkspace(String name) {
        return name.endsWith(".workspace.yaml") || name.endsWith(".baseline.yaml");
    }

    /// Files of build tools, which are many and large and never descriptors.
    static boolean isOfOtherTool(String name) {
        return OF_OTHER_TOOLS.contains(name) || SETTINGS.matcher(name).matches();
    }
}
