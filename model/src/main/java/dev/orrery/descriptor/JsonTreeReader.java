package dev.orrery.descriptor;

import dev.orrery.json.JsonEvents;
import dev.orrery.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads JSON into the same tree as YAML, several times as fast, and by the rules of JSON alone.
final class JsonTreeReader {
    private final SourceText text;
    private final Limits limits;
    private final Lines lines;
    private final List<Problem> problems = new ArrayList<>();
    private final DocumentBuilder building;
    private int nodes;

    private JsonTreeReader(SourceText text, Limits limits) {
        this.text = text;
        this.limits = limits;
        this.lines = new Lines(text.content());
        this.building = new DocumentBuilder(text.file(), lines, problems);
    }

    /// A text that should be JSON. Comments, commas at the end, and YAML are an error, but do not hide the rest.
    static SourceTree read(SourceText text, Limits limits) {
        JsonTreeReader strict = new JsonTreeReader(text, limits);
        return strict.events(JsonEvents.Grammar.STRICT)
                .map(broken -> strict.fuller().with(strict.problem("json-syntax", broken.offset(), broken.why())))
                .orElseGet(strict::tree);
    }

    /// A text that may be JSON; empty where it is not.
    static Optional<SourceTree> readIfJson(SourceText text, Limits limits) {
        if (!beginsAsJson(text.content())) {
            return Optional.empty();
        }
        JsonTreeReader reader = new JsonTreeReader(text, limits);
        return reader.events(JsonEvents.Grammar.STRICT).isEmpty() ? Optional.of(reader.tree()) : Optional.empty();
    }

    private static boolean beginsAsJson(String content) {
        int at = content.startsWith("\uFEFF") ? 1 : 0;
        while (at < content.length() && " \t\r\n".indexOf(content.charAt(at)) >= 0) {
            at++;
        }
        return at < content.length() && "{[".indexOf(content.charAt(at)) >= 0;
    }

    /// What can be made of a text that breaks the rules: as much as comes before that at least.
    private SourceTree fuller() {
        if (!beginsAsJson(text.content())) {
            return SourceTreeReader.readYaml(text, limits);
        }
        JsonTreeReader commented = new JsonTreeReader(text, limits);
        return commented.events(JsonEvents.Grammar.COMMENTED).isEmpty() ? commented.tree() : tree();
    }

    private Optional<JsonEvents.Broken> events(JsonEvents.Grammar grammar) {
        return JsonEvents.read(text.content(), grammar, this::accept);
    }

    private SourceTree tree() {
        return new SourceTree(text, lines, List.of(building.finishEarly()), problems, true);
    }

    private boolean accept(JsonEvents.Event event, int start, int end, String value) {
        switch (event) {
            case OBJECT, ARRAY -> {
                if (building.depth() == limits.depth()) {
                    report("too-deep", start, String.valueOf(limits.depth()));
                    return false;
                }
                building.open(event == JsonEvents.Event.OBJECT, start, true, null, null);
            }
            case END -> {
                building.close(end);
                return true;
            }
            case NAME, TEXT -> building.add(scalar(start, end, SourceNode.Style.DOUBLE_QUOTED, value));
            case BARE -> building.add(scalar(start, end, SourceNode.Style.PLAIN, value));
        }
        nodes++;
        if (nodes > limits.nodes()) {
            report("too-many-nodes", start, String.valueOf(limits.nodes()));
            return false;
        }
        return true;
    }

    private static SourceNode.Scalar scalar(int start, int end, SourceNode.Style style, String value) {
        return new SourceNode.Scalar(start, end, style, null, null, value);
    }

    private void report(String code, int offset, String argument) {
        problems.add(problem(code, offset, argument));
    }

    private Problem problem(String code, int offset, String argument) {
        return Problem.error(code, lines.locate(text.file(), offset), argument);
    }
}
