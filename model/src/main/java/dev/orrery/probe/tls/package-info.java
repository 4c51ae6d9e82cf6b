/// Whose certificates are believed, and what a server's certificate says; asks `tls` URLs for it.
///
/// [Tls][dev.orrery.probe.tls.Tls] makes the secure sockets of every protocol above it. A handshake that fails leaves
/// no certificate behind, so [Tls][dev.orrery.probe.tls.Tls] notes the one it was shown before it is judged: the
/// reason can then say when it expired, or for whom it is.
@NullMarked
package dev.orrery.probe.tls;

import org.jspecify.annotations.NullMarked;
