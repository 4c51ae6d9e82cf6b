package dev.orrery.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of one service, boundary or dependency.
///
/// @param <T> what it is
public sealed interface Change<T> {

    /// It is only in the later topology.
    record Added<T>(T after) implements Change<T> {}

    /// It is only in the earlier topology.
    record Removed<T>(T before) implements Change<T> {}

    /// It is in both, and not the same.
    ///
    /// @param rename where its id is another one; null where it is not, and for a dependency, whose ends tell
    /// @param fields in the order of [Field]; empty where there is only another id
    record Kept<T>(T before, T after, @Nullable Rename rename, List<FieldChange> fields) implements Change<T> {
        public Kept {
            fields = List.copyOf(fields);
        }

        public boolean isRenamed() {
            return rename != null;
        }

        /// Whether it lies in another boundary than before. A boundary of another name is no other boundary.
        public boolean isMoved() {
            return fields.stream().anyMatch(change -> change.field().isPlace());
        }

        /// Whether more than its name and place is different.
        public boolean isChanged() {
            return fields.stream().anyMatch(change -> !change.field().isPlace());
        }
    }
}
