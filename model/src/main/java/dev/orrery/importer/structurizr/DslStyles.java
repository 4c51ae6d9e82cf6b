package dev.orrery.importer.structurizr;

import java.util.HashMap;
import java.util.Map;

/// What the block of views tells: the shapes in which elements with a tag are drawn. The views themselves say nothing
/// more of the architecture.
final class DslStyles {
    private final DslConstants constants;
    private final Map<String, String> shapes = new HashMap<>();
    private String tag = "";
    private int depth;

    DslStyles(DslConstants constants) {
        this.constants = constants;
    }

    /// A block of views begins.
    void enter() {
        depth = 0;
    }

    /// @return whether the block goes on behind it
    boolean add(Statement statement) {
        if (statement.closes()) {
            depth--;
            return depth >= 0;
        }
        depth += statement.opens() ? 1 : 0;
        if (statement.keyword().equals("element") && statement.opens()) {
            tag = constants.fill(statement.argument(1), statement);
        } else if (statement.keyword().equals("shape")) {
            shapes.put(tag, constants.fill(statement.argument(1), statement));
        }
        return true;
    }

    /// Tag to shape.
    Map<String, String> shapes() {
        return shapes;
    }
}
