package dev.orrery.probe.grpc;

import dev.orrery.health.Observation;
import dev.orrery.health.Reason;
import dev.orrery.health.ServerCertificate;
import dev.orrery.health.Verdict;
import dev.orrery.probe.Fault;
import dev.orrery.probe.Gate;
import dev.orrery.probe.Latency;
import dev.orrery.probe.NameLookup;
import dev.orrery.probe.OnceMore;
import dev.orrery.probe.Origin;
import dev.orrery.probe.Probe;
import dev.orrery.probe.ProbeTarget;
import dev.orrery.probe.RequestHeaders;
import dev.orrery.probe.Secrets;
import dev.orrery.probe.Subscription;
import dev.orrery.probe.Traffic;
import dev.orrery.probe.Trust;
import dev.orrery.probe.tls.Tls;
import dev.orrery.text.ShownUrl;
import dev.orrery.text.Untrusted;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Asks `grpc` (plain) and `grpcs` (TLS) URLs by the method `Check` of the gRPC health service, and follows `Watch` for
/// a reason to ask. The path of the URL is the service's name, as in `grpc://orders:9000/shop.v1.Orders`; without one
/// the server as a whole is asked.
///
/// Safe to use from many threads; each call blocks its own.
public final class GrpcProbe implements Probe {
    private static final String FORMAT = "grpc-health";

    private final Gate gate;
    private final NameLookup lookup;
    private final Secrets secrets;
    private final InstantSource clock;
    private final UnaryCall calls;
    private final WatchCall watches;

    /// @param trust asked anew for every connection
    /// @param secrets that checks name for their headers, which gRPC calls metadata
    public GrpcProbe(
            Supplier<Trust> trust, NameLookup lookup, Secrets secrets, InstantSource clock, String userAgent, Tls tls) {
        this.gate = new Gate(trust);
        this.lookup = lookup;
        this.secrets = secrets;
        this.clock = clock;
        GrpcClient client = new GrpcClient(gate, userAgent, tls);
        this.calls = new UnaryCall(client, tls);
        this.watches = new WatchCall(client);
    }

    @Override
    public Observation ask(ProbeTarget target) {
        long began = System.nanoTime();
        String url = target.check().url();
        Optional<Origin> origin = Origin.of(url);
        Optional<String> service = service(url);
        if (origin.isEmpty() || service.isEmpty()) {
            Reason bad = Reason.of("bad-url", Untrusted.oneLine(ShownUrl.of(url)));
            return observation(target, began, Verdict.NONE, bad, null);
        }
        try {
            RequestHeaders headers = RequestHeaders.of(target.check().request(), secrets, origin.get());
            return headers.redaction().clean(ask(target, origin.get(), service.get(), headers, began));
        } catch (RequestHeaders.Withheld withheld) {
            return observation(target, began, Verdict.NONE, withheld.reason(), null);
        }
    }

    /// The stream of the method `Watch`.
    @Override
    public Optional<Subscription> subscription(ProbeTarget target) {
        String url = target.check().url();
        return Origin.of(url)
                .flatMap(origin ->
                        service(url).map(service -> (Subscription) said -> follow(target, origin, service, said)));
    }

    private Subscription.End follow(ProbeTarget target, Origin origin, String service, Consumer<Verdict> said) {
        try {
            RequestHeaders headers = RequestHeaders.of(target.check().request(), secrets, origin);
            Duration left = target.check().timeout();
            List<InetAddress> addresses = gate.addresses(origin, lookup, left);
            return watches.follow(new GrpcClient.Question(origin, addresses, service, headers, left), said);
        } catch (RequestHeaders.Withheld withheld) {
            return Subscription.End.NOT_OFFERED;
        } catch (IOException nobodyThere) {
            return Subscription.End.BROKEN;
        }
    }

    private Observation ask(ProbeTarget target, Origin origin, String service, RequestHeaders headers, long began) {
        Traffic traffic = new Traffic();
        try {
            List<InetAddress> addresses =
                    gate.addresses(origin, lookup, target.check().timeout());
            Outcome outcome = OnceMore.wherePutOff(() -> {
                Duration left = target.check().timeout().minus(since(began));
                if (left.toMillis() < 1) {
                    throw new InterruptedIOException("timeout");
                }
                return calls.check(new GrpcClient.Question(origin, addresses, service, headers, left), traffic);
            });
            GrpcJudgement judgement = GrpcJudgement.of(outcome, service, origin.authority());
            Duration bound = target.check().degradedAbove();
            Duration took = since(began);
            return (judgement.verdict() == Verdict.PASS && bound != null && took.compareTo(bound) > 0
                            ? observation(
                                    target,
                                    began,
                                    Verdict.WARN,
                                    Reason.of("slow", Latency.inWords(took), Latency.inWords(bound)),
                                    FORMAT)
                            : observation(target, began, judgement.verdict(), judgement.reason(), FORMAT))
                    .withCertificate(outcome.certificate());
        } catch (IOException failure) {
            Fault.Clues clues = calls.clues(traffic);
            Fault fault = Fault.of(failure, origin, target.check(), clues);
            @Nullable ServerCertificate shown = clues.certificate();
            return observation(target, began, fault.verdict(), fault.reason(), null)
                    .withCertificate(shown);
        }
    }

    /// The path without its slashes at both ends. Empty where the URL cannot be read.
    private static Optional<String> service(String url) {
        try {
            String path = Optional.ofNullable(new URI(url).getPath()).orElse("");
            int from = path.startsWith("/") ? 1 : 0;
            int to = path.length() > from && path.endsWith("/") ? path.length() - 1 : path.length();
            return Optional.of(path.substring(from, to));
        } catch (URISyntaxException notAUrl) {
            return Optional.empty();
        }
    }

    private Observation observation(
            ProbeTarget target, long began, Verdict verdict, Reason reason, @Nullable String format) {
        return new Observation(
                target.id(), clock.instant(), since(began), verdict, reason, null, format, List.of(), null);
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
