package dev.orrery.app.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ServicePageTest {
    @Test
    void anApiWithoutAVersionStandsAlone() {
        assertThat(ServicePage.provided(new TreeMap<>(Map.of("orders", "", "stock", "v1"))))
                .isEqualTo("orders, stock v1");
        assertThat(ServicePage.provided(Map.of("orders", ""))).isEqualTo("orders");
    }
}
