package dev.orrery.probe.faults;

import dev.orrery.health.Verdict;
import java.util.stream.Stream;

/// Answers that send whoever asks elsewhere.
class RedirectFaultsTest extends FaultTable {
    @Override
    Stream<FaultRow> rows() {
        return Stream.of(
                new FaultRow(
                        "Redirect in the same origin",
                        Verdict.PASS,
                        "answers",
                        "Answers with status 200",
                        6,
                        6,
                        Playing.by(served -> {
                            served.read();
                            served.write(
                                    served.requests().get() <= 5
                                            ? to("/next")
                                            : "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                        })),
                elsewhere("Redirect to another origin", "https://sso.example/login", "https://sso.example"),
                elsewhere("Redirect to another origin: scheme", "https://127.0.0.1/", "https://127.0.0.1"),
                elsewhere(
                        "Redirect to another origin: metadata",
                        "http://169.254.169.254/latest/",
                        "http://169.254.169.254"),
                elsewhere("Redirect to another scheme than HTTP", "file:///etc/passwd", "file:///etc/passwd"),
                elsewhere(
                        "Redirect to another scheme than HTTP: gopher",
                        "gopher://127.0.0.1:70/",
                        "gopher://127.0.0.1:70/"),
                new FaultRow(
                        "Redirect loop",
                        Verdict.FAIL,
                        "redirect-loop",
                        "127.0.0.1:# redirects more than 5 times",
                        6,
                        6,
                        Playing.by(served -> Playing.answer(served, to("/health")))),
                new FaultRow(
                        "Redirect in the same origin: without a place",
                        Verdict.NONE,
                        "redirect-nowhere",
                        "Answers with status 302, which leads nowhere",
                        1,
                        1,
                        Playing.by(
                                served -> Playing.answer(served, "HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n"))));
    }

    private static FaultRow elsewhere(String name, String location, String shown) {
        return new FaultRow(
                name,
                Verdict.NONE,
                "redirect-elsewhere",
                "Redirects to " + shown + ", which was not followed",
                1,
                1,
                Playing.by(served -> Playing.answer(served, to(location))));
    }

    private static String to(String location) {
        return "HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n";
    }
}
