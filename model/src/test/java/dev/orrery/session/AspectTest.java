package dev.orrery.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.descriptor.SourceText;
import dev.orrery.diagram.Lens;
import dev.orrery.diagram.Spotlight;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.SourceFile;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.probe.Trusts;
import dev.orrery.query.Key;
import dev.orrery.query.Term;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AspectTest {
    private static final Path ROOT = Path.of("shop").toAbsolutePath();
    private static final String SHOP = """
            topology: Shop
            services:
              web: {owner: front, depends_on: [api]}
              api: {owner: back, depends_on: [db]}
              db: {kind: database, owner: back}
            """;

    private Session session = Session.startingAt(Instant.EPOCH);
    private List<Effect> effects = List.of();

    @Test
    void aFilterPutsWhatItMeansIntoTheLightAndCausesNothing() {
        open("shop.yaml", SHOP);
        Undo undo = session.undo();

        act(new Action.FilterBy("owner:back"));

        assertThat(session.spotlight()).isEqualTo(new Spotlight.Services(List.of("api", "db")));
        assertThat(effects).isEmpty();
        assertThat(session.undo()).isEqualTo(undo);
    }

    @Test
    void theSameFilterAgainChangesNothing() {
        open("shop.yaml", SHOP);
        act(new Action.FilterBy("owner:back"));
        Session before = session;

        act(new Action.FilterBy("owner:back"));

        assertThat(session).isSameAs(before);
    }

    @Test
    void aChoiceIsWrittenIntoTheExpressionAndTakenOutAgain() {
        open("shop.yaml", SHOP);
        act(new Action.FilterBy("kind:database"));

        act(new Action.Choose(Term.of(Key.OWNER, "back")));
        assertThat(session.aspect().typed()).isEqualTo("kind:database owner:back");
        assertThat(session.spotlight()).isEqualTo(new Spotlight.Services(List.of("db")));

        act(new Action.Choose(Term.of(Key.OWNER, "back")));
        assertThat(session.aspect().typed()).isEqualTo("kind:database");
    }

    @Test
    void itIsKeptAndAskedAnewWhenTheFilesChange() {
        open("shop.yaml", SHOP);
        act(new Action.FilterBy("owner:back"));
        act(new Action.ToggleHiding());
        act(new Action.LookThrough(Lens.OWNER));

        act(new Action.FilesChanged());
        read("shop.yaml", SHOP + "  cache: {owner: back}\n");

        assertThat(session.spotlight()).isEqualTo(new Spotlight.Services(List.of("api", "cache", "db")));
        assertThat(session.aspect().hides()).isTrue();
        assertThat(session.aspect().lens()).isEqualTo(Lens.OWNER);
    }

    @Test
    void somethingElseIsLookedAtWholeThroughTheSameLens() {
        open("shop.yaml", SHOP);
        act(new Action.FilterBy("owner:back"));
        act(new Action.LookThrough(Lens.OWNER));

        open("other.yaml", SHOP);

        assertThat(session.spotlight()).isEqualTo(Spotlight.EVERYTHING);
        assertThat(session.aspect().typed()).isEmpty();
        assertThat(session.aspect().lens()).isEqualTo(Lens.OWNER);
    }

    @Test
    void nothingIsFilteredWhereNothingIsOpen() {
        Session before = session;

        act(new Action.FilterBy("owner:back"));

        assertThat(session).isSameAs(before);
    }

    @Test
    void anExpressionThatSaysNothingUnderstoodLeavesEverythingInTheLight() {
        open("shop.yaml", SHOP);

        act(new Action.FilterBy("ownr:back"));

        assertThat(session.spotlight()).isEqualTo(Spotlight.EVERYTHING);
        assertThat(session.aspect().typed()).isEqualTo("ownr:back");
    }

    private void open(String file, String text) {
        act(new Action.Open(List.of(ROOT.resolve(file))));
        read(file, text);
    }

    private void read(String file, String text) {
        SourceFile source =
                new SourceFile(ROOT.resolve(file), SourceFile.Role.NAMED, new SourceText(file, text), List.of());
        Loaded loaded = TopologyLoader.standard().read(ROOT, List.of(source));
        act(new Action.Opened(session.generation(), loaded, Arrangement.NONE, List.of(), Trusts.NONE));
    }

    private void act(Action action) {
        Next next = SessionUpdate.apply(session, action);
        session = next.session();
        effects = next.effects();
    }
}
