package dev.orrery.importer.compose;

import dev.orrery.descriptor.EndpointUrl;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the command of a container's own health check asks, where that can be told from its command line.
///
/// @param scheme `http`, `https`, `tcp` or `grpc`
/// @param path with its slash; empty where there is none
/// @param written the part of the test that says so
record HealthCommand(String scheme, String host, int port, String path, String written) {
    private static final int LONGEST = 8_192;

    /// Port, path and query of a URL up to the end of the word; a part that the container's shell would fill in is no
    /// URL.
    private static final String REST =
            "(?::(?<port>\\d{1,6}))?(?<path>[/?][^\\s\"'|;&)${}<>`\\\\]*+)?(?=[\\s\"'|;&)]|$)";

    private static final Pattern URL =
            Pattern.compile("\\b(?<scheme>https?)://(?<host>\\[[^]]*+]|[^\\s:/?\"'|;&)$@]++)" + REST);
    /// What `curl` and `wget` also take: `localhost:9200/_cluster/health`.
    private static final Pattern BARE =
            Pattern.compile("(?<=[\\s\"'])(?<scheme>)(?<host>localhost|127\\.0\\.0\\.1)" + REST);
    private static final Pattern CLIENT = Pattern.compile("\\b(curl|wget)\\b");
    private static final Pattern SCANNER = Pattern.compile(
            "\\b(?:nc|ncat|netcat)(?:\\s+-[\\w=]{1,20})*\\s+(?<host>[\\w.\\[\\]:-]{1,253})\\s+(?<port>\\d{1,6})\\b");
    private static final Pattern DEVICE = Pattern.compile("/dev/tcp/(?<host>[\\w.-]{1,253})/(?<port>\\d{1,6})\\b");
    private static final Pattern GRPC = Pattern.compile(
            "\\bgrpc_health_probe\\b[^|;&]{0,200}?-addr[= ](?<host>[\\w.\\[\\]-]{0,253}):(?<port>\\d{1,6})\\b");
    /// The shell in the container puts its own host name there.
    private static final Pattern OWN_NAME = Pattern.compile("\\$\\{?HOSTNAME}?|\\$\\(hostname\\)|`hostname`");

    /// @param line the test as one line
    static Optional<HealthCommand> in(String line) {
        String bounded = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
        String named = OWN_NAME.matcher(bounded).replaceAll("localhost");
        Matcher url = URL.matcher(named);
        if (url.find()) {
            return http(url);
        }
        Matcher bare = BARE.matcher(named);
        if (CLIENT.matcher(named).find() && bare.find()) {
            return http(bare);
        }
        return port(GRPC.matcher(named), "grpc")
                .or(() -> port(SCANNER.matcher(named), "tcp"))
                .or(() -> port(DEVICE.matcher(named), "tcp"));
    }

    private static Optional<HealthCommand> http(Matcher url) {
        String scheme = url.group("scheme").isEmpty() ? "http" : url.group("scheme");
        String written = url.group("port");
        int usual = scheme.equals("https") ? 443 : 80;
        String path = url.group("path") == null ? "" : url.group("path");
        int port = written == null ? usual : EndpointUrl.isPort(written) ? Integer.parseInt(written) : 0;
        return Optional.of(new HealthCommand(scheme, url.group("host"), port, path, url.group()));
    }

    private static Optional<HealthCommand> port(Matcher asked, String scheme) {
        if (!asked.find() || !EndpointUrl.isPort(asked.group("port"))) {
            return Optional.empty();
        }
        String host = asked.group("host").isEmpty() ? "localhost" : asked.group("host");
        return Optional.of(new HealthCommand(
                scheme,
                host,
                Integer.parseInt(asked.group("port")),
                "",
                asked.group().strip()));
    }
}
