package dev.orrery.app.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScrollMeaningTest {
    @Test
    void aNotchOfAWheelZooms() {
        assertThat(ScrollMeaning.of(0, 40, 40, false, false)).isEqualTo(new ScrollMeaning.Zoom(1.15));
        assertThat(ScrollMeaning.of(0, -80, 40, false, false))
                .isInstanceOfSatisfying(
                        ScrollMeaning.Zoom.class,
                        zoom -> assertThat(zoom.factor()).isEqualTo(1 / (1.15 * 1.15), within(1e-9)));
    }

    @Test
    void twoFingersPan() {
        assertThat(ScrollMeaning.of(0, 12.5, 40, false, false)).isEqualTo(new ScrollMeaning.Pan(0, 12.5));
        assertThat(ScrollMeaning.of(-3, 40, 40, false, false)).isEqualTo(new ScrollMeaning.Pan(-3, 40));
        assertThat(ScrollMeaning.of(0, 40, 40, true, false)).isEqualTo(new ScrollMeaning.Pan(0, 40));
    }

    @Test
    void withTheZoomKeyBothZoom() {
        assertThat(ScrollMeaning.of(0, 12.5, 40, true, true)).isInstanceOf(ScrollMeaning.Zoom.class);
    }
}
