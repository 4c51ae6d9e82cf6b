package dev.orrery.inspection;

import dev.orrery.graph.Reaches;
import dev.orrery.problem.Problem;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.Topology;
import java.util.List;

/// How many others have to run so that one can be tested: what it requires, directly or through others. Told where
/// the limit is passed first; whatever needs such a service is as hard to test, and worse.
final class HardToTest implements Inspection {
    @Override
    public String rule() {
        return "hard-to-test";
    }

    @Override
    public List<Finding> inspect(Inspected inspected) {
        int most = inspected.limits().of(Limit.NEEDED_TO_TEST);
        Topology topology = inspected.topology();
        return Reaches.tipping(topology, Dependency::required, most).stream()
                .filter(tipping -> isOurs(topology, tipping.service()))
                .map(tipping -> finding(topology, tipping))
                .toList();
    }

    private static boolean isOurs(Topology topology, String service) {
        return topology.service(service)
                .filter(known -> known.kind() != ServiceKind.EXTERNAL)
                .isPresent();
    }

    private Finding finding(Topology topology, Reaches.Tipping tipping) {
        return Finding.of(
                this,
                Problem.info(
                        "hard-to-test",
                        Words.place(topology, tipping.service()),
                        topology.nameOf(tipping.service()),
                        Integer.toString(tipping.needed())),
                tipping.service());
    }
}
