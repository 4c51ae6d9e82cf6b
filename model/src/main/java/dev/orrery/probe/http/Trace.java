package dev.orrery.probe.http;

import dev.orrery.health.ServerCertificate;
import dev.orrery.probe.Fault;
import dev.orrery.probe.Traffic;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Handshake;
import okhttp3.Protocol;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// How far one probe came, for the reason why it went no further.
final class Trace extends EventListener {
    private final Traffic traffic = new Traffic();
    private volatile long before;
    private volatile boolean begun;
    private volatile boolean certificateWanted;
    private volatile @Nullable InetAddress address;
    private volatile @Nullable CountedBody body;
    private volatile @Nullable ServerCertificate certificate;

    /// Another request of the same probe begins.
    void begin() {
        before = traffic.received();
        begun = false;
        body = null;
    }

    /// Counts what comes of a body.
    ///
    /// @param announced -1 where nothing was
    InputStream counted(InputStream in, long announced) {
        CountedBody counted = new CountedBody(in, announced);
        body = counted;
        return counted;
    }

    /// @param wanted whether the server asked for a certificate
    void saw(@Nullable ServerCertificate shown, boolean wanted) {
        certificate = shown;
        certificateWanted = wanted;
    }

    /// Where the newest connection was made to; null where none was.
    @Nullable
    InetAddress address() {
        return address;
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
        CountedBody of = body;
        String words = of == null ? null : of.inWords();
        Fault.Clues clues = new Fault.Clues(
                traffic.received() - before, begun, certificate, traffic.ended(), words, certificateWanted);
        return talks && !begun && !clues.flood()
                ? new Fault.Clues(0, false, certificate, traffic.ended(), null, certificateWanted)
                : clues;
    }

    @Override
    public void connectEnd(Call call, InetSocketAddress to, Proxy proxy, @Nullable Protocol protocol) {
        address = to.getAddress();
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
