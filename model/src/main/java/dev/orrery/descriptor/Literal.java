package dev.orrery.descriptor;

import java.util.stream.Collectors;

/// Another value for a literal block (`|`), whose header, comment and indentation stay.
final class Literal {
    private Literal() {}

    /// Not where the value needs an indentation indicator or cannot be said line by line.
    static boolean canHold(SourceTree tree, SourceNode.Scalar scalar, String value) {
        LineText lines = new LineText(tree.text().content());
        String header = tree.text().content().substring(scalar.start(), lines.end(scalar.start()));
        boolean strips = header.matches("\\|-\\s*(\\s#.*)?");
        boolean clips = header.matches("\\|\\s*(\\s#.*)?");
        String body = clips && value.endsWith("\n") ? value.substring(0, value.length() - 1) : value;
        boolean fits = strips ? !value.endsWith("\n") : clips && value.endsWith("\n") && !body.endsWith("\n");
        return fits
                && !body.isBlank()
                && !body.startsWith(" ")
                && !body.startsWith("\n")
                && !scalar.value().isBlank()
                && body.chars().allMatch(unit -> unit == '\n' || (unit >= 0x20 && unit < 0x7f));
    }

    static void write(SourceTree tree, SourceNode.Scalar scalar, String value, Plan plan) {
        String content = tree.text().content();
        LineText lines = new LineText(content);
        int header = lines.end(scalar.start());
        int first = lines.next(header);
        while (lines.isBlank(first) && first < content.length()) {
            first = lines.next(first);
        }
        int indent = first;
        while (content.charAt(indent) == ' ') {
            indent++;
        }
        String spaces = content.substring(first, indent);
        String lineBreak = lines.lineBreak(header);
        String body =
                value.lines().map(line -> line.isEmpty() ? line : spaces + line).collect(Collectors.joining(lineBreak));
        plan.splice(header, new Extents(content).end(scalar), lineBreak + body);
    }
}
