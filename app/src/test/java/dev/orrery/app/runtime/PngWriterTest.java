package dev.orrery.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orrery.app.canvas.Pictures;
import dev.orrery.diagram.Colour;
import dev.orrery.diagram.Diagram;
import dev.orrery.diagram.HubMark;
import dev.orrery.diagram.Legend;
import dev.orrery.diagram.Lens;
import dev.orrery.diagram.Palette;
import dev.orrery.diagram.Tint;
import dev.orrery.graph.NodeId;
import dev.orrery.health.Health;
import dev.orrery.health.Verdict;
import dev.orrery.layout.Box;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javafx.scene.image.Image;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PngWriterTest {
    private static final double MARGIN = 24;
    private static final Path OUTPUT = Path.of("target", "pictures");

    @Test
    void isAsLargeAsTheDiagramWithItsMarginTimesTheScale() throws Exception {
        Diagram diagram = Pictures.grid(3, 2);

        Image image = drawn(diagram, Palette.LIGHT, 2);

        assertThat(image.isError()).isFalse();
        assertThat(image.getWidth()).isEqualTo((diagram.bounds().width() + 2 * MARGIN) * 2);
        assertThat(image.getHeight()).isEqualTo((diagram.bounds().height() + 2 * MARGIN) * 2);
    }

    @ParameterizedTest
    @EnumSource(Palette.class)
    void drawsTheBarOfEachCardInTheColourOfItsHealth(Palette palette) throws Exception {
        List<Diagram.Card> cards = List.of(
                Pictures.card(0, 0, Health.DOWN),
                Pictures.card(1, 0, Health.DEGRADED),
                Pictures.card(2, 0, Health.UNKNOWN),
                Pictures.card(3, 0, Health.PENDING),
                Pictures.card(4, 0, Health.UP));
        Diagram diagram = new Diagram("States", new Box(0, 0, 1110, 52), List.of(), List.of(), cards);

        Image image = drawn(diagram, palette, 1);

        for (Diagram.Card card : cards) {
            Health health = card.health().health();
            int x = (int) (card.box().x() + MARGIN + 2);
            assertThat(pixel(image, x, (int) (card.box().centerY() + MARGIN)))
                    .as("%s", health)
                    .isEqualTo(palette.hex(Colour.of(health)));
        }
        assertThat(pixel(image, 2, 2)).isEqualTo(palette.hex(Colour.CANVAS));
    }

    @Test
    void drawsWhatIsTallerThanOneBandWithoutASeam() throws Exception {
        Image image = drawn(Pictures.grid(1, 12), Palette.LIGHT, 1);

        for (int row = 0; row < 12; row++) {
            assertThat(pixel(image, (int) MARGIN + 2, (int) MARGIN + row * 108 + 26))
                    .isEqualTo(Palette.LIGHT.hex(Colour.UP));
        }
    }

    @Test
    void refusesAPictureThatIsTooLargeBeforeItWritesAnything() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> PngWriter.write(Pictures.grid(100, 20), Palette.LIGHT, 1, out))
                .isInstanceOf(PngWriter.TooLarge.class)
                .hasMessageContaining("23008 × 2152 pixels");
        assertThat(out.size()).isZero();
    }

    @Test
    void writesTheCaptionIntoABandOfItsOwn() throws Exception {
        Diagram plain = new Diagram(
                "Shop", new Box(0, 0, 190, 52), List.of(), List.of(), List.of(Pictures.card(0, 0, Health.UP)));

        Image image = drawn(plain.captioned("Shop · production"), Palette.DARK, 2);

        int band = (int) image.getHeight() - (int) drawn(plain, Palette.DARK, 2).getHeight();
        assertThat(band).isGreaterThan(40);
        String text = Palette.DARK.hex(Colour.TEXT);
        int drawn = 0;
        for (int y = 0; y < (int) (MARGIN * 2 + band - 8); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (pixel(image, x, y).equals(text)) {
                    drawn++;
                }
            }
        }
        assertThat(drawn).as("pixels of letters").isGreaterThan(200);
        Files.createDirectories(OUTPUT);
        Files.write(OUTPUT.resolve("caption-dark.png"), bytes(plain.captioned("Shop · production"), Palette.DARK, 2));
    }

    /// As a card alone is shown by a node, and as one of many that are painted.
    @ParameterizedTest
    @EnumSource(Palette.class)
    void drawsTheBarAndTheGroundOfEachCardInTheColourOfItsLens(Palette palette) throws Exception {
        for (int columns : new int[] {3, 20}) {
            List<Diagram.Card> cards = new ArrayList<>();
            for (int at = 0; at < columns * 10; at++) {
                Diagram.ServiceCard plain = (Diagram.ServiceCard) Pictures.card(at % columns, at / columns, Health.UP);
                Tint tint = new Tint(Colour.CHOICES.get(at % 8), false, "Owner: " + at % 8);
                cards.add(new Diagram.ServiceCard(
                        plain.id(),
                        plain.box(),
                        plain.title(),
                        plain.fullTitle(),
                        plain.subtitle(),
                        plain.kind(),
                        plain.health(),
                        plain.emphasis(),
                        false,
                        true,
                        tint,
                        HubMark.NONE));
            }
            Diagram diagram = new Diagram(
                    "Owners", new Box(0, 0, 230.0 * columns - 40, 108 * 10 - 56), List.of(), List.of(), cards);
            double scale = columns > 3 ? 0.5 : 1;

            Image image = drawn(diagram, palette, scale);

            for (Diagram.Card card : cards) {
                Colour colour = Objects.requireNonNull(card.tint()).colour();
                int y = (int) ((card.box().centerY() + MARGIN) * scale);
                assertThat(pixel(image, (int) ((card.box().x() + MARGIN + 3) * scale), y))
                        .as("bar, %s", colour)
                        .isEqualTo(palette.hex(colour));
                assertThat(pixel(image, (int) ((card.box().right() + MARGIN - 5) * scale), y))
                        .as("ground, %s", colour)
                        .isIn(palette.wash(colour), palette.deepWash(colour));
            }
        }
    }

    @Test
    void writesTheLegendBelowThePicture() throws Exception {
        Diagram plain = new Diagram(
                "Shop", new Box(0, 0, 400, 52), List.of(), List.of(), List.of(Pictures.card(0, 0, Health.UP)));
        Legend legend =
                new Legend(Lens.OWNER, List.of(new Legend.Entry("team-a", Colour.CHOICE_2, false, null, 3, null)));
        Diagram with = new Diagram(
                        plain.title(),
                        plain.bounds(),
                        plain.frames(),
                        plain.edges(),
                        List.of(),
                        plain.cards(),
                        "",
                        legend,
                        null)
                .withLegend();

        Image image = drawn(with, Palette.LIGHT, 1);

        int above = (int) drawn(plain, Palette.LIGHT, 1).getHeight() - (int) MARGIN;
        assertThat(image.getHeight()).isGreaterThan(above + MARGIN + 20);
        int patch = 0;
        for (int y = above; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                patch += pixel(image, x, y).equals(Palette.LIGHT.hex(Colour.CHOICE_2)) ? 1 : 0;
            }
        }
        assertThat(patch).as("pixels of the sign").isBetween(70, 100);
    }

    /// For people to look at: every sample and the booking site in trouble, in both themes.
    @Test
    void drawsEverySample() throws Exception {
        Pictures booking = Pictures.sample("booking/microservices.yaml");
        Pictures trouble = booking.answering("reservations-db", Verdict.FAIL)
                .answering("reservations", Verdict.FAIL)
                .answering("booking-ui", Verdict.WARN)
                .answering("mail", Verdict.GAP)
                .pinned(NodeId.service("payments"));
        Map<String, Diagram> pictures = new TreeMap<>();
        pictures.put("microservices-trouble", trouble.diagram());
        pictures.put(
                "microservices-impact",
                trouble.selected(NodeId.service("reservations-db"), true).diagram());
        pictures.put(
                "microservices-collapsed",
                trouble.collapsed("booking").collapsed("catalogue").diagram());
        for (String sample : List.of(
                "shop/shop.yaml",
                "booking/monolith.yaml",
                "booking/soa.yaml",
                "booking/microservices.yaml",
                "spinnaker/spinnaker.yaml",
                "petclinic/docker-compose.yml")) {
            pictures.put(sample.replaceAll("[/.]", "-"), Pictures.sample(sample).diagram());
        }
        Files.createDirectories(OUTPUT);

        for (Map.Entry<String, Diagram> picture : pictures.entrySet()) {
            for (Palette palette : Palette.values()) {
                Path file =
                        OUTPUT.resolve(picture.getKey() + "-" + palette.name().toLowerCase(Locale.ROOT) + ".png");
                Files.write(file, bytes(picture.getValue(), palette, 1));
                assertThat(file).isNotEmptyFile();
            }
        }
        assertThat(pictures).hasSize(9);
    }

    private static Image drawn(Diagram diagram, Palette palette, double scale) throws Exception {
        return new Image(new ByteArrayInputStream(bytes(diagram, palette, scale)));
    }

    private static byte[] bytes(Diagram diagram, Palette palette, double scale)
            throws IOException, InterruptedException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PngWriter.write(diagram, palette, scale, out);
        return out.toByteArray();
    }

    private static String pixel(Image image, int x, int y) {
        return "#%06x".formatted(image.getPixelReader().getArgb(x, y) & 0xffffff);
    }
}
