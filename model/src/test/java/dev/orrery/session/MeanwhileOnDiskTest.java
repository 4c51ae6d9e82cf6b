package dev.orrery.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.descriptor.SourceText;
import dev.orrery.importer.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class MeanwhileOnDiskTest {
    private static final String WORKSPACE = "orrery.workspace.yaml";
    private static final String KNOWN = "format: 1\npins: {}\n";
    private static final String MINE = KNOWN + "overlays: {services: {a: {owner: us}}}\n";

    @Test
    void aPinIsNoChangeOfWhatIsEdited() {
        List<SourceFile> known = List.of(file(KNOWN));
        List<SourceFile> pinned = List.of(file("format: 1\npins: {services: {a: {x: 1, y: 2}}}\n"));

        assertThat(MeanwhileOnDisk.heeded(known, pinned)).isEqualTo(known);
        List<SourceFile> stated = List.of(file(KNOWN + "aliases: {a: [b]}\n"));
        assertThat(MeanwhileOnDisk.heeded(known, stated)).isEqualTo(stated);
    }

    @Test
    void whatOthersSayInAnotherSectionIsTakenUpAndInTheSameOneIsAConflict() {
        assertThat(merged(KNOWN + "aliases: {a: [b]}\n"))
                .isEqualTo(Map.of(WORKSPACE, KNOWN + "aliases: {a: [b]}\noverlays: {services: {a: {owner: us}}}\n"));
        assertThat(merged(KNOWN + "overlays: {services: {a: {owner: them}}}\n")).isEmpty();
    }

    private static Map<String, String> merged(String theirs) {
        Editing editing = Editing.of(List.of(file(KNOWN)), new TreeSet<>(), null, 0);
        Texts mine = new Texts(new TreeMap<>(Map.of(WORKSPACE, MINE)));
        return MeanwhileOnDisk.merged(Set.of(WORKSPACE), editing, mine, List.of(file(theirs)));
    }

    private static SourceFile file(String content) {
        return new SourceFile(
                Path.of("/open", WORKSPACE), SourceFile.Role.SIDE, new SourceText(WORKSPACE, content), List.of());
    }
}
