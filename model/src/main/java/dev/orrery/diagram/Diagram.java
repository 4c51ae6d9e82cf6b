package dev.orrery.diagram;

import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph.EdgeId;
import dev.orrery.health.Health;
import dev.orrery.layout.Box;
import dev.orrery.layout.Point;
import dev.orrery.layout.Route;
import dev.orrery.text.Untrusted;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.ServiceKind;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A whole picture, ready to draw. Lists are sorted by id and drawn in this order: frames from the outside in, edges,
/// cards.
///
/// @param title name of the topology
/// @param bounds around everything
/// @param folded lines to hubs for which a badge stands, straight; drawn only where someone asks for one
/// @param notes signs of notes, above all else
/// @param caption written in the free band at the top; empty for none
/// @param legend what its colours mean
/// @param legendPlace top left corner of the legend, where it is drawn into the picture; null where it is not
public record Diagram(
        String title,
        Box bounds,
        List<Frame> frames,
        List<Edge> edges,
        List<Edge> folded,
        List<Card> cards,
        List<NoteMark> notes,
        String caption,
        Legend legend,
        @Nullable Point legendPlace) {
    /// The height of the band that a caption takes.
    static final double CAPTION_BAND = 30;

    private static final int LONGEST_CAPTION = 120;

    public static final Diagram EMPTY = new Diagram("", new Box(0, 0, 0, 0), List.of(), List.of(), List.of());

    public Diagram {
        frames = List.copyOf(frames);
        edges = List.copyOf(edges);
        folded = List.copyOf(folded);
        cards = List.copyOf(cards);
        notes = List.copyOf(notes);
    }

    /// Without notes.
    public Diagram(
            String title,
            Box bounds,
            List<Frame> frames,
            List<Edge> edges,
            List<Edge> folded,
            List<Card> cards,
            String caption,
            Legend legend,
            @Nullable Point legendPlace) {
        this(title, bounds, frames, edges, folded, cards, List.of(), caption, legend, legendPlace);
    }

    /// With every line drawn, and without a caption.
    public Diagram(String title, Box bounds, List<Frame> frames, List<Edge> edges, List<Card> cards) {
        this(title, bounds, frames, edges, List.of(), cards, "", Legend.NONE, null);
    }

    /// The same under another title.
    public Diagram titled(String other) {
        return other.equals(title)
                ? this
                : new Diagram(other, bounds, frames, edges, folded, cards, notes, caption, legend, legendPlace);
    }

    /// The same under another title that is also to be read on the picture, above everything and never cut by its
    /// width: a file is looked at where no window says what it is of.
    public Diagram captioned(String other) {
        String words = Untrusted.oneLine(other, LONGEST_CAPTION);
        double width = Math.max(bounds.width(), Math.ceil(Print.NAME.width(words)));
        Box taller = new Box(bounds.x(), bounds.y() - CAPTION_BAND, width, bounds.height() + CAPTION_BAND);
        return new Diagram(other, taller, frames, edges, folded, cards, notes, words, legend, legendPlace);
    }

    /// The same with other parts at the same places.
    Diagram with(List<Frame> otherFrames, List<Edge> otherEdges, List<Card> otherCards) {
        return new Diagram(
                title, bounds, otherFrames, otherEdges, folded, otherCards, notes, caption, legend, legendPlace);
    }

    /// The same with its legend drawn below everything: a file is looked at where no window says what colours mean.
    public Diagram withLegend() {
        if (legend.entries().isEmpty() || legendPlace != null) {
            return this;
        }
        Point place = new Point(bounds.x(), bounds.bottom() + LegendRows.GAP);
        double width = Math.max(bounds.width(), LegendRows.LEAST_WIDTH);
        double height =
                bounds.height() + LegendRows.GAP + LegendRows.of(legend, width).height();
        return new Diagram(
                title,
                new Box(bounds.x(), bounds.y(), width, height),
                frames,
                edges,
                folded,
                cards,
                notes,
                caption,
                legend,
                place);
    }

    /// The same with signs of notes.
    ///
    /// @param texts by what they are pinned to; what is not on the picture is left out
    public Diagram withNotes(SortedMap<NodeId, String> texts) {
        return texts.isEmpty()
                ? this
                : new Diagram(
                        title,
                        bounds,
                        frames,
                        edges,
                        folded,
                        cards,
                        NoteMarks.of(this, texts),
                        caption,
                        legend,
                        legendPlace);
    }

    /// Where the line of the caption begins.
    public Point captionPlace() {
        return new Point(bounds.x(), bounds.y() + Measures.NAME_SIZE);
    }

    /// An opened boundary.
    ///
    /// @param box title band included
    /// @param depth 0 for the outermost
    /// @param title cut to fit with an ellipsis
    /// @param owner at the right of the title; null where there is none or no room
    /// @param community whether only the picture has it: drawn dashed
    /// @param findings in what lies directly in it, to be shown after the title where the boxes are too small for
    ///     theirs
    /// @param mark what a what-if or a comparison says of it; null for nothing
    public record Frame(
            String id,
            Box box,
            int depth,
            String title,
            String fullTitle,
            @Nullable String owner,
            HealthMark health,
            Emphasis emphasis,
            boolean community,
            FindingMark findings,
            @Nullable Mark mark) {
        /// One in which nothing was found.
        public Frame(
                String id,
                Box box,
                int depth,
                String title,
                String fullTitle,
                @Nullable String owner,
                HealthMark health,
                Emphasis emphasis,
                boolean community) {
            this(id, box, depth, title, fullTitle, owner, health, emphasis, community, FindingMark.NONE, null);
        }

        Frame with(FindingMark found) {
            return new Frame(id, box, depth, title, fullTitle, owner, health, emphasis, community, found, mark);
        }

        Frame marked(@Nullable Mark said) {
            return said == null
                    ? this
                    : new Frame(id, box, depth, title, fullTitle, owner, health, emphasis, community, findings, said);
        }

        /// How opaque it is drawn, from 0 to 1.
        public double opacity() {
            return emphasis.opacity() * Mark.shown(mark);
        }

        /// One that a source states.
        public Frame(
                String id,
                Box box,
                int depth,
                String title,
                String fullTitle,
                @Nullable String owner,
                HealthMark health,
                Emphasis emphasis) {
            this(id, box, depth, title, fullTitle, owner, health, emphasis, false);
        }
    }

    /// A box: a service, a collapsed boundary or a missing target.
    public sealed interface Card {
        NodeId id();

        Box box();

        /// The name, cut to fit with an ellipsis.
        String title();

        /// The whole name.
        String fullTitle();

        HealthMark health();

        Emphasis emphasis();

        boolean pinned();

        /// What a lens makes of it; null where it has the colour of its health.
        @Nullable
        Tint tint();

        /// What folded hubs leave on it.
        HubMark hubs();

        /// What inspections found there.
        FindingMark findings();

        Card with(FindingMark found);

        /// What a what-if or a comparison says of it; null for nothing.
        @Nullable
        Mark mark();

        /// The same with a mark; without one where that is null.
        Card marked(@Nullable Mark said);

        /// How opaque it is drawn, from 0 to 1.
        default double opacity() {
            return emphasis().opacity() * Mark.shown(mark());
        }

        /// What gives it its colour: what is said of it, else what a lens makes of it; null where that is its health.
        default @Nullable Tint shade() {
            Mark mark = mark();
            return mark == null || mark.sign() == null
                    ? tint()
                    : new Tint(mark.sign().colour(), false, mark.words());
        }
    }

    /// @param subtitle technology, or the kind where none is known; cut to fit
    /// @param active false where its descriptor leaves it out by default
    public record ServiceCard(
            NodeId id,
            Box box,
            String title,
            String fullTitle,
            String subtitle,
            ServiceKind kind,
            HealthMark health,
            Emphasis emphasis,
            boolean pinned,
            boolean active,
            @Nullable Tint tint,
            HubMark hubs,
            FindingMark findings,
            @Nullable Mark mark)
            implements Card {
        /// Where nothing was found.
        public ServiceCard(
                NodeId id,
                Box box,
                String title,
                String fullTitle,
                String subtitle,
                ServiceKind kind,
                HealthMark health,
                Emphasis emphasis,
                boolean pinned,
                boolean active,
                @Nullable Tint tint,
                HubMark hubs) {
            this(
                    id,
                    box,
                    title,
                    fullTitle,
                    subtitle,
                    kind,
                    health,
                    emphasis,
                    pinned,
                    active,
                    tint,
                    hubs,
                    FindingMark.NONE,
                    null);
        }

        @Override
        public ServiceCard with(FindingMark found) {
            return with(found, mark);
        }

        @Override
        public ServiceCard marked(@Nullable Mark said) {
            return with(findings, said);
        }

        private ServiceCard with(FindingMark found, @Nullable Mark said) {
            return new ServiceCard(
                    id, box, title, fullTitle, subtitle, kind, health, emphasis, pinned, active, tint, hubs, found,
                    said);
        }

        /// In the colour of its health, where no hub is folded.
        public ServiceCard(
                NodeId id,
                Box box,
                String title,
                String fullTitle,
                String subtitle,
                ServiceKind kind,
                HealthMark health,
                Emphasis emphasis,
                boolean pinned,
                boolean active) {
            this(id, box, title, fullTitle, subtitle, kind, health, emphasis, pinned, active, null, HubMark.NONE);
        }
    }

    /// A collapsed boundary.
    ///
    /// @param subtitle as in `7 services`
    /// @param counts services for each health, only those that occur
    /// @param community whether only the picture has it: the card behind is drawn dashed
    public record BoundaryCard(
            NodeId id,
            Box box,
            String title,
            String fullTitle,
            String subtitle,
            SortedMap<Health, Integer> counts,
            HealthMark health,
            Emphasis emphasis,
            boolean pinned,
            boolean community,
            @Nullable Tint tint,
            HubMark hubs,
            FindingMark findings,
            @Nullable Mark mark)
            implements Card {
        public BoundaryCard {
            counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
        }

        /// Where nothing was found.
        public BoundaryCard(
                NodeId id,
                Box box,
                String title,
                String fullTitle,
                String subtitle,
                SortedMap<Health, Integer> counts,
                HealthMark health,
                Emphasis emphasis,
                boolean pinned,
                boolean community,
                @Nullable Tint tint,
                HubMark hubs) {
            this(
                    id,
                    box,
                    title,
                    fullTitle,
                    subtitle,
                    counts,
                    health,
                    emphasis,
                    pinned,
                    community,
                    tint,
                    hubs,
                    FindingMark.NONE,
                    null);
        }

        @Override
        public BoundaryCard with(FindingMark found) {
            return with(found, mark);
        }

        @Override
        public BoundaryCard marked(@Nullable Mark said) {
            return with(findings, said);
        }

        private BoundaryCard with(FindingMark found, @Nullable Mark said) {
            return new BoundaryCard(
                    id, box, title, fullTitle, subtitle, counts, health, emphasis, pinned, community, tint, hubs, found,
                    said);
        }
    }

    /// The target of a dependency that nothing defines.
    public record MissingCard(
            NodeId id,
            Box box,
            String title,
            String fullTitle,
            HealthMark health,
            Emphasis emphasis,
            boolean pinned,
            @Nullable Mark mark)
            implements Card {
        /// Without a mark.
        public MissingCard(
                NodeId id,
                Box box,
                String title,
                String fullTitle,
                HealthMark health,
                Emphasis emphasis,
                boolean pinned) {
            this(id, box, title, fullTitle, health, emphasis, pinned, null);
        }

        @Override
        public MissingCard marked(@Nullable Mark said) {
            return new MissingCard(id, box, title, fullTitle, health, emphasis, pinned, said);
        }

        @Override
        public @Nullable Tint tint() {
            return null;
        }

        @Override
        public HubMark hubs() {
            return HubMark.NONE;
        }

        /// What is wrong with it is that nothing defines it, and that is on it.
        @Override
        public FindingMark findings() {
            return FindingMark.NONE;
        }

        @Override
        public MissingCard with(FindingMark found) {
            return this;
        }
    }

    /// A line from the box that needs to the box that is needed.
    ///
    /// @param dependencies that it stands for, at least one
    /// @param certainty the surest of the evidence that is shown
    /// @param optional true where none of them is required
    /// @param label its count where it stands for more than one; null otherwise
    /// @param labelAt centre of the label, where no box and no other label lies; null without a label
    /// @param failing whether a failure comes along here: drawn in the colour of down
    /// @param worst health of the services that are needed, for an edge that stands for several dependencies; null
    ///     where it stands for one, or none of them is asked
    /// @param findings what inspections found there
    /// @param findingsAt centre of their mark, where no box and no label lies; null without one
    /// @param mark what a what-if or a comparison says of it; null for nothing
    public record Edge(
            EdgeId id,
            Route route,
            List<Dependency> dependencies,
            DependencyKind kind,
            Certainty certainty,
            boolean optional,
            @Nullable String label,
            @Nullable Point labelAt,
            boolean failing,
            Emphasis emphasis,
            @Nullable Health worst,
            FindingMark findings,
            @Nullable Point findingsAt,
            @Nullable Mark mark) {
        public Edge {
            dependencies = List.copyOf(dependencies);
        }

        /// Where nothing was found.
        public Edge(
                EdgeId id,
                Route route,
                List<Dependency> dependencies,
                DependencyKind kind,
                Certainty certainty,
                boolean optional,
                @Nullable String label,
                @Nullable Point labelAt,
                boolean failing,
                Emphasis emphasis,
                @Nullable Health worst) {
            this(
                    id,
                    route,
                    dependencies,
                    kind,
                    certainty,
                    optional,
                    label,
                    labelAt,
                    failing,
                    emphasis,
                    worst,
                    FindingMark.NONE,
                    null,
                    null);
        }

        Edge with(FindingMark found, Point at) {
            return with(found, at, mark);
        }

        Edge marked(@Nullable Mark said) {
            return said == null ? this : with(findings, findingsAt, said);
        }

        private Edge with(FindingMark found, @Nullable Point at, @Nullable Mark said) {
            return new Edge(
                    id,
                    route,
                    dependencies,
                    kind,
                    certainty,
                    optional,
                    label,
                    labelAt,
                    failing,
                    emphasis,
                    worst,
                    found,
                    at,
                    said);
        }

        /// How opaque it is drawn, from 0 to 1.
        public double opacity() {
            return emphasis.opacity() * Mark.shown(mark);
        }

        /// The sign that is drawn on the line; null where its style says enough.
        public @Nullable Sign sign() {
            Sign sign = mark == null ? null : mark.sign();
            return sign == Sign.CERTAIN || sign == Sign.POSSIBLE ? null : sign;
        }

        /// Where nothing is said of the health of what is needed.
        public Edge(
                EdgeId id,
                Route route,
                List<Dependency> dependencies,
                DependencyKind kind,
                Certainty certainty,
                boolean optional,
                @Nullable String label,
                @Nullable Point labelAt,
                boolean failing,
                Emphasis emphasis) {
            this(id, route, dependencies, kind, certainty, optional, label, labelAt, failing, emphasis, null);
        }

        /// The health to be told beside the count, by shape and colour: only what is not well.
        public @Nullable Health told() {
            return worst == Health.DOWN || worst == Health.DEGRADED ? worst : null;
        }

        public int count() {
            return dependencies.size();
        }
    }
}
