package dev.orrery.importer.structurizr;

import com.structurizr.Workspace;
import com.structurizr.dsl.Features;
import com.structurizr.dsl.StructurizrDslParser;
import com.structurizr.dsl.StructurizrDslParserException;
import com.structurizr.model.Element;
import com.structurizr.model.Model;
import com.structurizr.model.ModelItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Structurizr's own parser, fed with one statement at a time.
///
/// Its public method takes a whole text, and complains at the end of one whose braces are open; but it keeps what it
/// understood, and the next text goes on from there. That gives what the parser itself does not tell: which elements
/// and relationships came from which statement. All that could leave this process is switched off, and nothing that
/// would ask for it is handed over in the first place.
final class DslLibrary {
    private static final List<String> FEATURES = List.of(
            Features.ENVIRONMENT,
            Features.FILE_SYSTEM,
            Features.HTTP,
            Features.HTTPS,
            Features.PLUGINS,
            Features.SCRIPTS,
            Features.COMPONENT_FINDER,
            Features.DOCUMENTATION,
            Features.DECISIONS,
            Features.INCLUDE);
    private static final Pattern GENERATED = Pattern.compile("[a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12}");
    private static final Pattern PLACE = Pattern.compile(" at line 1: .*", Pattern.DOTALL);

    private final StructurizrDslParser parser = new StructurizrDslParser();
    private @Nullable Model model;
    private int lastId;

    DslLibrary() {
        FEATURES.forEach(parser.getFeatures()::disable);
    }

    /// What a statement came to.
    sealed interface Outcome {
        /// @param made elements and relationships that did not exist before
        record Understood(List<ModelItem> made) implements Outcome {}

        /// @param why in the parser's words
        record Refused(String why) implements Outcome {}
    }

    Outcome accept(String statement) {
        Optional<String> why = parse(statement);
        if (why.isPresent()) {
            return new Outcome.Refused(why.get());
        }
        // Every relationship gets a name that nobody asked for, and all of them are searched for each later one.
        parser.getIdentifiersRegister()
                .getRelationshipIdentifiers()
                .removeIf(identifier -> GENERATED.matcher(identifier).matches());
        return new Outcome.Understood(made());
    }

    /// Null until a workspace has begun.
    @Nullable
    Model model() {
        return model;
    }

    int elements() {
        return parser.getIdentifiersRegister().getElementIdentifiers().size();
    }

    private Optional<String> parse(String statement) {
        try {
            parser.parse(statement);
            return Optional.empty();
        } catch (StructurizrDslParserException refused) {
            // Without a line it is only the complaint about open braces.
            return refused.getLineNumber() == 0
                    ? Optional.empty()
                    : Optional.of(
                            PLACE.matcher(String.valueOf(refused.getMessage())).replaceFirst(""));
        } catch (RuntimeException | StackOverflowError broken) {
            return Optional.of(broken.getClass().getSimpleName());
        }
    }

    /// Ids count up, whether of elements or relationships.
    private List<ModelItem> made() {
        if (model == null) {
            Workspace workspace = parser.getWorkspace();
            model = workspace == null ? null : workspace.getModel();
        }
        List<ModelItem> made = new ArrayList<>();
        Model known = model;
        while (known != null) {
            String id = String.valueOf(lastId + 1);
            Element element = known.getElement(id);
            ModelItem item = element == null ? known.getRelationship(id) : element;
            if (item == null) {
                break;
            }
            made.add(item);
            lastId++;
        }
        return made;
    }
}
