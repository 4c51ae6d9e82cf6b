package dev.orrery.app;

import dev.orrery.text.Messages;

/// Which version of the program this is.
final class Version {
    private Version() {}

    /// As in `0.1.0`; a word for "unknown" where it does not run from its jar.
    static String current() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? Messages.of("cli.version.unknown") : version;
    }
}
