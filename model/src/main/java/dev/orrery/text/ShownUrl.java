package dev.orrery.text;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A URL as it may be shown, kept and handed on: without the user name and password in front of the host, and without
/// the values of parameters that are named like secrets.
public final class ShownUrl {
    private static final Pattern USER_INFO = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*://)[^/?#]*@");
    private static final Pattern PARAMETER = Pattern.compile("([?&;#])([^=&;#?]+)=([^&;#]*)");
    private static final Pattern SECRET = Pattern.compile(
            "token|secret|password|passwd|pwd|api[-_.]?key|apikey|auth|credential|signature|session|jwt|access[-_.]?key");

    private ShownUrl() {}

    /// Text that is no URL comes back as it is.
    public static String of(String url) {
        String safe = USER_INFO.matcher(url).replaceFirst("$1");
        return PARAMETER.matcher(safe).replaceAll(ShownUrl::parameter);
    }

    private static String parameter(MatchResult found) {
        String name = found.group(2).toLowerCase(Locale.ROOT);
        boolean secret =
                name.equals("sig") || name.equals("key") || SECRET.matcher(name).find();
        return Matcher.quoteReplacement(found.group(1) + found.group(2) + "=" + (secret ? "•••" : found.group(3)));
    }
}
