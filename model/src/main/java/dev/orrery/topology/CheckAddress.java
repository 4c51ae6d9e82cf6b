package dev.orrery.topology;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The URL of a check in parts, so that one may be exchanged.
///
/// @param host with its brackets, where it is an IPv6 address
/// @param port null where the scheme's own is meant
/// @param rest path and query, with the slash
record CheckAddress(String scheme, String host, @Nullable Integer port, String rest) {
    private static final Pattern FORM =
            Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://(?:[^/?#@]*@)?(\\[[^\\]]*]|[^/?#:]*)(?::(\\d{1,5}))?(.*)");

    /// A text of another form is all rest, and is never moved.
    static CheckAddress of(String url) {
        Matcher parts = FORM.matcher(url);
        if (!parts.matches()) {
            return new CheckAddress("", "", null, url);
        }
        Integer port = parts.group(3) == null ? null : Integer.valueOf(parts.group(3));
        return new CheckAddress(parts.group(1).toLowerCase(Locale.ROOT), parts.group(2), port, parts.group(4));
    }

    String moved(Environment.Target target, String service) {
        if (scheme.isEmpty()) {
            return rest;
        }
        return switch (target) {
            case Environment.Base(String url) ->
                onto(of(url.replace("{service}", lastPart(service)))).toString();
            case Environment.Ports ports -> {
                Integer other = ports.ports().get(effectivePort());
                yield new CheckAddress(scheme, host, other == null ? port : other, rest).toString();
            }
        };
    }

    /// A check that does not speak HTTP keeps its protocol, and its port where the base has none.
    private CheckAddress onto(CheckAddress base) {
        if (base.scheme.isEmpty()) {
            return this;
        }
        boolean isHttp = scheme.equals("http") || scheme.equals("https");
        String prefix = base.rest.endsWith("/") ? base.rest.substring(0, base.rest.length() - 1) : base.rest;
        return isHttp
                ? new CheckAddress(base.scheme, base.host, base.port, prefix + rest)
                : new CheckAddress(scheme, base.host, base.port == null ? port : base.port, rest);
    }

    private int effectivePort() {
        if (port != null) {
            return port;
        }
        return scheme.equals("https") ? 443 : 80;
    }

    private static String lastPart(String service) {
        String last = service.substring(Math.max(service.lastIndexOf('/'), service.lastIndexOf(':')) + 1);
        return last.replaceAll("[^A-Za-z0-9._-]", "-");
    }

    @Override
    public String toString() {
        return scheme + "://" + host + (port == null ? "" : ":" + port) + rest;
    }
}
