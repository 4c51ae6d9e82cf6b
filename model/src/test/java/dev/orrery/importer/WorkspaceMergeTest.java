package dev.orrery.importer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class WorkspaceMergeTest {
    private static final String BASE = "# ours\nformat: 1\npins:\n  services: {a: {x: 1, y: 1}}\naliases: {a: [b]}\n";
    private static final String EDITED = BASE + "overlays:\n  services:\n    a: {owner: us}\n";

    @Test
    void whatTheOthersDidNotTouchIsTakenAsItIs() {
        assertThat(WorkspaceMerge.of(BASE, EDITED, BASE)).contains(EDITED);
        assertThat(WorkspaceMerge.of(EDITED, "", EDITED)).contains("");
    }

    @Test
    void pinsOfTheDiskStayWhateverTheEditHolds() {
        String pinned = BASE.replace("x: 1", "x: 20");
        assertThat(WorkspaceMerge.of(BASE, EDITED, pinned)).contains(EDITED.replace("x: 1", "x: 20"));
        assertThat(WorkspaceMerge.of("", "format: 1\noverlays: {}\n", "format: 1\npins: {}\n"))
                .contains("format: 1\npins: {}\noverlays: {}\n");
        assertThat(WorkspaceMerge.saysTheSame(BASE, pinned)).isTrue();
        assertThat(WorkspaceMerge.saysTheSame(BASE, EDITED)).isFalse();
    }

    @Test
    void sectionsAreChangedAndGoWithTheirLines() {
        String others = EDITED.replace("[b]", "[b, c]");
        assertThat(WorkspaceMerge.of(EDITED, BASE, others)).contains(BASE.replace("[b]", "[b, c]"));
        assertThat(WorkspaceMerge.of(EDITED, EDITED.replace("us", "them"), others))
                .contains(others.replace("us", "them"));
        String crlf = BASE.replace("\n", "\r\n");
        assertThat(WorkspaceMerge.of(BASE, EDITED, crlf + "hubs: folded"))
                .contains(crlf + "hubs: folded\r\noverlays:\r\n  services:\r\n    a: {owner: us}\r\n");
    }

    @Test
    void whatBothChangedIsAConflict() {
        assertThat(WorkspaceMerge.of(EDITED, EDITED.replace("us", "them"), EDITED.replace("us", "you")))
                .isEmpty();
        assertThat(WorkspaceMerge.of(BASE, EDITED, "- no\n- workspace\n")).isEmpty();
        assertThat(WorkspaceMerge.of(BASE, EDITED, "a: 1\na: 2\n")).isEmpty();
    }
}
