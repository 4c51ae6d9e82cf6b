package dev.orrery.importer.compose;

import dev.orrery.descriptor.Value;
import java.util.List;
import java.util.regex.Pattern;

/// A scalar whose variables have been replaced as far as they have a value. What is left open is said in its tag, which
/// no reader needs any more by then.
final class OpenText {
    private static final String OPEN = "!open ";
    private static final String BROKEN = "!broken ";
    private static final Pattern SPACE = Pattern.compile(" ");

    private OpenText() {}

    static Value.Scalar fill(Value.Scalar written, Variables variables) {
        if (written.text().indexOf('$') < 0) {
            return new Value.Scalar(written.text(), written.type(), written.source());
        }
        Interpolation filled = Interpolation.of(written.text(), variables);
        String tag = null;
        if (!filled.isWellFormed()) {
            tag = BROKEN + String.join(" ", filled.unresolved());
        } else if (!filled.unresolved().isEmpty()) {
            tag = OPEN + String.join(" ", filled.unresolved());
        }
        return new Value.Scalar(filled.text(), type(filled.text()), written.source(), tag);
    }

    /// A part of a scalar, as open as the whole.
    static Value.Scalar part(Value.Scalar whole, String text) {
        return new Value.Scalar(
                text, Value.Type.TEXT, whole.source(), whole.tag().orElse(null));
    }

    static boolean isComplete(Value.Scalar scalar) {
        return scalar.tag().isEmpty();
    }

    static boolean isBroken(Value.Scalar scalar) {
        return scalar.tag().filter(tag -> tag.startsWith(BROKEN)).isPresent();
    }

    /// The variables that have no value.
    static List<String> unresolved(Value.Scalar scalar) {
        return scalar.tag().map(tag -> SPACE.splitAsStream(tag).skip(1)).stream()
                .flatMap(names -> names.filter(name -> !name.isEmpty()))
                .toList();
    }

    private static Value.Type type(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Value.Type.BOOLEAN;
        }
        return text.matches("\\d{1,9}") ? Value.Type.NUMBER : Value.Type.TEXT;
    }
}
