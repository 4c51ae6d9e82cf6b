package dev.orrery.inspection;

import dev.orrery.graph.CutPoints;
import dev.orrery.problem.Problem;
import dev.orrery.topology.Topology;
import java.util.List;

/// Services between two parts that have no other way to each other. Every leaf hangs by somebody; what is told
/// parts several services from several others.
final class SinglePointsOfFailure implements Inspection {
    @Override
    public String rule() {
        return "single-point-of-failure";
    }

    @Override
    public List<Finding> inspect(Inspected inspected) {
        int least = inspected.limits().of(Limit.PARTED);
        return CutPoints.of(inspected.topology(), _ -> true, least).stream()
                .map(point -> finding(inspected.topology(), point))
                .toList();
    }

    private Finding finding(Topology topology, CutPoints.CutPoint point) {
        return Finding.of(
                this,
                Problem.warning(
                        "single-point-of-failure",
                        Words.place(topology, point.service()),
                        topology.nameOf(point.service()),
                        Integer.toString(point.before()),
                        Integer.toString(point.behind())),
                point.service());
    }
}
