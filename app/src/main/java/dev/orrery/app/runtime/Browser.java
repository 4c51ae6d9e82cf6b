package dev.orrery.app.runtime;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/// Opens a link in the user's browser by the system's own command. The link is one word of it: no shell sees it.
public final class Browser {
    private Browser() {}

    /// @param link `http` or `https`; anything else is not opened
    /// @throws IOException where the command cannot be started
    public static void open(URI link) throws IOException {
        String scheme = String.valueOf(link.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IOException("not a web address: " + link);
        }
        new ProcessBuilder(command(System.getProperty("os.name"), link))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start()
                .getOutputStream()
                .close();
    }

    static List<String> command(String system, URI link) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler", link.toASCIIString());
        }
        return List.of(name.startsWith("mac") ? "open" : "xdg-open", link.toASCIIString());
    }
}
