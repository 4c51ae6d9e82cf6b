package dev.orrery.inspection;

import dev.orrery.graph.CallChains;
import dev.orrery.problem.Problem;
import dev.orrery.topology.Topology;
import java.util.List;

/// Calls that wait for calls that wait for calls: every one adds its time, and each can fail. The longest chain
/// from each service that nobody calls is told, where it is longer than the limit.
final class LongChains implements Inspection {
    @Override
    public String rule() {
        return "long-chain";
    }

    @Override
    public List<Finding> inspect(Inspected inspected) {
        int most = inspected.limits().of(Limit.CHAIN);
        return CallChains.of(inspected.topology(), Inspected.IS_CALL).longerThan(most).stream()
                .map(chain -> finding(inspected.topology(), chain))
                .toList();
    }

    private Finding finding(Topology topology, CallChains.Chain chain) {
        return Finding.of(
                        this,
                        Problem.info(
                                "long-chain",
                                Words.place(topology, chain.services().getFirst()),
                                Integer.toString(chain.calls()),
                                Words.way(topology, chain.services())),
                        chain.services())
                .at(chain.services().getFirst(), Words.steps(chain.services()));
    }
}
