package dev.orrery.importer.structurizr;

import com.structurizr.model.Component;
import com.structurizr.model.Container;
import com.structurizr.model.CustomElement;
import com.structurizr.model.Element;
import com.structurizr.model.GroupableElement;
import com.structurizr.model.InteractionStyle;
import com.structurizr.model.Model;
import com.structurizr.model.ModelItem;
import com.structurizr.model.Person;
import com.structurizr.model.Perspective;
import com.structurizr.model.Relationship;
import com.structurizr.model.SoftwareSystem;
import com.structurizr.model.StaticStructureElementInstance;
import dev.orrery.descriptor.Value;
import dev.orrery.importer.structurizr.StructurizrModel.Kind;
import dev.orrery.problem.Problem;
import dev.orrery.topology.SourceLocation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads a [DslScript] with Structurizr's library. A statement that it refuses is reported, with its block left out,
/// and the next one is read.
final class DslWorkspace {
    /// The library looks through all elements for each statement, and compares a new one with all of them; so many
    /// looks take most of a second.
    private static final long MOST_LOOKS = 7_500_000;

    private static final int LOOKS_AT_A_NEW_ONE = 5;
    private static final int MOST_ITEMS = 50_000;
    private static final String OPENING = " {";

    private final DslScript script;
    private final Consumer<Problem> report;
    private final DslLibrary library = new DslLibrary();
    private final DslConstants constants;
    private final List<Made> made = new ArrayList<>();
    private final List<StructurizrModel.Check> checks = new ArrayList<>();
    /// What each open brace is about; the innermost first.
    private final Deque<Subject> open = new ArrayDeque<>();
    private int skipped;
    private long looks;

    private DslWorkspace(DslScript script, Consumer<Problem> report) {
        this.script = script;
        this.report = report;
        // Said already, while the script was put together.
        this.constants = new DslConstants(_ -> {});
    }

    static StructurizrModel read(DslScript script, Consumer<Problem> report) {
        DslWorkspace workspace = new DslWorkspace(script, report);
        workspace.run();
        return workspace.model();
    }

    private void run() {
        library.accept("workspace" + OPENING);
        script.header().forEach(this::add);
        library.accept("model" + OPENING);
        // What follows from other relationships is worked out later for every format; here it would only make the
        // library refuse a relationship that is written after one that implies it.
        library.accept("!impliedRelationships false");
        for (Statement statement : script.model()) {
            if (looks > MOST_LOOKS || made.size() > MOST_ITEMS) {
                report.accept(Problem.error("structurizr-dsl-too-many", statement.source()));
                return;
            }
            add(statement);
        }
    }

    private void add(Statement statement) {
        if (skipped > 0) {
            skipped += statement.opens() ? 1 : statement.closes() ? -1 : 0;
            return;
        }
        String keyword = statement.keyword();
        if (keyword.equals("!const") || keyword.equals("!var")) {
            constants.define(statement);
        }
        if (keyword.equals("healthcheck")) {
            healthCheck(statement);
            return;
        }
        switch (accept(statement)) {
            case DslLibrary.Outcome.Refused(String why) -> {
                looks += library.elements();
                report.accept(Problem.error("structurizr-dsl-refused", statement.source(), why));
                skipped = statement.opens() ? 1 : 0;
            }
            case DslLibrary.Outcome.Understood(List<ModelItem> items) -> {
                boolean isNew = items.stream().anyMatch(Element.class::isInstance);
                looks += (long) library.elements() * (isNew ? LOOKS_AT_A_NEW_ONE : 1);
                items.forEach(item -> made.add(new Made(item, statement.source())));
                if (statement.closes()) {
                    open.poll();
                } else if (statement.opens()) {
                    open.push(new Subject(items.stream()
                            .filter(StaticStructureElementInstance.class::isInstance)
                            .map(StaticStructureElementInstance.class::cast)
                            .findFirst()
                            .orElse(null)));
                }
            }
        }
    }

    /// Words that the language no longer has are said in those that it has now.
    private DslLibrary.Outcome accept(Statement statement) {
        String text = statement.text();
        return switch (statement.keyword()) {
            case "enterprise" -> library.accept(text.replaceFirst("(?i)enterprise", "group"));
            case "!ref", "!extend" -> {
                DslLibrary.Outcome element = library.accept(text.replaceFirst("(?i)!(?:ref|extend)", "!element"));
                yield element instanceof DslLibrary.Outcome.Understood
                        ? element
                        : library.accept(text.replaceFirst("(?i)!(?:ref|extend)", "!relationship"));
            }
            default -> library.accept(text);
        };
    }

    /// Read here, because the library tells whoever uses it that these are going out of use.
    private void healthCheck(Statement statement) {
        Subject subject = open.peek();
        StaticStructureElementInstance instance = subject == null ? null : subject.instance();
        String url = constants.fill(statement.argument(2), statement);
        if (url.isEmpty() || instance == null) {
            report.accept(Problem.error("structurizr-health-check", statement.source()));
            return;
        }
        checks.add(new StructurizrModel.Check(
                instance.getElement().getId(),
                new Value.Scalar(url, Value.Type.TEXT, statement.source()),
                number(statement, 3, 60),
                number(statement, 4, 0)));
    }

    private long number(Statement statement, int argument, long otherwise) {
        String text = constants.fill(statement.argument(argument), statement);
        if (text.isEmpty() || text.matches("\\d{1,8}")) {
            return text.isEmpty() ? otherwise : Long.parseLong(text);
        }
        report.accept(Problem.error("expected-number", statement.source(), "healthCheck", "0", "99999999"));
        return otherwise;
    }

    private StructurizrModel model() {
        List<StructurizrModel.Element> elements = new ArrayList<>();
        List<StructurizrModel.Relation> relations = new ArrayList<>();
        for (Made one : made) {
            SourceLocation place = one.source();
            switch (one.item()) {
                case Person person -> elements.add(element(person, Kind.PERSON, null, null, place));
                case SoftwareSystem system -> elements.add(element(system, Kind.SYSTEM, null, null, place));
                case Container container ->
                    elements.add(element(
                            container,
                            Kind.CONTAINER,
                            container.getSoftwareSystem().getId(),
                            container.getTechnology(),
                            place));
                case Component component ->
                    elements.add(element(
                            component,
                            Kind.COMPONENT,
                            component.getContainer().getId(),
                            component.getTechnology(),
                            place));
                case CustomElement custom -> elements.add(element(custom, Kind.CUSTOM, null, null, place));
                case Relationship relationship -> relations.add(relation(relationship, place));
                default -> {}
            }
        }
        Model model = library.model();
        String separator = model == null ? null : model.getProperties().get("structurizr.groupSeparator");
        return new StructurizrModel(
                script.name(), null, separator == null ? "" : separator, elements, relations, checks, script.shapes());
    }

    private static StructurizrModel.Element element(
            GroupableElement element,
            Kind kind,
            @Nullable String parent,
            @Nullable String technology,
            SourceLocation place) {
        return new StructurizrModel.Element(
                element.getId(),
                kind,
                parent,
                element.getName(),
                blankless(technology),
                Tags.split(element.getTags()),
                blankless(element.getGroup()),
                null,
                blankless(element.getUrl()),
                facts(element),
                place);
    }

    private static StructurizrModel.Relation relation(Relationship relationship, SourceLocation place) {
        boolean isAsync = relationship.getInteractionStyle() == InteractionStyle.Asynchronous
                || Tags.sayAsync(Tags.split(relationship.getTags()));
        return new StructurizrModel.Relation(
                relationship.getSourceId(),
                relationship.getDestinationId(),
                blankless(relationship.getTechnology()),
                isAsync,
                place);
    }

    private static Map<String, String> facts(Element element) {
        Map<String, String> facts = new TreeMap<>();
        for (Perspective perspective : element.getPerspectives()) {
            for (String said :
                    new String[] {perspective.getDescription(), perspective.getValue(), perspective.getUrl()}) {
                if (said != null && !said.isBlank()) {
                    facts.put(perspective.getName(), said);
                }
            }
        }
        facts.putAll(element.getProperties());
        return facts;
    }

    private static @Nullable String blankless(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private record Made(ModelItem item, SourceLocation source) {}

    /// @param instance of which a block speaks, where it is one
    private record Subject(@Nullable StaticStructureElementInstance instance) {}
}
