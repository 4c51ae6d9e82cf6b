package dev.orrery.importer.zipkin;

import dev.orrery.importer.Traffic;
import dev.orrery.topology.DependencyKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the spans of traces tell together. A span whose parent ran in another service was called by it. The two ends of
/// a call may share one id. Of messages, the producer and the consumer each need the broker; where nobody names it, the
/// consumer needs the producer.
final class Spans {
    private static final String RULE = "zipkin.trace";

    private final List<Span> spans;
    private final Map<Key, Span> callers = new HashMap<>();
    private final Map<Key, Span> called = new HashMap<>();
    private final Set<Key> answered = new HashSet<>();

    private record Key(String trace, String id) {}

    Spans(List<Span> spans) {
        this.spans = spans;
        for (Span span : spans) {
            Key key = new Key(span.trace(), span.id());
            boolean isCalled = span.kind().equals("SERVER") || span.isConsumer();
            (isCalled ? called : callers).putIfAbsent(key, span);
        }
    }

    void tell(Traffic traffic) {
        for (Span span : spans) {
            String service = span.service();
            Span caller = caller(span);
            String from = caller == null ? null : caller.service();
            if (service == null) {
                continue;
            }
            traffic.service(service, span.source());
            if (span.isProducer() || span.isConsumer()) {
                message(span, service, caller, traffic);
            } else if (caller != null && from != null && !from.equals(service)) {
                answered.add(new Key(caller.trace(), caller.id()));
                traffic.call(from, service, null, RULE, span.source());
            }
        }
        for (Span span : spans) {
            String service = span.service();
            String remote = span.remote();
            boolean isUnanswered = span.kind().equals("CLIENT") && !answered.contains(new Key(span.trace(), span.id()));
            if (service != null && remote != null && isUnanswered) {
                traffic.call(service, remote, null, RULE, span.source());
            }
        }
    }

    private static void message(Span span, String service, @Nullable Span producer, Traffic traffic) {
        String broker = span.remote();
        String from = producer == null ? null : producer.service();
        if (broker != null) {
            traffic.broker(broker, span.source());
            traffic.call(service, broker, DependencyKind.ASYNC, RULE, span.source());
        } else if (span.isConsumer() && producer != null && producer.isProducer() && from != null) {
            traffic.call(service, from, DependencyKind.ASYNC, RULE, span.source());
        }
    }

    /// The other end of the same call, where both ends share an id; else the parent.
    private @Nullable Span caller(Span span) {
        Key own = new Key(span.trace(), span.id());
        Span sharing = callers.get(own);
        if (sharing != null && !sharing.equals(span)) {
            return sharing;
        }
        String parent = span.parent();
        if (parent == null) {
            return null;
        }
        Key above = new Key(span.trace(), parent);
        Span inside = called.get(above);
        return inside == null ? callers.get(above) : inside;
    }
}
