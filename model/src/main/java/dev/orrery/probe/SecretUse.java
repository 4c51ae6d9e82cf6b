package dev.orrery.probe;

import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import java.util.Comparator;

/// A secret that would be sent to an origin.
///
/// @param secret its name
public record SecretUse(String secret, Origin origin) implements Comparable<SecretUse> {
    private static final Comparator<SecretUse> ORDER =
            Comparator.comparing(SecretUse::secret).thenComparing(SecretUse::origin);

    /// As it is told to people.
    public String words() {
        return Messages.of("secret.use", Untrusted.oneLine(secret), origin.toString());
    }

    @Override
    public int compareTo(SecretUse other) {
        return ORDER.compare(this, other);
    }
}
