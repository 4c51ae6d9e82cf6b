package dev.orrery.importer.structurizr;

import dev.orrery.descriptor.SourceText;
import dev.orrery.topology.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Cuts a text in the DSL into statements. Comments and empty lines are none. A line goes on in the next one after a
/// backslash; a text between `"""` becomes one in plain quotes.
final class Statements {
    private static final Pattern LINE_END = Pattern.compile("\r?\n");
    private static final Pattern COMMENT = Pattern.compile("\\s*(?://|#).*");
    private static final String BLOCK = "\"\"\"";

    private final String file;
    private final List<Statement> statements = new ArrayList<>();
    private final StringBuilder pending = new StringBuilder();
    private boolean isContinued;
    private boolean inBlock;
    private boolean inComment;
    private int firstLine;
    private int firstColumn;

    private Statements(String file) {
        this.file = file;
    }

    static List<Statement> of(SourceText text) {
        String content = text.content().startsWith("\uFEFF") ? text.content().substring(1) : text.content();
        Statements reading = new Statements(text.file());
        int number = 0;
        for (String line : LINE_END.split(content, -1)) {
            number++;
            reading.add(line, number);
        }
        reading.finish();
        return reading.statements;
    }

    private void add(String line, int number) {
        if (inBlock) {
            boolean ends = line.endsWith(BLOCK);
            String more = ends ? line.substring(0, line.length() - BLOCK.length()) : line;
            pending.append(more.strip().replace('"', '\'')).append(ends ? "\"" : " ");
            inBlock = !ends;
            if (ends) {
                finish();
            }
            return;
        }
        boolean isComment = COMMENT.matcher(line).matches();
        if (!isContinued) {
            if (isComment || line.isBlank() || isInComment(line.strip())) {
                return;
            }
            firstLine = number;
            firstColumn = line.length() - line.stripLeading().length() + 1;
        }
        if (!isComment && line.endsWith(BLOCK)) {
            pending.append(line, 0, line.length() - 2);
            inBlock = true;
        } else if (!isComment && line.endsWith("\\")) {
            pending.append(line, 0, line.length() - 1);
            isContinued = true;
        } else {
            pending.append(isContinued ? line.stripLeading() : line);
            finish();
        }
    }

    private boolean isInComment(String line) {
        if (inComment) {
            inComment = !line.endsWith("*/");
            return true;
        }
        inComment = line.startsWith("/*") && !line.endsWith("*/");
        return line.startsWith("/*");
    }

    private void finish() {
        isContinued = false;
        if (!pending.toString().isBlank()) {
            statements.add(Statement.of(pending.toString().strip(), new SourceLocation(file, firstLine, firstColumn)));
        }
        pending.setLength(0);
    }
}
