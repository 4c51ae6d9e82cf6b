package dev.orrery.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.health.Health;
import dev.orrery.topology.ServiceKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Figures of WCAG 2.2 (contrast) and of Machado, Oliveira and Fernandes 2009 (colour blindness at full severity).
class PaletteTest {
    private static final List<Colour> GROUNDS = List.of(Colour.CANVAS, Colour.PANEL, Colour.CARD, Colour.BOUNDARY);

    private static final double[][] PROTAN = {
        {0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}
    };
    private static final double[][] DEUTAN = {
        {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
    };
    private static final double[][] TRITAN = {
        {1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}
    };

    @ParameterizedTest
    @EnumSource
    void textCanBeReadOnEveryGround(Palette palette) {
        for (Colour text : List.of(Colour.TEXT, Colour.SECOND_TEXT, Colour.ACCENT, Colour.DOWN)) {
            for (Colour ground : GROUNDS) {
                assertThat(contrast(palette, text, ground))
                        .as("%s on %s in %s", text, ground, palette)
                        .isGreaterThanOrEqualTo(4.5);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void shapesStandOutFromEveryGround(Palette palette) {
        for (Health health : Health.values()) {
            for (Colour ground : GROUNDS) {
                assertThat(contrast(palette, Colour.of(health), ground))
                        .as("%s on %s in %s", health, ground, palette)
                        .isGreaterThanOrEqualTo(3);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void edgesStandOutFromWhatTheyCross(Palette palette) {
        for (Colour ground : List.of(Colour.CANVAS, Colour.BOUNDARY)) {
            assertThat(contrast(palette, Colour.EDGE, ground))
                    .as("edge on %s in %s", ground, palette)
                    .isGreaterThanOrEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void statesDifferForColourBlindEyes(Palette palette) {
        List<Colour> states = List.of(Colour.UP, Colour.DEGRADED, Colour.DOWN);
        for (double[][] eyes : List.of(PROTAN, DEUTAN, TRITAN)) {
            for (Colour one : states) {
                for (Colour other : states) {
                    if (one != other) {
                        assertThat(ColourDifference.ciede2000(
                                        seen(palette.hex(one), eyes), seen(palette.hex(other), eyes)))
                                .as("%s and %s in %s", one, other, palette)
                                .isGreaterThanOrEqualTo(10);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatALensGivesStandsOutFromEveryGround(Palette palette) {
        for (Colour tint : Colour.TINTS) {
            for (Colour ground : List.of(Colour.CANVAS, Colour.CARD)) {
                // Lines on cards are held to less: the bar of nothing is dashed, and its words say so.
                double least = tint == Colour.EDGE ? 2.5 : 3;
                assertThat(contrast(palette, tint, ground))
                        .as("%s on %s in %s", tint, ground, palette)
                        .isGreaterThanOrEqualTo(least);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatALensTellsApartDiffersForAllEyes(Palette palette) {
        double[][] plain = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        List<Colour> choices = new ArrayList<>(Colour.CHOICES);
        choices.add(Colour.OTHER);
        for (double[][] eyes : List.of(plain, PROTAN, DEUTAN, TRITAN)) {
            for (List<Colour> set : List.of(choices, Colour.STEPS)) {
                for (Colour one : set) {
                    for (Colour other : set) {
                        if (one != other) {
                            assertThat(ColourDifference.ciede2000(
                                            seen(palette.hex(one), eyes), seen(palette.hex(other), eyes)))
                                    .as("%s and %s in %s", one, other, palette)
                                    .isGreaterThanOrEqualTo(10);
                        }
                    }
                }
            }
        }
    }

    /// An outline in the colour of a lens must not look like the alarm of health.
    @ParameterizedTest
    @EnumSource
    void whatALensGivesIsNoAlarm(Palette palette) {
        for (Colour tint : Colour.TINTS) {
            for (Colour alarm : List.of(Colour.DOWN, Colour.DEGRADED)) {
                assertThat(ColourDifference.ciede2000(
                                ColourDifference.linear(palette.hex(tint)),
                                ColourDifference.linear(palette.hex(alarm))))
                        .as("%s and %s in %s", tint, alarm, palette)
                        .isGreaterThanOrEqualTo(15);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void textCanBeReadOnEveryWash(Palette palette) {
        for (Colour tint : Colour.TINTS) {
            assertThat(contrast(palette.hex(Colour.TEXT), palette.wash(tint)))
                    .as("name on %s in %s", tint, palette)
                    .isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(palette.hex(Colour.TEXT), palette.deepWash(tint)))
                    .as("name on much %s in %s", tint, palette)
                    .isGreaterThanOrEqualTo(4.5);
            for (Colour small : List.of(Colour.SECOND_TEXT, Colour.DOWN)) {
                assertThat(contrast(palette.hex(small), palette.wash(tint)))
                        .as("%s on %s in %s", small, tint, palette)
                        .isGreaterThanOrEqualTo(4.5);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyStateHasAShapeOfItsOwn(Health health) {
        for (Health other : Health.values()) {
            if (other != health) {
                assertThat(HealthShape.path(health)).isNotEqualTo(HealthShape.path(other));
            }
        }
        assertThat(HealthShape.path(health)).matches("M[-MLAQHVZ0-9. ]+Z");
    }

    @ParameterizedTest
    @EnumSource
    void everyKindHasAnIconOfItsOwn(ServiceKind kind) {
        for (ServiceKind other : ServiceKind.values()) {
            if (other != kind) {
                assertThat(KindShape.path(kind)).isNotEqualTo(KindShape.path(other));
            }
        }
    }

    private static double contrast(Palette palette, Colour one, Colour other) {
        return contrast(palette.hex(one), palette.hex(other));
    }

    private static double contrast(String one, String other) {
        double first = ColourDifference.luminance(one);
        double second = ColourDifference.luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double[] seen(String hex, double[][] eyes) {
        double[] light = ColourDifference.linear(hex);
        double[] seen = new double[3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                seen[row] += eyes[row][column] * light[column];
            }
        }
        return seen;
    }
}
