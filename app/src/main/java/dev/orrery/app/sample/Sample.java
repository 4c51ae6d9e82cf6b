package dev.orrery.app.sample;

import dev.orrery.persistence.WorkspacePlace;
import java.util.List;

/// One bundled sample.
///
/// @param id a word for the command line
/// @param summary one or two sentences
/// @param file or folder, relative to the folder of all samples, with `/`
/// @param holds the files of the folder; empty for a file
/// @param generated whether the file is made by a rule where it is first wanted
/// @param style of architecture that it shows
public record Sample(
        String id, String title, String summary, String file, List<String> holds, boolean generated, String style) {
    public Sample {
        holds = List.copyOf(holds);
    }

    /// What it is read from, relative to the folder of all samples.
    List<String> files() {
        return holds.isEmpty()
                ? List.of(file)
                : holds.stream().map(held -> file + "/" + held).toList();
    }

    /// Its workspace, in which its tour is, relative to the folder of all samples.
    String workspace() {
        return holds.isEmpty()
                ? file.substring(0, file.lastIndexOf('.')) + WorkspacePlace.ENDING
                : file + "/orrery" + WorkspacePlace.ENDING;
    }
}
