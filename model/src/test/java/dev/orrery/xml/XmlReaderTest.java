package dev.orrery.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlReaderTest {
    @Test
    void givesElementsWithNamespacesAttributesTextAndPlaces() {
        XmlElement root = whole("""
                <?xml version="1.0" encoding="ISO-8859-1"?>
                <!-- <not a="tag"> -->
                <a xmlns="urn:one" xmlns:y="urn:two">
                  <b x="1 > 0" y:z='2'>one <![CDATA[<two>]]> &amp; &#x33;</b><?pi <no/> ?>
                  <y:b/><b
                     x=""/>
                </a>
                """);
        assertThat(root.name()).isEqualTo("a");
        assertThat(root.namespace()).isEqualTo("urn:one");
        assertThat(root.children())
                .extracting(child -> child.namespace() + " " + child.line() + ":" + child.column())
                .containsExactly("urn:one 4:3", "urn:two 5:3", "urn:one 5:9");
        XmlElement first = root.child("b").orElseThrow();
        assertThat(first.attributes())
                .containsOnlyKeys("x", "y:z")
                .containsEntry("x", "1 > 0")
                .containsEntry("y:z", "2");
        assertThat(root.textOf("b")).contains("one <two> & 3");
        assertThat(root.children("b").reduce((_, last) -> last).orElseThrow().attribute("x"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a>\n<b/></a>", "<a>\r\n<b/></a>", "<a>\r<b/></a>", "\uFEFF<a>\n<b/></a>"})
    void linesEndAsTheyDoInEditors(String text) {
        XmlElement b = whole(text).children().getFirst();
        assertThat(b.line()).isEqualTo(2);
        assertThat(b.column()).isEqualTo(1);
    }

    @Test
    void columnsCountUtf16Units() {
        assertThat(whole("<a>🚀<b/></a>").children().getFirst().column()).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <!DOCTYPE a><a/>                                                            | 1 | 1
            <?xml version="1.0"?><!-- <!DOCTYPE b> --> <!DOCTYPE a SYSTEM "%s"><a/>     | 1 | 44
            <!DOCTYPE a [<!ENTITY x SYSTEM "%s">]><a>&x;</a>                            | 1 | 1
            <!DOCTYPE a [<!ENTITY %% p SYSTEM "%s">%%p;]><a/>                           | 1 | 1
            """)
    void refusesADocumentTypeAndReadsNothingThatItNames(String text, int line, int column, @TempDir Path folder)
            throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        assertThat(XmlReader.read(text.formatted(secret.toUri()))).isEqualTo(new ParsedXml.Doctype(line, column));
    }

    @Test
    void entitiesThatGrowAreNotEvenDeclared() {
        String bomb = "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><a>&b;</a>";
        assertThat(XmlReader.read(bomb)).isEqualTo(new ParsedXml.Doctype(1, 1));
        assertThat(XmlReader.read("<a>&nbsp;</a>")).isInstanceOf(ParsedXml.Broken.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''              | 1
            <a>             | 1
            <a><b></a>      | 1
            <a x='1' x='2'/>| 1
            <a/><b/>        | 1
            <x:a/>          | 1
            text            | 1
            """)
    void saysWhereBrokenTextEnds(String text, int line) {
        assertThat(XmlReader.read(text)).isInstanceOfSatisfying(ParsedXml.Broken.class, broken -> {
            assertThat(broken.line()).isEqualTo(line);
            assertThat(broken.why()).isNotBlank().doesNotContain("ParseError");
        });
    }

    @Test
    void theErrorOfALaterLineIsInThatLine() {
        assertThat(XmlReader.read("<a>\n  <b>\n</a>"))
                .isInstanceOfSatisfying(
                        ParsedXml.Broken.class,
                        broken -> assertThat(broken.line()).isEqualTo(3));
    }

    @Test
    void depthSizeAndAttributesAreBounded() {
        assertTimeout(Duration.ofSeconds(20), () -> {
            assertThat(XmlReader.read("<a>".repeat(100) + "</a>".repeat(100))).isInstanceOf(ParsedXml.Whole.class);
            assertThat(XmlReader.read("<a>".repeat(101) + "</a>".repeat(101))).isInstanceOf(ParsedXml.Broken.class);
            assertThat(XmlReader.read("<a>".repeat(1_000_000))).isInstanceOf(ParsedXml.Broken.class);
            assertThat(XmlReader.read("<r>" + "<a/>".repeat(300_000) + "</r>")).isInstanceOf(ParsedXml.Broken.class);
            assertThat(XmlReader.read("<r>" + "<a b=\"\" c=\"\" d=\"\"/>".repeat(250_000) + "</r>"))
                    .isInstanceOf(ParsedXml.Broken.class);
        });
    }

    @Test
    void noDamageMakesItThrow() {
        String good = "<?xml version=\"1.0\"?><a xmlns:y=\"u\"><!-- c --><b x='1'>t<![CDATA[z]]></b><y:c/>&lt;</a>";
        List<String> pieces = List.of(
                "<",
                ">",
                "&",
                ";",
                "]]>",
                "<!--",
                "--",
                "<?",
                "?>",
                "\"",
                "'",
                "=",
                "\u0000",
                "\uD800",
                "<!DOCTYPE",
                "<![CDATA[",
                "/",
                "xmlns:",
                "\uFFFE",
                "&#0;",
                "&#xD800;",
                "🚀");
        Random random = new Random(20_261);
        for (int round = 0; round < 5_000; round++) {
            StringBuilder text = new StringBuilder(good);
            for (int times = 1 + random.nextInt(3); times > 0; times--) {
                int at = random.nextInt(text.length());
                text.replace(
                        at, Math.min(text.length(), at + random.nextInt(3)), pieces.get(random.nextInt(pieces.size())));
            }
            int units = text.length();
            assertThat(
                            switch (XmlReader.read(text.toString())) {
                                case ParsedXml.Whole(XmlElement root) -> root.column();
                                case ParsedXml.Doctype(int line, int column) -> line + column;
                                case ParsedXml.Broken(String _, int line, int column) -> line + column;
                            })
                    .as("%s", text)
                    .isBetween(1, units + 3);
        }
    }

    private static XmlElement whole(String text) {
        return ((ParsedXml.Whole) XmlReader.read(text)).root();
    }
}
