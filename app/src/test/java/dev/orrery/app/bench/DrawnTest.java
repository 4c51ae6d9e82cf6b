package dev.orrery.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.app.bench.Drawn.Line;
import dev.orrery.graph.ServiceGraph;
import dev.orrery.layout.Box;
import dev.orrery.layout.Point;
import dev.orrery.topology.Topology;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DrawnTest {
    private final Map<String, Box> corners = Map.of(
            "nw", new Box(0, 0, 10, 10),
            "ne", new Box(100, 0, 10, 10),
            "sw", new Box(0, 100, 10, 10),
            "se", new Box(100, 100, 10, 10));

    @Test
    void diagonalsCrossOnceAndSidesDoNot() {
        Drawn diagonals = new Drawn(corners, List.of(straight("nw", "se"), straight("ne", "sw")));
        assertThat(diagonals.straightCrossings()).isEqualTo(1);
        assertThat(diagonals.crossings()).isEqualTo(1);
        Drawn sides = new Drawn(corners, List.of(straight("nw", "ne"), straight("sw", "se")));
        assertThat(sides.straightCrossings()).isZero();
    }

    @Test
    void linesWithACommonEndDoNotCount() {
        Drawn drawn = new Drawn(corners, List.of(straight("nw", "se"), straight("nw", "ne"), straight("sw", "nw")));
        assertThat(drawn.crossings()).isZero();
    }

    @Test
    void aCrossingInACornerCountsOnce() {
        Line bent = new Line("nw", "ne", List.of(new Point(5, 5), new Point(55, 55), new Point(105, 5)));
        Line through = new Line("sw", "se", List.of(new Point(55, 0), new Point(55, 105)));
        assertThat(new Drawn(corners, List.of(bent, through)).crossings()).isEqualTo(1);
    }

    @Test
    void lengthBendsAndOverlapsAreCounted() {
        Line bent = new Line("nw", "se", List.of(new Point(0, 0), new Point(30, 0), new Point(30, 40)));
        Drawn drawn = new Drawn(Map.of("a", new Box(0, 0, 10, 10), "b", new Box(5, 5, 10, 10)), List.of(bent));
        assertThat(drawn.length()).isEqualTo(70);
        assertThat(drawn.bends()).isEqualTo(1);
        assertThat(drawn.overlaps()).isEqualTo(1);
    }

    @Test
    void medianAndP99AreThoseOfTheRuns() {
        assertThat(new Figures(List.of(3.0, 1.0, 2.0)).median()).isEqualTo(2);
        assertThat(new Figures(List.of(4.0, 1.0, 2.0, 3.0)).median()).isEqualTo(2.5);
        assertThat(new Figures(List.of(3.0, 1.0, 2.0)).p99()).isEqualTo(3);
    }

    @Test
    void generatedTopologiesAreTheSameForTheSameSeed() {
        Topology one = Generated.topology(100, 7);
        assertThat(one).isEqualTo(Generated.topology(100, 7)).isNotEqualTo(Generated.topology(100, 8));
        assertThat(one.services()).hasSize(100);
        assertThat(one.dependencies()).hasSizeBetween(100, 150);
        assertThat(ServiceGraph.of(one).isolated().size()).isLessThan(20);
    }

    private Line straight(String from, String to) {
        Box a = corners.getOrDefault(from, new Box(0, 0, 0, 0));
        Box b = corners.getOrDefault(to, new Box(0, 0, 0, 0));
        return new Line(from, to, List.of(new Point(a.centerX(), a.centerY()), new Point(b.centerX(), b.centerY())));
    }
}
