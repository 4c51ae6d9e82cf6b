package dev.orrery.importer.compose;

import dev.orrery.descriptor.EndpointUrl;
import dev.orrery.descriptor.Value;
import dev.orrery.problem.Problem;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which ports of a container this computer reaches, and where. A container port that is given no port on the host gets
/// a random one, which nobody can know from the file.
final class PublishedPorts {
    private static final Pattern SHORT = Pattern.compile(
            "(?:(?<ip>\\[[0-9a-fA-F:]*]|[0-9a-zA-Z.]*):)?(?:(?<host>[0-9-]*):)?(?<container>[0-9-]+)(?:/(?<protocol>\\w+))?");

    private final ComposeBinding binding;
    private final Map<Integer, String> byContainerPort = new HashMap<>();
    private boolean sharesHost;

    private PublishedPorts(ComposeBinding binding) {
        this.binding = binding;
    }

    static PublishedPorts of(Value.Mapping service, ComposeBinding binding) {
        PublishedPorts ports = new PublishedPorts(binding);
        ports.sharesHost = service.get("network_mode")
                .or(() -> service.get("net"))
                .filter(mode ->
                        mode instanceof Value.Scalar scalar && scalar.text().equals("host"))
                .isPresent();
        service.get("ports")
                .ifPresent(all -> binding.plain().items("ports", all).forEach(ports::add));
        return ports;
    }

    /// `host:port` under which this computer reaches a port of the container.
    Optional<String> authority(int containerPort) {
        return sharesHost
                ? Optional.of("localhost:" + containerPort)
                : Optional.ofNullable(byContainerPort.get(containerPort));
    }

    private void add(Value port) {
        if (port instanceof Value.Mapping mapping) {
            addLong(mapping);
        } else {
            binding.known("ports", port).ifPresent(this::addShort);
        }
    }

    private void addLong(Value.Mapping port) {
        String ip = binding.known(port, "host_ip").map(Value.Scalar::text).orElse("");
        Optional<Value.Scalar> published = binding.known(port, "published");
        Optional<Value.Scalar> target = binding.known(port, "target");
        boolean isUdp = binding.known(port, "protocol")
                .filter(protocol -> protocol.text().equals("udp"))
                .isPresent();
        if (!isUdp && published.isPresent() && target.isPresent()) {
            publish(ip, published.get().text(), target.get().text(), target.get());
        }
    }

    private void addShort(Value.Scalar port) {
        String text = port.text();
        Matcher parts = SHORT.matcher(text);
        if (!parts.matches()) {
            binding.report(Problem.error("bad-port-mapping", port.source(), text));
            return;
        }
        String host = parts.group("host");
        String ip = parts.group("ip");
        if (host == null && ip != null) {
            // One colon only: what stands before it is the port.
            host = ip;
            ip = "";
        }
        if (!"udp".equals(parts.group("protocol"))) {
            publish(ip == null ? "" : ip, host == null ? "" : host, parts.group("container"), port);
        }
    }

    private void publish(String ip, String host, String container, Value.Scalar place) {
        Optional<Range> hosts = range(host, place);
        Optional<Range> containers = range(container, place);
        if (hosts.isEmpty()
                || containers.isEmpty()
                || hosts.get().size() != containers.get().size()) {
            return;
        }
        for (int step = 0; step < hosts.get().size(); step++) {
            byContainerPort.putIfAbsent(
                    containers.get().first() + step,
                    hostName(ip) + ":" + (hosts.get().first() + step));
        }
    }

    private Optional<Range> range(String text, Value.Scalar place) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String[] ends = text.split("-", 2);
        for (String end : ends) {
            if (!EndpointUrl.isPort(end)) {
                binding.report(Problem.error("bad-port", place.source(), end));
                return Optional.empty();
            }
        }
        int first = Integer.parseInt(ends[0]);
        int last = ends.length == 1 ? first : Integer.parseInt(ends[1]);
        return Optional.of(new Range(first, Math.max(first, last)));
    }

    private static String hostName(String ip) {
        boolean isThisComputer = ip.isEmpty()
                || ip.equals("0.0.0.0")
                || ip.startsWith("127.")
                || ip.equals("localhost")
                || ip.equals("[::]")
                || ip.equals("[::1]")
                || ip.equals("::")
                || ip.equals("::1");
        if (isThisComputer) {
            return "localhost";
        }
        return ip.contains(":") && !ip.startsWith("[") ? "[" + ip + "]" : ip;
    }

    private record Range(int first, int last) {
        int size() {
            return last - first + 1;
        }
    }
}
