package dev.orrery.descriptor;

import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;

/// What a scalar means in the core schema of YAML 1.2, with merge keys.
final class Scalars {
    private static final ScalarResolver CORE = new CoreScalarResolver(true);

    private Scalars() {}

    /// Whether the scalar is the key `<<`, which brings in other mappings.
    static boolean isMerge(SourceNode.Scalar key) {
        return key.style() == SourceNode.Style.PLAIN
                && key.tag() == null
                && key.value().equals("<<");
    }

    static Value.Type type(SourceNode.Scalar scalar) {
        String tag = scalar.tag();
        if (tag == null || tag.equals("?")) {
            return scalar.style() == SourceNode.Style.PLAIN
                    ? typeOf(CORE.resolve(scalar.value(), true))
                    : Value.Type.TEXT;
        }
        // Compose's `!reset` takes a value back, whatever stands after it.
        return tag.equals("!reset") ? Value.Type.NULL : typeOf(new Tag(tag));
    }

    private static Value.Type typeOf(Tag tag) {
        if (tag.equals(Tag.NULL)) {
            return Value.Type.NULL;
        }
        if (tag.equals(Tag.BOOL)) {
            return Value.Type.BOOLEAN;
        }
        if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
            return Value.Type.NUMBER;
        }
        return Value.Type.TEXT;
    }
}
