package dev.orrery.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.descriptor.SourceText;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.SourceFile;
import dev.orrery.importer.TopologyLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Files at hand, and what edits make of them.
record Edited(Loaded loaded) {
    private static final Path ROOT = Path.of("/open").toAbsolutePath();

    static Edited file(String content) {
        return files("a.yaml", content);
    }

    /// @param namesAndContents a name, a content, a name, a content, …
    static Edited files(String... namesAndContents) {
        List<SourceFile> sources = new ArrayList<>();
        for (int at = 0; at < namesAndContents.length; at += 2) {
            String name = namesAndContents[at];
            SourceFile.Role role = name.endsWith("workspace.yaml") ? SourceFile.Role.SIDE : SourceFile.Role.NAMED;
            sources.add(new SourceFile(
                    ROOT.resolve(name), role, new SourceText(name, namesAndContents[at + 1]), List.of()));
        }
        return new Edited(TopologyLoader.standard().read(ROOT, sources));
    }

    EditedSources apply(TopologyEdit... edits) {
        return new SourceEditor(TopologyLoader.standard()).apply(loaded, List.of(edits));
    }

    /// The lines that went, with `-`, and those that came, with `+`, in all files.
    void gives(String expected, TopologyEdit... edits) {
        assertThat(apply(edits))
                .isInstanceOfSatisfying(
                        EditedSources.Done.class,
                        done -> assertThat(lines(done)).isEqualTo(expected));
    }

    static String lines(EditedSources.Done done) {
        return done.changed().stream()
                .map(file -> lines(file.before().text().content(), file.content()))
                .collect(Collectors.joining());
    }

    /// The files after edits that are made.
    Edited after(TopologyEdit... edits) {
        return new Edited(((EditedSources.Done) apply(edits)).loaded());
    }

    /// The text of a file; empty where there is none.
    String text(String file) {
        return loaded.files().stream()
                .map(SourceFile::text)
                .filter(text -> text.file().equals(file))
                .map(SourceText::content)
                .findFirst()
                .orElse("");
    }

    void refuses(String code, TopologyEdit... edits) {
        assertThat(apply(edits))
                .isInstanceOfSatisfying(
                        EditedSources.Refused.class,
                        refused -> assertThat(refused.refused().stream()
                                        .map(one -> one.refusal().code())
                                        .distinct()
                                        .toList())
                                .isEqualTo(List.of(code)));
    }

    /// What is left of both when common lines are taken out from both ends and one by one.
    private static String lines(String before, String after) {
        List<String> old = new ArrayList<>(before.lines().toList());
        List<String> now = new ArrayList<>(after.lines().toList());
        StringBuilder gone = new StringBuilder();
        int at = 0;
        for (String line : old) {
            int found = now.subList(at, now.size()).indexOf(line);
            if (found < 0) {
                gone.append("-").append(line).append("\n");
            } else {
                now.subList(at, at + found)
                        .forEach(added -> gone.append("+").append(added).append("\n"));
                at += found + 1;
            }
        }
        now.subList(at, now.size())
                .forEach(added -> gone.append("+").append(added).append("\n"));
        return gone.toString();
    }
}
