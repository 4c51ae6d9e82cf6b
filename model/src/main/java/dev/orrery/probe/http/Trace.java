package dev.orrery.probe.http;

import dev.orrery.health.ServerCertificate;
import dev.orrery.probe.Fault;
import dev.orrery.probe.Traffic;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Handshake;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// How far one probe came, for the reason why it went no further.
final class Trace extends EventListener {
    private final Traffic traffic = new Traffic();
    private volatile long before;
    private volatile boolean begun;
    private volatile @Nullable ServerCertificate certificate;

    /// Another request of the same probe begins.
    void begin() {
        before = traffic.received();
        begun = false;
    }

    void saw(@Nullable ServerCertificate shown) {
        certificate = shown;
    }

    Traffic traffic() {
        return traffic;
    }

    @Nullable
    ServerCertificate certificate() {
        return certificate;
    }

    /// A secure connection and one of HTTP/2 talk of their own accord, so a few bytes there are not yet part of an
    /// answer.
    Fault.Clues clues(boolean secure, boolean http2) {
        boolean talks = secure || (http2 && !traffic.ended());
        Fault.Clues clues = new Fault.Clues(traffic.received() - before, begun, certificate, traffic.ended());
        return talks && !begun && !clues.flood() ? new Fault.Clues(0, false, certificate, traffic.ended()) : clues;
    }

    @Override
    public void secureConnectEnd(Call call, @Nullable Handshake handshake) {
        before = traffic.received();
    }

    @Override
    public void responseHeadersEnd(Call call, Response response) {
        begun = true;
    }
}
