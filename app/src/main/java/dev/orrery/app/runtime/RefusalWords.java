package dev.orrery.app.runtime;

import dev.orrery.edit.RefusedEdit;
import dev.orrery.text.Messages;
import java.util.List;
import java.util.Locale;

/// Why edits were not made, for people.
final class RefusalWords {
    private RefusalWords() {}

    /// The first of them says enough: all were asked for at once.
    static String of(List<RefusedEdit> refused) {
        String why = refused.getFirst().refusal().message();
        return Messages.of("notice.refused", why.substring(0, 1).toUpperCase(Locale.ROOT) + why.substring(1));
    }
}
