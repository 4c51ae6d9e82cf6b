package dev.orrery.probe;

import java.util.function.Supplier;

/// The user's secrets, each only where the user has allowed for what is open that it is sent. That an origin is in its
/// audience is not enough: a descriptor that somebody else edits could bind it to one more check.
///
/// @param trust asked anew each time
public record AllowedSecrets(Supplier<Trust> trust, Secrets secrets) implements Secrets {
    @Override
    public Found find(String name, Origin origin) {
        return trust.get().allows(new SecretUse(name, origin)) ? secrets.find(name, origin) : new Found.NotAllowed();
    }
}
