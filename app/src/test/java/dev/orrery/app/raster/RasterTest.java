package dev.orrery.app.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RasterTest {
    private static final int BLACK = 0xff000000;
    private static final int WHITE = 0xffffffff;

    private final Raster raster = new Raster(40, 40);

    @Test
    void aBoxCoversAPixelAsFarAsItLiesInIt() {
        raster.clear(WHITE);

        raster.box(10.25, 10, 12.5, 11, BLACK);

        assertThat(darkness(10, 10)).isEqualTo(0.75, within(0.01));
        assertThat(darkness(11, 10)).isEqualTo(1);
        assertThat(darkness(12, 10)).isEqualTo(0.5, within(0.01));
        assertThat(darkness(9, 10)).isZero();
        assertThat(darkness(11, 11)).isZero();
    }

    @Test
    void anOutlineCoversAsMuchAsItsArea() {
        raster.clear(WHITE);

        raster.fill(SvgPath.outline("M0 .5A.5 .5 0 0 1 1 .5A.5 .5 0 0 1 0 .5Z"), 24, 3.3, 5.7, BLACK);

        assertThat(darkness()).isEqualTo(Math.PI * 12 * 12, within(3.0));
    }

    @Test
    void whatRunsTheOtherWayRoundIsAHole() {
        raster.clear(WHITE);

        raster.fill(SvgPath.outline("M0 0H20V20H0ZM5 5V15H15V5Z"), 1, 4, 4, BLACK);

        assertThat(darkness()).isEqualTo(20 * 20 - 10 * 10, within(1.0));
        assertThat(darkness(14, 14)).isZero();
    }

    @Test
    void aRingIsTheBorderOfARoundBox() {
        raster.clear(WHITE);
        raster.round(2, 3, 36, 30, 7, BLACK);
        double whole = darkness();
        raster.clear(WHITE);
        raster.round(3.5, 4.5, 34.5, 28.5, 5.5, BLACK);
        double inside = darkness();
        raster.clear(WHITE);

        raster.ring(2, 3, 36, 30, 7, 1.5, BLACK);

        assertThat(darkness()).isEqualTo(whole - inside, within(2.0));
    }

    @Test
    void aLineKeepsItsWeightRoundItsBends() {
        raster.clear(WHITE);
        LinePath path = new LinePath();
        path.to(2.5, 5.3);
        path.to(20, 5.3);
        path.quad(28, 5.3, 28, 13.3);
        path.to(28, 35.1);

        raster.line(path, 1.3, BLACK);

        double bend = 8 * 1.6232;
        assertThat(darkness()).isEqualTo(1.3 * (17.5 + bend + 21.8), within(1.0));
        // Where a piece ends within a pixel the next one goes on: no seam.
        assertThat(darkness(28, 13) + darkness(27, 13)).isEqualTo(1.3, within(0.1));
    }

    @Test
    void dashesLeaveGaps() {
        raster.clear(WHITE);
        LinePath path = new LinePath();
        path.dashes(5, 4);
        path.to(2, 10.5);
        path.to(38, 10.5);

        raster.line(path, 1, BLACK);

        assertThat(darkness(3, 10)).isEqualTo(1);
        assertThat(darkness(8, 10)).isZero();
        assertThat(darkness(12, 10)).isEqualTo(1);
        assertThat(darkness()).isEqualTo(20, within(0.5));
    }

    @Test
    void nothingOutsideTheClipIsTouched() {
        raster.clear(WHITE);
        raster.clip(10, 10, 20, 20);

        raster.round(0, 0, 40, 40, 7, BLACK);
        raster.fill(SvgPath.outline("M0 0H40V40H0Z"), 1, 0, 0, BLACK);

        assertThat(darkness()).isEqualTo(100);
    }

    @Test
    void whatIsNoPlaceIsNotDrawn() {
        raster.clear(WHITE);
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 1e300, -1e300}) {
            raster.box(bad, 0, bad + 10, 10, BLACK);
            raster.round(bad, 0, bad, 10, 3, BLACK);
            raster.ring(0, bad, 10, bad, 3, 1, BLACK);
            raster.fill(SvgPath.outline("M0 0H9V9Z"), bad, 3, 3, BLACK);
            raster.stroke(SvgPath.outline("M0 0H9V9Z"), 1, bad, bad, 1, BLACK);
            LinePath path = new LinePath();
            path.dashes(5, 4);
            path.to(bad, bad);
            path.to(bad, 5);
            raster.line(path, 1, BLACK);
        }
        assertThat(darkness()).isZero();
    }

    @Test
    void aPathThatIsNotOursIsRefused() {
        assertThatThrownBy(() -> SvgPath.outline("m1 1l2 2")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void scaledPixelsAreMixedAndMovedOnesAreNot() {
        Raster source = new Raster(4, 1, new int[] {WHITE, BLACK, WHITE, BLACK});
        Raster moved = new Raster(4, 1);
        Raster scaled = new Raster(8, 1);

        Scaling.draw(source.pixels(), 4, 1, 1, 1, 0, moved);
        Scaling.draw(source.pixels(), 4, 1, 2, 0, 0, scaled);

        assertThat(moved.pixels()).containsExactly(0, WHITE, BLACK, WHITE);
        assertThat(scaled.pixels()[1] & 0xff).isBetween(0xb0, 0xd0);
        assertThat(scaled.pixels()[0]).isEqualTo(WHITE);
    }

    private double darkness(int x, int y) {
        return 1 - (raster.pixels()[y * 40 + x] & 0xff) / 255.0;
    }

    private double darkness() {
        double sum = 0;
        for (int y = 0; y < 40; y++) {
            for (int x = 0; x < 40; x++) {
                sum += darkness(x, y);
            }
        }
        return sum;
    }
}
