package dev.orrery.probe;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;

/// Finds the addresses of a name.
public interface NameLookup {
    /// @return at least one
    /// @throws UnknownHostException where the name does not exist
    /// @throws Silent where nobody who knows could be asked, so that nothing is known about the name
    List<InetAddress> addresses(String host) throws UnknownHostException;

    /// The same, for whoever cannot wait for longer than this.
    ///
    /// @throws Silent also where that was too short
    default List<InetAddress> addresses(String host, Duration left) throws UnknownHostException {
        return addresses(host);
    }

    /// The name service did not answer; that is no fault of the service whose name was looked up.
    final class Silent extends UnknownHostException {
        private static final long serialVersionUID = 1;

        public Silent(String host) {
            super("no answer from the name service about " + host);
        }
    }
}
