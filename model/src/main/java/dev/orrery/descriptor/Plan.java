package dev.orrery.descriptor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Splices and what they are meant to do, gathered until the text is written. The first refusal counts for all.
final class Plan {
    private final List<TextEdit> edits = new ArrayList<>();
    private final Intention intention = new Intention();
    private @Nullable Refusal refusal;

    Intention intention() {
        return intention;
    }

    void splice(int start, int end, String text) {
        if (start < end || !text.isEmpty()) {
            edits.add(new TextEdit(start, end, text));
        }
    }

    void reject(String code, String... arguments) {
        if (refusal == null) {
            refusal = Refusal.of(code, arguments);
        }
    }

    Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    /// In the order of the text; those that begin at one place in the order in which they came.
    List<TextEdit> edits() {
        return edits.stream().sorted().toList();
    }

    boolean overlaps() {
        int at = 0;
        for (TextEdit edit : edits()) {
            if (edit.start() < at) {
                return true;
            }
            at = edit.end();
        }
        return false;
    }
}
