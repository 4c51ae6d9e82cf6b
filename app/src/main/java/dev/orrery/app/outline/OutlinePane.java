package dev.orrery.app.outline;

import dev.orrery.graph.NodeId;
import dev.orrery.session.Action;
import dev.orrery.session.Session;
import dev.orrery.text.Messages;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The outline at the left: a tree of boundaries and services that follows the selection and leads it.
public final class OutlinePane extends VBox {
    /// Services.
    private static final int LONG = 2_000;
    private static final int MARKED = 200;

    private final Consumer<Action> actions;
    private final TreeView<OutlineTree.Line> tree = new TreeView<>(new TreeItem<>());
    private final TextField filter = new TextField();
    private final Label count = new Label();
    private final Set<NodeId> folded = new HashSet<>();
    private @Nullable Session session;
    private boolean rendering;

    /// @param actions takes selections
    /// @param reveal brings a thing onto the screen, when the user enters it
    /// @param menu a fresh menu for what is selected
    public OutlinePane(Consumer<Action> actions, Consumer<NodeId> reveal, Supplier<ContextMenu> menu) {
        this.actions = actions;
        getStyleClass().add("outline-pane");
        Label title = new Label(Messages.of("pane.outline"));
        title.getStyleClass().add("section-title");
        count.getStyleClass().add("section-note");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(title, gap, count);
        head.getStyleClass().add("pane-head");

        filter.setPromptText(Messages.of("pane.outline.filter"));
        filter.setAccessibleText(Messages.of("pane.outline.filter"));
        filter.setId("outline-filter");
        filter.getStyleClass().add("filter");
        filter.textProperty().subscribe(this::fill);
        filter.addEventHandler(KeyEvent.KEY_PRESSED, this::filterKey);

        tree.setId("outline-tree");
        tree.setShowRoot(false);
        tree.setCellFactory(_ -> new OutlineCell());
        tree.setAccessibleText(Messages.of("pane.outline"));
        tree.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        tree.getSelectionModel().getSelectedItems().addListener((ListChangeListener<TreeItem<OutlineTree.Line>>)
                _ -> chosen());
        tree.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                selectedNode(tree.getSelectionModel().getSelectedItem()).ifPresent(reveal);
                event.consume();
            }
        });
        tree.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                selectedNode(tree.getSelectionModel().getSelectedItem()).ifPresent(reveal);
            }
        });
        tree.setOnContextMenuRequested(event -> {
            menu.get().show(tree, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        VBox.setVgrow(tree, Priority.ALWAYS);
        getChildren().setAll(head, filter, tree);
    }

    public void render(Session next) {
        if (session != null && onlyHealthDiffers(session, next)) {
            return;
        }
        boolean another = session == null
                || next.opened() == null
                || session.opened() == null
                || !next.opened().paths().equals(session.opened().paths());
        session = next;
        if (another) {
            folded.clear();
            filter.clear();
        }
        fill();
    }

    /// A long list follows health once a second, with the clock, and not with every answer.
    @SuppressWarnings(
            "ReferenceEquality") // Equal is not enough to be cheap, and the same is what an unchanged part is.
    private static boolean onlyHealthDiffers(Session before, Session next) {
        return next.opened() != null
                && next.opened() == before.opened()
                && next.opened().topology().services().size() > LONG
                && next.now().equals(before.now())
                && next.allSelected().equals(before.allSelected());
    }

    private void fill() {
        Session shown = session;
        if (shown == null) {
            return;
        }
        rendering = true;
        try {
            List<OutlineTree.Branch> branches = OutlineTree.of(shown, filter.getText());
            put(tree.getRoot(), branches);
            int services =
                    branches.stream().mapToInt(OutlineTree.Branch::services).sum();
            count.setText(shown.opened() == null ? "" : Integer.toString(services));
            select(shown.selected(), shown.allSelected());
        } finally {
            rendering = false;
        }
    }

    /// Brings the items under `parent` in line with `branches`, keeping the items that stay, so that the selection, the
    /// scroll position and what is folded stay too.
    private void put(TreeItem<OutlineTree.Line> parent, List<OutlineTree.Branch> branches) {
        List<TreeItem<OutlineTree.Line>> items = parent.getChildren();
        List<NodeId> before = items.stream().map(item -> item.getValue().node()).toList();
        List<NodeId> after =
                branches.stream().map(branch -> branch.line().node()).toList();
        if (!before.equals(after)) {
            parent.getChildren().setAll(branches.stream().map(this::grown).toList());
            return;
        }
        for (int i = 0; i < branches.size(); i++) {
            TreeItem<OutlineTree.Line> item = items.get(i);
            if (!item.getValue().equals(branches.get(i).line())) {
                item.setValue(branches.get(i).line());
            }
            put(item, branches.get(i).branches());
        }
    }

    /// Whole before it is put into the tree, which is told of every change of what is in it.
    private TreeItem<OutlineTree.Line> grown(OutlineTree.Branch branch) {
        TreeItem<OutlineTree.Line> item = item(branch.line());
        item.getChildren().setAll(branch.branches().stream().map(this::grown).toList());
        return item;
    }

    private TreeItem<OutlineTree.Line> item(OutlineTree.Line line) {
        TreeItem<OutlineTree.Line> item = new TreeItem<>(line);
        item.setExpanded(!folded.contains(line.node()));
        item.expandedProperty().subscribe(expanded -> {
            if (expanded) {
                folded.remove(line.node());
            } else {
                folded.add(line.node());
            }
        });
        return item;
    }

    /// @param lead the one that is brought into view; null while nothing is selected
    private void select(@Nullable NodeId lead, SortedSet<NodeId> all) {
        // More than somebody can have chosen one by one are not marked one by one.
        SortedSet<NodeId> marked = lead != null && all.size() > MARKED ? new TreeSet<>(Set.of(lead)) : all;
        Map<NodeId, TreeItem<OutlineTree.Line>> found = new TreeMap<>();
        if (!marked.isEmpty()) {
            find(tree.getRoot(), marked, found);
        }
        // What the filter leaves out cannot be marked, and is no reason to mark the rest anew.
        if (new TreeSet<>(chosenNodes()).equals(found.keySet())) {
            return;
        }
        var selection = tree.getSelectionModel();
        found.values().forEach(OutlinePane::open);
        selection.clearSelection();
        found.forEach((node, item) -> {
            if (!node.equals(lead)) {
                selection.select(item);
            }
        });
        TreeItem<OutlineTree.Line> item = lead == null ? null : found.get(lead);
        if (item != null) {
            selection.select(item);
            if (!tree.isFocused()) {
                tree.scrollTo(Math.max(0, tree.getRow(item) - 3));
            }
        }
    }

    private static void open(TreeItem<OutlineTree.Line> item) {
        for (TreeItem<OutlineTree.Line> outer = item.getParent(); outer != null; outer = outer.getParent()) {
            outer.setExpanded(true);
        }
    }

    private static void find(
            TreeItem<OutlineTree.Line> under, Set<NodeId> wanted, Map<NodeId, TreeItem<OutlineTree.Line>> found) {
        for (TreeItem<OutlineTree.Line> item : under.getChildren()) {
            if (wanted.contains(item.getValue().node())) {
                found.put(item.getValue().node(), item);
            }
            find(item, wanted, found);
        }
    }

    private void chosen() {
        List<NodeId> nodes = rendering ? List.of() : chosenNodes();
        if (nodes.size() == 1) {
            actions.accept(new Action.Select(nodes.getFirst()));
        } else if (!nodes.isEmpty()) {
            NodeId lead =
                    selectedNode(tree.getSelectionModel().getSelectedItem()).orElseGet(nodes::getLast);
            actions.accept(new Action.SelectThese(lead, new TreeSet<>(nodes)));
        }
    }

    private List<NodeId> chosenNodes() {
        return tree.getSelectionModel().getSelectedItems().stream()
                .flatMap(item -> selectedNode(item).stream())
                .toList();
    }

    private void filterKey(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
            tree.requestFocus();
            if (tree.getSelectionModel().isEmpty()) {
                tree.getSelectionModel().selectFirst();
            }
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
            filter.clear();
            event.consume();
        }
    }

    private static java.util.Optional<NodeId> selectedNode(@Nullable TreeItem<OutlineTree.Line> item) {
        return item == null || item.getValue() == null
                ? java.util.Optional.empty()
                : java.util.Optional.of(item.getValue().node());
    }
}
