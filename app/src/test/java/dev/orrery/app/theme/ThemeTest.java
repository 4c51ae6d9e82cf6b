package dev.orrery.app.theme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.diagram.Colour;
import dev.orrery.diagram.Palette;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThemeTest {
    @ParameterizedTest
    @EnumSource(Palette.class)
    void namesEveryColourOfThePalette(Palette palette) {
        String sheet = PaletteSheet.text(palette);

        for (Colour colour : Colour.values()) {
            assertThat(sheet).contains("-orrery-" + colour.token() + ": " + palette.hex(colour) + ";");
            assertThat(sheet).contains(".line-" + colour.token() + " {");
        }
    }

    @Test
    void redefinesTheThemesOwnColoursByHealth() {
        assertThat(PaletteSheet.text(Palette.DARK))
                .contains("-color-success-emphasis: " + Palette.DARK.hex(Colour.UP))
                .contains("-color-danger-emphasis: " + Palette.DARK.hex(Colour.DOWN));
    }

    @Test
    void loadsBothWeightsOfTheBundledTypeface() {
        assertThat(Inter.NAME.getFamily()).isEqualTo("Inter SemiBold");
        assertThat(Inter.SMALL.getFamily()).isEqualTo("Inter");
    }
}
