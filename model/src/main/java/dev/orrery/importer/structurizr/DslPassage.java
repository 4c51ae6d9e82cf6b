package dev.orrery.importer.structurizr;

/// A block that is passed over.
final class DslPassage {
    private int depth;
    private boolean isForeign;

    /// A block begins that ends with its own brace, whatever it holds.
    void enterBlock() {
        depth = 1;
        isForeign = false;
    }

    /// A block begins that is in another language, up to a line that is a closing brace.
    void enterForeign() {
        depth = 1;
        isForeign = true;
    }

    boolean isInside() {
        return depth > 0;
    }

    void pass(Statement statement) {
        if (!isForeign) {
            depth += statement.opens() ? 1 : statement.closes() ? -1 : 0;
        } else if (statement.text().equals("}")) {
            depth = 0;
        }
    }
}
