package dev.orrery.probe.faults;

import dev.orrery.health.Observation;
import dev.orrery.probe.NameLookup;
import dev.orrery.probe.RawServer;
import dev.orrery.probe.SystemLookup;
import dev.orrery.probe.tls.Tls;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// A process of its own that asks where something is missing, and tells what came of it.
final class Castaway {
    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
    private static final NameLookup LITERALS = host -> List.of(InetAddress.getByName(host));
    private static final Duration LOOKUP = Duration.ofMillis(500);
    private static final Duration PLAY = Duration.ofSeconds(2);

    private Castaway() {}

    public static void main(String[] arguments) throws IOException {
        switch (arguments[0]) {
            case "descriptors" -> withoutDescriptors();
            case "ports" -> withoutPorts();
            case "names" -> withOddNames();
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void withoutDescriptors() throws IOException {
        try (RawServer server = answering()) {
            String url = server.url();
            tell("before", url, LITERALS);
            // Classes are read from files, and those need descriptors; so all are read before there are none left.
            for (String scheme : List.of("https", "tcp")) {
                Playing.ask(url.replace("http", scheme), LOOKUP, Tls.ofThePlatform(), LITERALS);
            }
            List<Socket> taken = new ArrayList<>();
            takeAll(taken);
            Observation http = ask(url, LITERALS);
            Observation https = ask(url.replace("http:", "https:"), LITERALS);
            Observation tcp = ask(url.replace("http:", "tcp:"), LITERALS);
            for (Socket each : taken) {
                each.close();
            }
            tell("http", http);
            tell("https", https);
            tell("tcp", tcp);
            tell("after", url, LITERALS);
        }
    }

    private static void takeAll(List<Socket> taken) {
        try {
            while (true) {
                Socket next = new Socket();
                taken.add(next);
                next.bind(null);
            }
        } catch (IOException noMore) {
            // that is what was wanted
        }
    }

    private static void withoutPorts() throws IOException {
        try (RawServer server = answering();
                ServerSocket other = new ServerSocket(0, 50, HERE)) {
            tell("before", server.url(), LITERALS);
            List<Socket> taken = new ArrayList<>();
            try {
                while (true) {
                    Socket next = new Socket();
                    taken.add(next);
                    next.bind(new InetSocketAddress(HERE, 0));
                    next.connect(new InetSocketAddress(HERE, other.getLocalPort()));
                }
            } catch (IOException noMore) {
                tell("http", server.url(), LITERALS);
            }
            for (Socket each : taken) {
                each.setSoLinger(true, 0);
                each.close();
            }
            tell("after", server.url(), LITERALS);
        }
    }

    private static void withOddNames() throws IOException {
        AtomicInteger late = new AtomicInteger();
        try (SystemLookup lookup = new SystemLookup(LOOKUP)) {
            try (DatagramSocket names = new DatagramSocket(53, HERE)) {
                Thread.ofPlatform().daemon().start(() -> serve(names));
                for (String name : List.of("exists", "nobody", "failing", "silent")) {
                    tell(name, "http://" + name + ".example/", lookup, late);
                }
            }
            tell("unserved", "http://unserved.example/", lookup, late);
            tell("address", "http://10.1.2.3/", lookup, late);
            System.out.println("in time " + (late.get() == 0));
            long threads = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().startsWith("orrery-lookup"))
                    .count();
            System.out.println("threads " + (threads <= 32));
        }
    }

    /// A name server (RFC 1035) for which each name is a way to answer.
    private static void serve(DatagramSocket socket) {
        try {
            while (true) {
                DatagramPacket asked = new DatagramPacket(new byte[512], 512);
                socket.receive(asked);
                byte[] question = Arrays.copyOf(asked.getData(), asked.getLength());
                String text = new String(question, StandardCharsets.ISO_8859_1);
                boolean v4 = question[text.indexOf("example") + 9] == 1;
                byte[] answer = text.contains("exists") && v4 ? withAddress(question) : question.clone();
                int code = text.contains("nobody") ? 3 : text.contains("failing") ? 2 : 0;
                answer[2] = (byte) 0x81;
                answer[3] = (byte) (0x80 | code);
                answer[11] = 0;
                if (!text.contains("silent")) {
                    socket.send(new DatagramPacket(answer, answer.length, asked.getSocketAddress()));
                }
            }
        } catch (IOException closed) {
            // there is nobody to tell
        }
    }

    /// With 10.9.9.9, to which there is no way from here. Whatever follows the question is left out.
    private static byte[] withAddress(byte[] question) {
        String text = new String(question, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("example") + 12;
        byte[] record = {(byte) 0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, 10, 9, 9, 9};
        byte[] answer = Arrays.copyOf(question, end + record.length);
        System.arraycopy(record, 0, answer, end, record.length);
        answer[7] = 1;
        return answer;
    }

    private static RawServer answering() throws IOException {
        return new RawServer(socket -> {
            AtomicInteger requests = new AtomicInteger();
            Playing.answer(new Playing.Served(socket, requests), "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
            socket.setSoLinger(true, 0);
            socket.close();
        });
    }

    private static void tell(String name, String url, NameLookup lookup) {
        tell(name, ask(url, lookup));
    }

    private static void tell(String name, String url, NameLookup lookup, AtomicInteger late) {
        Observation answer = ask(url, lookup);
        tell(name, answer);
        if (answer.took().compareTo(LOOKUP.plus(PLAY)) > 0) {
            late.incrementAndGet();
        }
    }

    private static void tell(String name, Observation answer) {
        System.out.println(name + " " + answer.verdict() + " " + answer.reason().code() + " "
                + answer.reason().text());
    }

    private static Observation ask(String url, NameLookup lookup) {
        return Playing.ask(url, Duration.ofSeconds(5), Tls.ofThePlatform(), lookup)
                .answer();
    }
}
