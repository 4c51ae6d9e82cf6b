package dev.orrery.session;

import dev.orrery.diagram.ChangeMarks;
import dev.orrery.diagram.HitMarks;
import dev.orrery.diagram.Marks;
import dev.orrery.graph.VisibleGraph;

/// What a what-if or a comparison says on a picture.
public final class ExcursionMarks {
    private ExcursionMarks() {}

    /// @param graph that is pictured
    public static Marks of(Excursion excursion, VisibleGraph graph) {
        return switch (excursion) {
            case Excursion.None _ -> Marks.NONE;
            case Excursion.WhatIf whatIf -> HitMarks.of(whatIf.outcome(), whatIf.changes(), graph);
            case Excursion.Comparing comparing ->
                ChangeMarks.of(comparing.compared().union(), graph, comparing.at());
        };
    }
}
