package dev.orrery.app.action;

import dev.orrery.graph.NodeId;
import dev.orrery.session.Session;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What can be done to what is selected, for context menus.
final class SelectionMenu {
    private static final List<String> OF_SEVERAL = List.of(
            "impact",
            "acknowledge",
            "withdraw",
            "maintenance",
            "end-maintenance",
            "unpin",
            "describe",
            "add-boundary",
            "move",
            "duplicate",
            "delete");

    private SelectionMenu() {}

    static List<UiAction> of(Session session) {
        return (session.also().isEmpty() ? ofOne(session.selected()) : OF_SEVERAL)
                .stream().map(UiActions::of).toList();
    }

    private static List<String> ofOne(@Nullable NodeId selected) {
        return selected == null
                ? List.of(
                        "add-service",
                        "add-boundary",
                        "scenarios",
                        "compare",
                        "fit",
                        "collapse-all",
                        "expand-all",
                        "hubs",
                        "arrange-again",
                        "note",
                        "save-view")
                : switch (selected.of()) {
                    case SERVICE ->
                        List.of(
                                "focus",
                                "find-path",
                                "impact",
                                "what-if",
                                "acknowledge",
                                "withdraw",
                                "maintenance",
                                "end-maintenance",
                                "unpin",
                                "fold",
                                "note",
                                "describe",
                                "connect",
                                "rename",
                                "move",
                                "duplicate",
                                "mend",
                                "delete",
                                "show-source");
                    case BOUNDARY ->
                        List.of(
                                "fold",
                                "focus",
                                "find-path",
                                "impact",
                                "what-if",
                                "acknowledge",
                                "withdraw",
                                "maintenance",
                                "end-maintenance",
                                "unpin",
                                "note",
                                "add-service",
                                "rename",
                                "move",
                                "delete",
                                "show-source");
                    case MISSING -> List.of("focus", "find-path", "impact", "unpin", "note", "show-source");
                };
    }
}
