package dev.orrery.app.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.topology.Service;
import dev.orrery.topology.SourceLocation;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class OtherNamesTest {
    @Test
    void onlyTheLongestFormOfANameIsTold() {
        assertThat(names(
                        "hires",
                        "hires-service",
                        "component:hires-service",
                        "default/hires-service",
                        "component:default/hires-service"))
                .containsExactly("component:default/hires-service");
        assertThat(names("a", "web", "web.shop", "web.shop.svc", "web.shop.svc.cluster.local", "www"))
                .containsExactly("web.shop.svc.cluster.local", "www");
    }

    @Test
    void aShorterFormOfTheIdIsNoOtherName() {
        assertThat(names("shop/web", "web")).isEmpty();
        assertThat(names("shop/web", "shop-web")).containsExactly("shop-web");
    }

    @Test
    void manyNamesAreCounted() {
        String[] many = IntStream.range(100, 300).mapToObj(i -> "n" + i).toArray(String[]::new);

        assertThat(names("a", many)).containsExactly("n100", "n101", "n102", "n103", "n104", "n105", "and 194 more");
    }

    private static List<String> names(String id, String... aliases) {
        return OtherNames.of(Service.builder(id, SourceLocation.startOf("a.yaml"))
                .aliases(Set.of(aliases))
                .build());
    }
}
