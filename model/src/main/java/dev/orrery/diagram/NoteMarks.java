package dev.orrery.diagram;

import dev.orrery.graph.NodeId;
import dev.orrery.layout.Box;
import dev.orrery.layout.Point;
import dev.orrery.layout.Route;
import dev.orrery.text.Untrusted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

/// Finds where notes are seen on a picture. Words give way to everything: boxes, titles, counts and lines.
final class NoteMarks {
    private static final int LONGEST = 200;
    private static final double LEAST_ROOM = 50;

    private final Diagram diagram;
    private final List<Box> taken = new ArrayList<>();
    /// What else lies on the upper edges of cards.
    private final List<Box> signs = new ArrayList<>();

    private NoteMarks(Diagram diagram) {
        this.diagram = diagram;
        diagram.cards().forEach(card -> taken.add(card.box()));
        diagram.frames().forEach(frame -> taken.add(titleBand(frame)));
        diagram.cards().forEach(card -> {
            if (!card.findings().isNone()) {
                signs.add(card.findings().onCard(card.box(), 1));
            }
            Box flag = Mark.flag(card.mark(), card.box());
            if (flag != null) {
                signs.add(flag);
            }
        });
        taken.addAll(signs);
        diagram.edges().forEach(edge -> {
            if (edge.label() != null && edge.labelAt() != null) {
                double half = Print.SMALL.width(edge.label()) / 2 + Measures.TEXT_GAP;
                taken.add(new Box(edge.labelAt().x() - half, edge.labelAt().y() - 9, 2 * half, 18));
            }
        });
    }

    static List<NoteMark> of(Diagram diagram, SortedMap<NodeId, String> notes) {
        NoteMarks marks = new NoteMarks(diagram);
        List<NoteMark> found = new ArrayList<>();
        for (Map.Entry<NodeId, String> note : notes.entrySet()) {
            diagram.cards().stream()
                    .filter(card -> card.id().equals(note.getKey()))
                    .findFirst()
                    .ifPresent(card -> found.add(marks.mark(card.id(), card.box(), card.emphasis(), note.getValue())));
            diagram.frames().stream()
                    .filter(frame -> NodeId.boundary(frame.id()).equals(note.getKey()))
                    .findFirst()
                    .ifPresent(frame ->
                            found.add(marks.mark(note.getKey(), frame.box(), frame.emphasis(), note.getValue())));
        }
        return List.copyOf(found);
    }

    private NoteMark mark(NodeId on, Box box, Emphasis emphasis, String text) {
        String first = firstLine(text);
        double room = NoteMark.room(box);
        Box mark = NoteMark.marks(box).stream()
                .filter(place -> crossesNothing(place) && isBesideSigns(place))
                .findFirst()
                .or(() ->
                        NoteMark.marks(box).stream().filter(this::isBesideSigns).findFirst())
                .orElse(NoteMark.marks(box).getFirst());
        taken.add(mark);
        if (emphasis != Emphasis.DIMMED) {
            for (double width : List.of(room, room / 2)) {
                String words = Print.SMALL.fit(first, width);
                double wide = Math.ceil(Print.SMALL.width(words));
                for (Box place : NoteMark.places(box, mark, wide)) {
                    boolean within = place.x() >= box.x() && place.right() <= box.right();
                    if (width >= LEAST_ROOM && within && isFree(place, box)) {
                        taken.add(place);
                        return new NoteMark(on, text, mark, words, place, emphasis);
                    }
                }
            }
        }
        return new NoteMark(on, text, mark, "", null, emphasis);
    }

    private boolean isBesideSigns(Box place) {
        return signs.stream().noneMatch(place::overlaps);
    }

    private boolean crossesNothing(Box place) {
        return diagram.edges().stream().noneMatch(edge -> passes(edge.route(), place));
    }

    private static String firstLine(String text) {
        String first = text.lines().findFirst().orElse("");
        return Untrusted.oneLine(first.length() < text.length() ? first + " …" : first, LONGEST);
    }

    private boolean isFree(Box place, Box on) {
        boolean inTheWay = taken.stream().anyMatch(other -> !other.equals(on) && other.overlaps(place));
        return !inTheWay && borders(place).noneMatch(line -> line.overlaps(place)) && crossesNothing(place);
    }

    /// The upper and lower borders of boundaries that are opened.
    private Stream<Box> borders(Box place) {
        return diagram.frames().stream()
                .map(Diagram.Frame::box)
                .filter(frame -> frame.overlaps(place))
                .flatMap(frame -> Stream.of(
                        new Box(frame.x(), frame.y() - 1, frame.width(), 2),
                        new Box(frame.x(), frame.bottom() - 1, frame.width(), 2)));
    }

    private static Box titleBand(Diagram.Frame frame) {
        return new Box(frame.box().x(), frame.box().y(), frame.box().width(), Measures.TITLE_BAND);
    }

    private static boolean passes(Route route, Box place) {
        List<Point> points = route.points();
        for (int at = 1; at < points.size(); at++) {
            Point a = points.get(at - 1);
            Point b = points.get(at);
            Box piece = new Box(
                            Math.min(a.x(), b.x()),
                            Math.min(a.y(), b.y()),
                            Math.abs(a.x() - b.x()),
                            Math.abs(a.y() - b.y()))
                    .grown(1);
            if (piece.overlaps(place)) {
                return true;
            }
        }
        return false;
    }
}
