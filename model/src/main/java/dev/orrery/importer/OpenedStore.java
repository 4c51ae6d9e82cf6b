package dev.orrery.importer;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orrery.descriptor.Decoded;
import dev.orrery.descriptor.SourceText;
import dev.orrery.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a person opened, out of a store: the same files as [Opened] would find if the store were on the disk.
final class OpenedStore implements OpenedFiles {
    private static final String IGNORE_FILE = ".gitignore";

    private final StoredFiles store;
    private final Map<String, Optional<IgnoreRules>> rules = new HashMap<>();
    private final List<Candidate> files = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    OpenedStore(StoredFiles store) {
        this.store = store;
        Set<String> seen = new HashSet<>();
        for (String name : store.named()) {
            List<String> below = found(name);
            if (below.isEmpty()) {
                if (seen.add(name)) {
                    files.add(candidate(name, SourceFile.Role.NAMED));
                }
                continue;
            }
            below.stream()
                    .limit(Folder.MOST_FILES)
                    .filter(seen::add)
                    .forEach(file -> files.add(candidate(file, SourceFile.Role.FOUND)));
            if (below.size() > Folder.MOST_FILES) {
                problems.add(FileProblems.tooManyFiles(name.isEmpty() ? "." : name, Folder.MOST_FILES));
            }
        }
    }

    private Candidate candidate(String file, SourceFile.Role role) {
        return new Candidate(store.root().resolve(file), role);
    }

    @Override
    public Path root() {
        return store.root();
    }

    @Override
    public List<Candidate> files() {
        return files;
    }

    /// What a folder of the disk holds beside descriptors is not told of a store.
    @Override
    public List<FileReading> passedOver() {
        return List.of();
    }

    @Override
    public List<Problem> problems() {
        return problems;
    }

    @Override
    public Optional<SourceFile> read(Candidate candidate) {
        String name = Root.relative(store.root(), candidate.path());
        boolean isForeign = candidate.role() == SourceFile.Role.FOUND
                && FileKinds.isXml(name)
                && !content(name).map(Opened::looksLikeDescriptor).orElse(false);
        return isForeign ? Optional.empty() : Optional.of(read(name, candidate.role()));
    }

    @Override
    public Optional<SourceFile> side(String file) {
        return content(file).isEmpty() ? Optional.empty() : Optional.of(read(file, SourceFile.Role.SIDE));
    }

    @Override
    public List<String> below(String folder) {
        return found(folder);
    }

    private SourceFile read(String name, SourceFile.Role role) {
        Decoded decoded;
        try {
            decoded = store.content(name)
                    .map(bytes -> SourceText.decode(name, bytes))
                    .orElseGet(() -> new Decoded.Refused(FileProblems.missing(name)));
        } catch (IOException refused) {
            decoded = new Decoded.Refused(FileProblems.unreadable(name, String.valueOf(refused.getMessage())));
        }
        return switch (decoded) {
            case Decoded.Text(SourceText text) -> new SourceFile(store.root().resolve(name), role, text, List.of());
            case Decoded.Refused(Problem problem) ->
                new SourceFile(store.root().resolve(name), role, new SourceText(name, ""), List.of(problem));
        };
    }

    private Optional<byte[]> content(String file) {
        try {
            return store.content(file);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /// What may be a descriptor in a folder and below.
    private List<String> found(String folder) {
        int above = folder.isEmpty() ? 0 : folder.split("/").length;
        return store.below(folder).stream()
                .filter(file -> mayBeDescriptor(file, above))
                .toList();
    }

    private boolean mayBeDescriptor(String file, int above) {
        List<String> steps = Arrays.asList(file.split("/"));
        String name = steps.getLast();
        boolean isKind =
                FileKinds.mayBeDescriptor(name) && !FileKinds.isWorkspace(name) && !FileKinds.isOfOtherTool(name);
        return isKind
                && steps.size() - above <= Folder.DEEPEST
                && steps.subList(above, steps.size() - 1).stream().noneMatch(Folder.PASSED_OVER::contains)
                && !isIgnored(steps, above);
    }

    private boolean isIgnored(List<String> steps, int above) {
        for (int depth = above + 1; depth <= steps.size(); depth++) {
            if (isIgnored(steps.subList(0, depth), above, depth < steps.size())) {
                return true;
            }
        }
        return false;
    }

    /// The innermost rules that say something count.
    private boolean isIgnored(List<String> steps, int above, boolean isFolder) {
        for (int depth = steps.size() - 1; depth >= above; depth--) {
            String folder = String.join("/", steps.subList(0, depth));
            List<String> inside = steps.subList(depth, steps.size());
            Optional<Boolean> said =
                    rules.computeIfAbsent(folder, this::rules).flatMap(known -> known.ignores(inside, isFolder));
            if (said.isPresent()) {
                return said.get();
            }
        }
        return false;
    }

    private Optional<IgnoreRules> rules(String folder) {
        return content(folder.isEmpty() ? IGNORE_FILE : folder + "/" + IGNORE_FILE)
                .map(bytes -> IgnoreRules.parse(new String(bytes, UTF_8)));
    }
}
