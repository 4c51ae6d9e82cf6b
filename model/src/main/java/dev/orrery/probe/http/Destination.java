package dev.orrery.probe.http;

import dev.orrery.probe.Origin;
import dev.orrery.probe.body.BodyReading;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/// What one URL means, read once however often it is asked, and what its last body said: the same text says the same
/// again. Safe to use from many threads.
final class Destination {
    /// A longer body is read anew each time, so that nothing large is kept.
    private static final int LONGEST_KEPT = 2 * 1024;

    private final Origin origin;
    private final HttpUrl url;
    private volatile @Nullable Read last;

    private Destination(Origin origin, HttpUrl url) {
        this.origin = origin;
        this.url = url;
    }

    private record Read(Answer.Body body, String mediaType, boolean whole, BodyReading reading) {
        boolean isOf(Answer answer) {
            return whole == answer.whole() && mediaType.equals(answer.mediaType()) && body.equals(answer.body());
        }
    }

    /// The URL as it is sent, with the origin's one spelling of the host. Empty where it has no origin, or where the
    /// library reads another origin from it than was asked to be allowed.
    static Optional<Destination> of(String written) {
        Optional<Origin> origin = Origin.of(written);
        HttpUrl url = HttpUrl.parse(written);
        if (origin.isEmpty() || url == null || !Origin.of(url.toString()).equals(origin)) {
            return Optional.empty();
        }
        HttpUrl sent = url.newBuilder()
                .host(origin.get().host())
                .username("")
                .password("")
                .build();
        return Optional.of(new Destination(origin.get(), sent));
    }

    Origin origin() {
        return origin;
    }

    HttpUrl url() {
        return url;
    }

    /// What the body says.
    BodyReading reading(Answer answer) {
        Read before = last;
        if (before != null && before.isOf(answer)) {
            return before.reading();
        }
        BodyReading reading = answer.reading();
        last = answer.text().length() <= LONGEST_KEPT
                ? new Read(answer.body(), answer.mediaType(), answer.whole(), reading)
                : null;
        return reading;
    }
}
