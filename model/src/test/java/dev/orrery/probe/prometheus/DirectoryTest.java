package dev.orrery.probe.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.json.Json;
import dev.orrery.json.JsonReader;
import dev.orrery.json.ParsedJson;
import dev.orrery.probe.KnownAs;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectoryTest {
    private static final Directory DIRECTORY = new Directory(Map.of(
            "cart",
            new KnownAs(List.of("cart", "Shopping cart", "cart-svc"), List.of("https://cart.example/health")),
            "db",
            new KnownAs(List.of("db"), List.of("tcp://10.0.0.7:5432")),
            "local",
            new KnownAs(List.of("local"), List.of("http://localhost:9103/health")),
            "shop/mail",
            new KnownAs(List.of("shop/mail", "mail"), List.of()),
            "shop/feed",
            new KnownAs(List.of("shop/feed"), List.of("http://gate.example/feed")),
            "test/feed",
            new KnownAs(List.of("test/feed"), List.of("http://gate.example/test"))));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'instance':'https://cart.example/health'} | cart",
                "{'instance':'https://CART.example:443/health'} | cart",
                "{'instance':'https://cart.example/other'} | cart",
                "{'instance':'cart.example:443'} | cart",
                "{'instance':'10.0.0.7:5432'} | db",
                "{'instance':'10.0.0.7:5433'} |",
                "{'instance':'https://cart.example/health','job':'db'} | cart",
                "{'instance':'10.9.9.9:1','job':'CART'} | cart",
                "{'job':'Shopping cart'} | cart",
                "{'app':'cart-svc'} | cart",
                "{'service':'db','job':'cart'} | db",
                "{'service':'nobody','job':'cart'} | cart",
                "{'instance':'http://gate.example/feed'} | shop/feed",
                "{'instance':'http://gate.example/'} |",
                "{'job':'feed'} |",
                "{'job':'feed','namespace':'test'} | test/feed",
                "{'job':'shop/feed'} | shop/feed",
                "{'job':'mail'} | shop/mail",
                "{'job':'mail','namespace':'test'} |",
                "{'instance':'http://local host'} |",
                "{'pod':'cart'} |",
                "{} |",
            })
    void tellsWhoseASeriesIs(String labels, String service) {
        assertThat(DIRECTORY.find(labels(labels), false).orElse(null)).isEqualTo(service);
    }

    @ParameterizedTest
    @CsvSource({"true, local", "false, "})
    void localhostIsAnotherComputersWhereTheServerRunsElsewhere(boolean here, String service) {
        assertThat(DIRECTORY.find(labels("{'instance':'localhost:9103'}"), here).orElse(null))
                .isEqualTo(service);
    }

    private static Labels labels(String written) {
        return JsonReader.read(written.replace('\'', '"')) instanceof ParsedJson.Whole(Json.Obj object)
                ? Labels.of(object)
                : new Labels(new TreeMap<>());
    }
}
