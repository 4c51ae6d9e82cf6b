package dev.orrery.descriptor;

import dev.orrery.problem.Problem;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads YAML 1.2 and JSON into a tree that knows where everything is written. A text that is one JSON value is read
/// by the rules of JSON; so is a file that is called so.
///
/// It listens to the parser's events with a stack of its own: the parser's composer would overflow the thread's stack
/// on deep nesting, forget where aliases stand, and flatten merge keys. An error ends the reading but not the tree:
/// what was complete before it is kept.
public final class SourceTreeReader {
    /// In characters. The parser reads in pieces, and copies all it has of a word for each further piece: a text of
    /// some megabytes took seconds in pieces of the usual kilobyte.
    private static final int SMALLEST_PIECE = 1_024;

    private static final int LARGEST_PIECE = 1 << 20;

    private final SourceText text;
    private final Limits limits;
    private final Lines lines;
    private final CodePoints codePoints;
    private final List<Problem> problems = new ArrayList<>();
    private final List<SourceDocument> documents = new ArrayList<>();
    private DocumentBuilder building;
    private boolean inDocument;
    /// Where the last event ended, in code points.
    private int lastRead;

    private int nodes;
    private int aliases;

    private SourceTreeReader(SourceText text, Limits limits) {
        this.text = text;
        this.limits = limits;
        this.lines = new Lines(text.content());
        this.codePoints = new CodePoints(text.content());
        this.building = newDocument();
    }

    /// Never throws for any text: what cannot be read is among the tree's problems.
    public static SourceTree read(SourceText text) {
        return read(text, Limits.STANDARD);
    }

    static SourceTree read(SourceText text, Limits limits) {
        return text.file().toLowerCase(Locale.ROOT).endsWith(".json")
                ? JsonTreeReader.read(text, limits)
                : JsonTreeReader.readIfJson(text, limits).orElseGet(() -> readYaml(text, limits));
    }

    static SourceTree readYaml(SourceText text, Limits limits) {
        SourceTreeReader reader = new SourceTreeReader(text, limits);
        reader.readAll();
        return new SourceTree(text, reader.lines, reader.documents, reader.problems, false);
    }

    private void readAll() {
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setLabel(text.file())
                    .setCodePointLimit(Integer.MAX_VALUE)
                    .setBufferSize(Math.clamp(text.content().length(), SMALLEST_PIECE, LARGEST_PIECE))
                    .build();
            Iterator<Event> events =
                    new Parse(settings).parseString(text.content()).iterator();
            while (events.hasNext() && accept(events.next())) {
                // the work is in accept
            }
        } catch (MarkedYamlEngineException refused) {
            problems.add(syntaxProblem(refused));
        } catch (ReaderException refused) {
            report("character-not-allowed", refused.getPosition(), String.format("U+%04X", refused.getCodePoint()));
        } catch (YamlEngineException refused) {
            report("yaml-syntax", lastRead, String.valueOf(refused.getMessage()));
        } catch (IllegalArgumentException | IndexOutOfBoundsException refused) {
            // The parser does so itself, for instance after an escape without digits.
            report("yaml-syntax", lastRead, "a character or escape that cannot be read");
        }
        if (inDocument) {
            documents.add(building.finishEarly());
        }
    }

    /// Whether to go on.
    private boolean accept(Event event) {
        lastRead = index(event.getEndMark());
        return switch (event.getEventId()) {
            case StreamStart, StreamEnd, Comment -> true;
            case DocumentStart -> {
                inDocument = true;
                building = newDocument();
                yield true;
            }
            case DocumentEnd -> {
                documents.add(building.finish());
                inDocument = false;
                yield true;
            }
            case Alias -> acceptAlias((AliasEvent) event);
            case Scalar -> {
                building.add(scalar((ScalarEvent) event));
                yield countNode(event);
            }
            case MappingStart, SequenceStart -> acceptStart((CollectionStartEvent) event);
            case MappingEnd, SequenceEnd -> {
                building.close(end(event));
                yield true;
            }
        };
    }

    private boolean acceptStart(CollectionStartEvent event) {
        if (building.depth() == limits.depth()) {
            report("too-deep", index(event.getStartMark()), String.valueOf(limits.depth()));
            return false;
        }
        building.open(
                event instanceof MappingStartEvent,
                start(event),
                event.isFlow(),
                event.getTag().orElse(null),
                anchor(event));
        return countNode(event);
    }

    private boolean acceptAlias(AliasEvent event) {
        String anchor = event.getAlias().getValue();
        aliases++;
        if (aliases > limits.aliases()) {
            report("too-many-aliases", index(event.getStartMark()), String.valueOf(limits.aliases()));
            return false;
        }
        building.addAlias(new SourceNode.Alias(start(event), end(event), anchor));
        return countNode(event);
    }

    private boolean countNode(Event event) {
        nodes++;
        if (nodes > limits.nodes()) {
            report("too-many-nodes", index(event.getStartMark()), String.valueOf(limits.nodes()));
            return false;
        }
        return true;
    }

    private SourceNode.Scalar scalar(ScalarEvent event) {
        return new SourceNode.Scalar(
                start(event),
                end(event),
                style(event.getScalarStyle()),
                event.getTag().orElse(null),
                anchor(event),
                event.getValue());
    }

    private static SourceNode.Style style(ScalarStyle style) {
        return switch (style) {
            case SINGLE_QUOTED -> SourceNode.Style.SINGLE_QUOTED;
            case DOUBLE_QUOTED -> SourceNode.Style.DOUBLE_QUOTED;
            case LITERAL -> SourceNode.Style.LITERAL;
            case FOLDED -> SourceNode.Style.FOLDED;
            case PLAIN, JSON_SCALAR_STYLE -> SourceNode.Style.PLAIN;
        };
    }

    private static @Nullable String anchor(NodeEvent event) {
        return event.getAnchor().map(Anchor::getValue).orElse(null);
    }

    private Problem syntaxProblem(MarkedYamlEngineException refused) {
        Optional<Mark> mark = refused.getProblemMark().or(refused::getContextMark);
        int offset = codePoints.utf16(index(mark));
        String what = refused.getProblem();
        if (offset < text.content().length() && text.content().charAt(offset) == '\t') {
            return Problem.error("tab-indentation", lines.locate(text.file(), offset));
        }
        if (what.startsWith("found undefined alias")) {
            return Problem.error("unknown-anchor", lines.locate(text.file(), offset), what);
        }
        return Problem.error("yaml-syntax", lines.locate(text.file(), offset), what);
    }

    private DocumentBuilder newDocument() {
        return new DocumentBuilder(text.file(), lines, problems);
    }

    private void report(String code, int codePoint, String argument) {
        problems.add(Problem.error(code, lines.locate(text.file(), codePoints.utf16(codePoint)), argument));
    }

    private int start(Event event) {
        return codePoints.utf16(index(event.getStartMark()));
    }

    private int end(Event event) {
        return codePoints.utf16(index(event.getEndMark()));
    }

    private static int index(Optional<Mark> mark) {
        return mark.map(Mark::getIndex).orElse(0);
    }
}
