package dev.orrery.app.whatif;

import dev.orrery.app.parts.SignedList;
import dev.orrery.app.parts.SignedRow;
import dev.orrery.diagram.Sign;
import dev.orrery.graph.NodeId;
import dev.orrery.scenario.Hit;
import dev.orrery.scenario.Outcome;
import dev.orrery.session.Excursion;
import dev.orrery.session.Session;
import dev.orrery.session.SupposedWords;
import dev.orrery.session.WhatIfWords;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What a what-if comes to, beside the picture: its steps, who is hit with their teams, the chains that break, and the
/// figures before and after.
public final class WhatIfPane extends VBox {
    private final SignedList list;
    private @Nullable Outcome shown;

    /// @param go selects a thing and brings it onto the screen
    public WhatIfPane(Consumer<NodeId> go) {
        getStyleClass().add("excursion-pane");
        setId("what-if-pane");
        Label title = new Label(Messages.of("what-if.pane"));
        title.getStyleClass().add("section-title");
        HBox head = new HBox(title);
        head.getStyleClass().add("pane-head");
        list = new SignedList(go);
        list.setId("what-if-list");
        list.setAccessibleText(Messages.of("what-if.pane"));
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().setAll(head, list);
    }

    @SuppressWarnings("ReferenceEquality") // The same outcome says the same; to compare it takes longer.
    public void render(Session session) {
        if (session.excursion() instanceof Excursion.WhatIf whatIf && whatIf.outcome() != shown) {
            shown = whatIf.outcome();
            list.show(rows(whatIf, SupposedWords.steps(whatIf.outcome().before(), session.supposed())));
        }
    }

    private static List<SignedRow> rows(Excursion.WhatIf whatIf, List<String> steps) {
        Outcome outcome = whatIf.outcome();
        List<SignedRow> rows = new ArrayList<>();
        rows.add(SignedRow.heading(Messages.of("what-if.steps")));
        if (steps.isEmpty()) {
            rows.add(SignedRow.plain(Messages.of("what-if.steps.none"), ""));
        }
        for (int at = 0; at < steps.size(); at++) {
            rows.add(SignedRow.plain(Messages.of("what-if.step", Integer.toString(at + 1), steps.get(at)), ""));
        }
        hits(rows, outcome, true);
        hits(rows, outcome, false);
        teams(rows, outcome);
        chains(rows, outcome);
        figures(rows, outcome);
        findings(rows, outcome);
        return rows;
    }

    private static void hits(List<SignedRow> rows, Outcome outcome, boolean isCertain) {
        List<Hit> hits = outcome.hits().stream()
                .filter(hit -> hit.isCertain() == isCertain)
                .toList();
        if (hits.isEmpty()) {
            return;
        }
        rows.add(SignedRow.heading(Messages.of(
                isCertain ? "what-if.pane.certain" : "what-if.pane.possible", Integer.toString(hits.size()))));
        for (Hit hit : hits) {
            String effect = Messages.of(hit.effect() == Hit.Effect.DOWN ? "mark.hit.down" : "mark.hit.slow");
            String team = team(outcome.after(), hit.service());
            rows.add(SignedRow.of(
                    isCertain ? Sign.CERTAIN : Sign.POSSIBLE,
                    Untrusted.oneLine(outcome.after().nameOf(hit.service())),
                    team == null ? effect : Messages.of("what-if.hit.team", effect, Untrusted.oneLine(team)),
                    NodeId.service(hit.service())));
        }
    }

    /// Whose it is: its owner, else that of the innermost boundary around it that has one.
    private static @Nullable String team(Topology topology, String id) {
        Service service = topology.service(id).orElse(null);
        if (service == null) {
            return null;
        }
        return Stream.concat(
                        Stream.ofNullable(service.owner()),
                        topology.enclosing(service.boundary()).stream()
                                .map(Boundary::owner)
                                .filter(Objects::nonNull))
                .findFirst()
                .orElse(null);
    }

    private static void teams(List<SignedRow> rows, Outcome outcome) {
        if (outcome.certainTeams().isEmpty() && outcome.possibleTeams().isEmpty()) {
            return;
        }
        rows.add(SignedRow.heading(Messages.of("what-if.pane.teams")));
        team(rows, outcome.certainTeams(), Sign.CERTAIN);
        team(rows, outcome.possibleTeams(), Sign.POSSIBLE);
    }

    private static void team(List<SignedRow> rows, SortedSet<String> teams, Sign sign) {
        teams.forEach(team -> rows.add(SignedRow.of(sign, Untrusted.oneLine(team), "", null)));
    }

    private static void chains(List<SignedRow> rows, Outcome outcome) {
        if (outcome.brokenChains().isEmpty()) {
            return;
        }
        rows.add(SignedRow.heading(Messages.of(
                "what-if.pane.chains", Integer.toString(outcome.brokenChains().size()))));
        for (List<String> chain : outcome.brokenChains()) {
            List<String> names =
                    chain.stream().map(id -> outcome.after().nameOf(id)).toList();
            rows.add(SignedRow.of(
                    null, Untrusted.oneLine(String.join(" → ", names)), "", NodeId.service(chain.getFirst())));
        }
    }

    private static void figures(List<SignedRow> rows, Outcome outcome) {
        List<WhatIfWords.Figure> figures = WhatIfWords.figures(outcome);
        List<WhatIfWords.Figure> changed =
                figures.stream().filter(WhatIfWords.Figure::isChanged).toList();
        rows.add(SignedRow.heading(Messages.of("what-if.pane.figures")));
        if (changed.isEmpty()) {
            rows.add(SignedRow.plain(Messages.of("what-if.pane.figures.same"), ""));
        }
        changed.forEach(figure -> rows.add(SignedRow.plain(
                Messages.of(
                        "what-if.figure",
                        figure.name(),
                        Integer.toString(figure.before()),
                        Integer.toString(figure.after())),
                "")));
    }

    private static void findings(List<SignedRow> rows, Outcome outcome) {
        if (!outcome.newFindings().isEmpty()) {
            rows.add(SignedRow.heading(Messages.of(
                    "what-if.pane.new", Integer.toString(outcome.newFindings().size()))));
            outcome.newFindings()
                    .forEach(finding -> rows.add(SignedRow.of(
                            Sign.ADDED,
                            Untrusted.oneLine(finding.problem().message()),
                            "",
                            finding.subjects().isEmpty()
                                    ? null
                                    : NodeId.service(finding.subjects().getFirst()))));
        }
        if (!outcome.goneFindings().isEmpty()) {
            rows.add(SignedRow.heading(Messages.of(
                    "what-if.pane.gone", Integer.toString(outcome.goneFindings().size()))));
            outcome.goneFindings()
                    .forEach(finding -> rows.add(SignedRow.of(
                            Sign.REMOVED, Untrusted.oneLine(finding.problem().message()), "", null)));
        }
    }
}
