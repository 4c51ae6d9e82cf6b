package dev.orrery.importer.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.importer.Corpus;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.TopologyLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every system of which the corpus tells the truth gives exactly that, from its own files.
class TruthTest {
    @ParameterizedTest
    @MethodSource("systems")
    void aSystemHasTheServicesAndDependenciesThatItHas(String system) {
        Truth truth = Truth.of(system);
        Path named = Corpus.path(truth.files().getFirst());
        boolean isCatalog = system.startsWith("backstage");
        Loaded loaded = TopologyLoader.standard().load(List.of(isCatalog ? named.resolveSibling("") : named));
        assertThat(Truth.services(loaded)).isEqualTo(truth.services());
        assertThat(Truth.edges(loaded, truth.isSilentOnInferred())).isEqualTo(truth.edges());
    }

    @Test
    void theRulesGiveAsManyAsWereCountedByHand() {
        assertThat(systems()
                        .map(system ->
                                system + " " + Truth.of(system).services().size() + " "
                                        + Truth.of(system).edges().size()))
                .containsExactly(
                        "backstage-examples.json 14 2",
                        "big-bank-plc.json 8 7",
                        "online-boutique.json 12 16",
                        "petclinic.json 11 13",
                        "robot-shop.json 12 12",
                        "voting-app.json 6 5");
    }

    static Stream<String> systems() {
        return Corpus.files("truth", ".json").stream().map(file -> String.valueOf(file.getFileName()));
    }
}
