package dev.orrery.persistence;

import dev.orrery.descriptor.SourceText;
import dev.orrery.problem.Problem;
import dev.orrery.scenario.Scenario;
import dev.orrery.scenario.ScenarioText;
import dev.orrery.text.Messages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads and writes the scenarios of a workspace file, and leaves every other byte of it as it is. A file that
/// cannot be read, or is of a later format, is reported and never written over.
public final class ScenarioFile {
    private final AtomicFile files;

    public ScenarioFile(AtomicFile files) {
        this.files = files;
    }

    /// @param problems of the scenarios alone, with the file's name and place
    public record Read(List<Scenario> scenarios, List<Problem> problems) {
        public Read {
            scenarios = List.copyOf(scenarios);
            problems = List.copyOf(problems);
        }
    }

    /// The scenarios that a file keeps; none where there is no file or it cannot be read.
    public static Read read(Path file) {
        return switch (WorkspaceFile.load(file)) {
            case WorkspaceFile.Loaded.Text(WorkspaceText text) -> read(text.text());
            case WorkspaceFile.Loaded.Unreadable(Problem problem) -> new Read(List.of(), List.of(problem));
        };
    }

    private static Read read(SourceText text) {
        List<Problem> problems = new ArrayList<>();
        List<Scenario> scenarios = ScenarioText.read(text, problems::add);
        return new Read(scenarios, problems);
    }

    /// Writes the scenarios in place of those that the file has. None make no file, and leave no section. Refused where
    /// the file holds some that are not understood: they would be lost.
    public Written write(WorkspacePlace place, List<Scenario> scenarios) {
        return switch (WorkspaceFile.load(WorkspaceFile.base(place))) {
            case WorkspaceFile.Loaded.Unreadable(Problem problem) ->
                AtomicFile.refused(place.write(), problem.message());
            case WorkspaceFile.Loaded.Text(WorkspaceText old) -> write(place, old, scenarios);
        };
    }

    private Written write(WorkspacePlace place, WorkspaceText old, List<Scenario> scenarios) {
        Path file = place.write();
        Read known = read(old.text());
        if (!old.readable()) {
            return AtomicFile.refused(file, old.problems().getFirst().message());
        }
        if (!known.problems().isEmpty()) {
            return AtomicFile.refused(file, known.problems().getFirst().message());
        }
        if (known.scenarios().equals(scenarios)) {
            return new Written.Done(file);
        }
        Map<String, String> sections = new LinkedHashMap<>();
        if (!old.sections().containsKey(WorkspaceText.FORMAT_KEY)) {
            sections.put(WorkspaceText.FORMAT_KEY, WorkspaceText.FORMAT_KEY + ": " + WorkspaceText.FORMAT);
        }
        sections.put(ScenarioText.KEY, ScenarioText.section(scenarios));
        String text = WorkspaceSplice.splice(old, sections);
        WorkspaceText again = WorkspaceText.read(new SourceText(old.text().file(), text));
        boolean asMeant = again.readable()
                && again.arrangement().equals(old.arrangement())
                && others(again).equals(others(old))
                && read(again.text()).equals(new Read(scenarios, List.of()));
        return asMeant
                ? WorkspaceFile.put(files, place, text)
                : AtomicFile.refused(file, Messages.of("file.workspace-form"));
    }

    private static Map<String, String> others(WorkspaceText text) {
        Map<String, String> others = new LinkedHashMap<>(text.stated());
        others.remove(ScenarioText.KEY);
        return others;
    }
}
