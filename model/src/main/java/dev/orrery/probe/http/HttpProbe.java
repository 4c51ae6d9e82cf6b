package dev.orrery.probe.http;

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
import dev.orrery.probe.Trust;
import dev.orrery.probe.tls.Tls;
import dev.orrery.text.ShownUrl;
import dev.orrery.text.Untrusted;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/// Asks `http` and `https` URLs with GET.
///
/// The check's timeout is for all of it, redirects included. Redirects within the origin are followed, at most
/// five. Headers that carry secrets go to an origin of the secret's audience alone, and never along with a redirect
/// to another. Safe to use from many threads; each call blocks its own.
public final class HttpProbe implements Probe {
    private static final int REDIRECTS = 5;
    private static final int KEPT_BODY = 16 * 1024;

    private final Gate gate;
    private final NameLookup lookup;
    private final Secrets secrets;
    private final InstantSource clock;
    private final Exchange exchange;
    private final Map<String, Optional<Destination>> destinations = new ConcurrentHashMap<>();

    /// @param trust asked anew for every connection
    /// @param secrets that checks name for their headers
    /// @param userAgent by which the services' owners recognise who asks, as in `Orrery/1.0`
    public HttpProbe(
            Supplier<Trust> trust, NameLookup lookup, Secrets secrets, InstantSource clock, String userAgent, Tls tls) {
        Gate gate = new Gate(trust);
        this.gate = gate;
        this.lookup = lookup;
        this.secrets = secrets;
        this.clock = clock;
        this.exchange = new Exchange(gate, userAgent, tls, clock);
    }

    /// Without secrets, and with the platform's authorities.
    public HttpProbe(Supplier<Trust> trust, NameLookup lookup, InstantSource clock, String userAgent) {
        this(trust, lookup, Secrets.NONE, clock, userAgent, Tls.ofThePlatform());
    }

    @Override
    public Observation ask(ProbeTarget target) {
        long began = System.nanoTime();
        String written = target.check().url();
        Optional<Destination> destination = destinations.computeIfAbsent(written, Destination::of);
        if (destination.isEmpty()) {
            String shown = Untrusted.oneLine(ShownUrl.of(written));
            return observation(target, began, Verdict.NONE, Reason.of("bad-url", shown), null, null);
        }
        Origin origin = destination.get().origin();
        RequestHeaders headers;
        try {
            headers = RequestHeaders.of(target.check().request(), secrets, origin);
        } catch (RequestHeaders.Withheld withheld) {
            return observation(target, began, Verdict.NONE, withheld.reason(), null, null);
        }
        Trace trace = new Trace();
        Observation answer;
        try {
            answer = follow(target, destination.get(), headers, trace, began);
        } catch (IOException failure) {
            Fault fault = Fault.of(
                    failure,
                    origin,
                    target.check(),
                    trace.clues(
                            destination.get().url().isHttps(),
                            target.check().request().http2()));
            answer = observation(target, began, fault.verdict(), fault.reason(), null, null)
                    .withCertificate(trace.certificate());
        }
        return headers.redaction().clean(answer);
    }

    /// Forgets what is not asked any more.
    @Override
    public void prepare(Collection<ProbeTarget> all) {
        destinations
                .keySet()
                .retainAll(all.stream().map(target -> target.check().url()).collect(Collectors.toSet()));
    }

    private Observation follow(
            ProbeTarget target, Destination destination, RequestHeaders headers, Trace trace, long began)
            throws IOException {
        Origin origin = destination.origin();
        List<InetAddress> addresses =
                gate.addresses(origin, lookup, target.check().timeout());
        HttpUrl url = destination.url();
        for (int redirects = 0; redirects <= REDIRECTS; redirects++) {
            HttpUrl asked = url;
            Exchange.Reply reply = OnceMore.wherePutOff(() -> {
                Duration left = target.check().timeout().minusNanos(System.nanoTime() - began);
                if (left.toMillis() < 1) {
                    throw new InterruptedIOException("timeout");
                }
                trace.begin();
                boolean http2 = target.check().request().http2();
                return exchange.get(new Exchange.Question(asked, origin, addresses, left, headers, http2), trace);
            });
            Answer answer = reply.answer();
            boolean isEnd = !answer.isRedirect() || target.check().expect().names(answer.status());
            if (isEnd) {
                Observation judged = judged(target, destination, reply, began);
                return judged.verdict() == Verdict.PASS
                                && target.check().expect().allAddresses()
                        ? withOthers(judged, target, origin, addresses, trace, began)
                        : judged;
            }
            String location = answer.location().orElseThrow();
            Optional<HttpUrl> next = Optional.ofNullable(url.resolve(location));
            Optional<Origin> elsewhere = next.flatMap(resolved -> Origin.of(resolved.toString()));
            if (next.isEmpty() || !elsewhere.equals(Optional.of(origin))) {
                String where =
                        elsewhere.map(Origin::toString).orElseGet(() -> Untrusted.oneLine(ShownUrl.of(location), 80));
                return observation(target, began, Verdict.NONE, Reason.of("redirect-elsewhere", where), answer, null)
                        .withCertificate(reply.certificate());
            }
            url = next.get().newBuilder().username("").password("").build();
        }
        return observation(
                target,
                began,
                Verdict.FAIL,
                Reason.of("redirect-loop", Integer.toString(REDIRECTS), origin.authority()),
                null,
                null);
    }

    /// The answer, unless another address of the same name would have given none. It took as long as it took.
    private Observation withOthers(
            Observation answer,
            ProbeTarget target,
            Origin origin,
            List<InetAddress> addresses,
            Trace trace,
            long began) {
        Duration left = target.check().timeout().minus(since(began));
        return new OtherAddresses(gate, origin, target.check())
                .silent(addresses, trace.address(), left)
                .map(reason -> answer.judged(Verdict.WARN, reason))
                .orElse(answer);
    }

    private Observation judged(ProbeTarget target, Destination destination, Exchange.Reply reply, long began) {
        ServerCertificate certificate = reply.certificate();
        if (certificate != null && certificate.notAfter().isBefore(clock.instant())) {
            // A session that was taken up again is not verified again.
            Fault fault = Fault.expired(destination.origin(), certificate);
            return observation(target, began, fault.verdict(), fault.reason(), null, null)
                    .withCertificate(certificate);
        }
        Answer answer = reply.answer();
        Judgement judgement = Judgement.of(answer, destination.reading(answer), target.check(), since(began));
        Duration retryAfter = reply.retryAfter();
        Reason reason = judgement.reason();
        if (retryAfter != null && retryAfter.isPositive() && reason.code().equals("too-many-requests")) {
            reason = Reason.of("too-many-requests-until", Latency.inWords(retryAfter));
        }
        return observation(target, began, judgement.verdict(), reason, answer, judgement)
                .withRetryAfter(retryAfter)
                .withCertificate(certificate);
    }

    private Observation observation(
            ProbeTarget target,
            long began,
            Verdict verdict,
            Reason reason,
            @Nullable Answer answer,
            @Nullable Judgement judgement) {
        String text = answer == null ? "" : answer.text();
        return new Observation(
                target.id(),
                clock.instant(),
                since(began),
                verdict,
                reason,
                answer == null ? null : answer.status(),
                judgement == null ? null : judgement.format(),
                judgement == null ? List.of() : judgement.parts(),
                text.isEmpty() ? null : kept(text));
    }

    private static String kept(String text) {
        return text.length() <= KEPT_BODY ? Untrusted.lines(text) : Untrusted.lines(text.substring(0, KEPT_BODY)) + "…";
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
