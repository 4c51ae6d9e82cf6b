package dev.orrery.probe;

import java.io.IOException;
import java.net.ProtocolException;

/// Whoever was spoken to in HTTP/2 without TLS answered in another tongue.
public final class NotHttp2 extends ProtocolException {
    private static final long serialVersionUID = 1;

    private NotHttp2(IOException cause) {
        super("not HTTP/2");
        initCause(cause);
    }

    /// A server's first frame has settings, and no more than fit: its first byte is 0 (RFC 9113, 3.4). The library
    /// fails at any other in as many ways as there are moments to notice it.
    ///
    /// @param failure of an exchange over HTTP/2 without TLS
    /// @return what it means
    public static IOException orElse(IOException failure, Traffic traffic) {
        return traffic.firstByte() > 0 ? new NotHttp2(failure) : failure;
    }
}
