package dev.orrery.app.bench;

import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Endpoints that are all asked alike.
///
/// @param muteEvery one in so many drops what wants to connect; 0 for none
record ProbeCase(String name, int endpoints, Duration interval, int muteEvery) {
    String subject() {
        return String.format(Locale.ROOT, "%,d endpoints, every %d s", endpoints, interval.toSeconds());
    }

    boolean isMute(int index) {
        return muteEvery > 0 && index % muteEvery == 0;
    }

    Topology topology(LocalFleet fleet) {
        SourceLocation here = SourceLocation.startOf("generated");
        List<Service> services = new ArrayList<>(endpoints);
        for (int i = 0; i < endpoints; i++) {
            String url = fleet.url(i, isMute(i));
            HealthCheck check = new HealthCheck(url, interval, HealthCheck.DEFAULT_TIMEOUT, null, here);
            services.add(Service.of("service-" + i, ServiceKind.SERVICE, here).withHealthChecks(List.of(check)));
        }
        return new Topology(name, services, List.of(), List.of());
    }
}
