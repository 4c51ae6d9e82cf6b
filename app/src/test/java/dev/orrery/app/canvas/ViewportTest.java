package dev.orrery.app.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.orrery.layout.Box;
import dev.orrery.layout.Point;
import dev.orrery.layout.Size;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewportTest {
    private static final double CLOSE = 1e-9;

    @ParameterizedTest
    @ValueSource(doubles = {0.0001, 0.3, 0.9, 1, 1.15, 7, 1000})
    void zoomingKeepsWhatIsUnderTheCursor(double factor) {
        Viewport before = new Viewport(-120, 35, 0.8);
        Point under = before.toDiagram(300, 200);

        Point after = before.zoomedAbout(300, 200, factor).toCanvas(under);

        assertThat(after.x()).isEqualTo(300, within(CLOSE));
        assertThat(after.y()).isEqualTo(200, within(CLOSE));
    }

    @Test
    void zoomStaysWithinItsLimits() {
        assertThat(Viewport.HOME.zoomedAbout(0, 0, 1e9).zoom()).isEqualTo(Viewport.LARGEST);
        assertThat(Viewport.HOME.zoomedAbout(0, 0, 1e-9).zoom()).isEqualTo(Viewport.SMALLEST);
        assertThat(new Viewport(0, 0, 0).zoom()).isEqualTo(Viewport.SMALLEST);
    }

    @Test
    void fittingCentresASmallBoxWithoutEnlargingIt() {
        Viewport fitted = Viewport.fitting(new Box(100, 100, 200, 100), 1000, 600, 40);

        assertThat(fitted.zoom()).isEqualTo(1);
        assertThat(fitted.toCanvas(new Point(200, 150))).isEqualTo(new Point(500, 300));
    }

    @Test
    void fittingKeepsClearOfWhatLiesOverACornerOnlyWhereItWouldCoverABox() {
        Box bounds = new Box(0, 0, 1000, 600);
        Size corner = new Size(180, 200);
        Box low = new Box(0, 550, 190, 50);
        Viewport whole = Viewport.fitting(bounds, 1000, 700, 40);

        Viewport beside = Viewport.fitting(bounds, List.of(low), corner, 1000, 700, 40);

        assertThat(Viewport.fitting(bounds, List.of(new Box(800, 550, 190, 50)), corner, 1000, 700, 40))
                .isEqualTo(whole);
        assertThat(Viewport.fitting(bounds, List.of(low), new Size(0, 0), 1000, 700, 40))
                .isEqualTo(whole);
        Point left = beside.toCanvas(new Point(low.x(), low.bottom()));
        assertThat(left.x() >= corner.width() || left.y() <= 700 - corner.height())
                .isTrue();
        assertThat(beside.toCanvas(new Point(1000, 0)).x()).isLessThanOrEqualTo(1000);
    }

    @Test
    void fittingShrinksALargeBoxUntilAllOfItIsSeen() {
        Box large = new Box(-500, 0, 4000, 900);

        Viewport fitted = Viewport.fitting(large, 1000, 600, 40);

        assertThat(fitted.seen(1000, 600).contains(large)).isTrue();
        assertThat(fitted.zoom()).isEqualTo(0.23, within(CLOSE));
    }

    @Test
    void revealingWhatIsSeenMovesNothing() {
        Viewport viewport = new Viewport(10, 20, 1);

        assertThat(viewport.revealing(new Box(100, 100, 190, 52), 1000, 600, 40))
                .isSameAs(viewport);
    }

    @Test
    void revealingPansOnlyAsFarAsNeeded() {
        Viewport right = Viewport.HOME.revealing(new Box(900, 100, 190, 52), 1000, 600, 40);
        Viewport above = Viewport.HOME.revealing(new Box(100, -200, 190, 52), 1000, 600, 40);

        assertThat(right).isEqualTo(new Viewport(-130, 0, 1));
        assertThat(above).isEqualTo(new Viewport(0, 240, 1));
    }

    @Test
    void keepingAMovedPointLeavesItOnItsPixel() {
        Viewport before = new Viewport(40, 8, 0.5);
        Point old = new Point(300, 100);
        Point moved = new Point(420, 60);

        assertThat(before.keeping(old, moved).toCanvas(moved)).isEqualTo(before.toCanvas(old));
    }

    @Test
    void goesToAnotherCameraInPartsAndArrivesExactly() {
        Viewport other = new Viewport(100, -50, 2);

        assertThat(Viewport.HOME.towards(other, 0.5)).isEqualTo(new Viewport(50, -25, 1.5));
        assertThat(Viewport.HOME.towards(other, 1)).isSameAs(other);
    }
}
