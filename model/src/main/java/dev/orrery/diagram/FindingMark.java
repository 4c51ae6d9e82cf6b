package dev.orrery.diagram;

import dev.orrery.inspection.Finding;
import dev.orrery.layout.Box;
import dev.orrery.problem.Severity;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import java.util.ArrayList;
import java.util.List;

/// What inspections found at one place of the picture: a pill with the shape of the worst severity and, where there is
/// more than one, their count. It lies across a line or border, or in free room, never on text.
///
/// @param findings worst first
public record FindingMark(List<Finding> findings) {
    public static final FindingMark NONE = new FindingMark(List.of());

    public static final double HEIGHT = 15;
    /// Width and height of the shape.
    public static final double SHAPE_SIZE = 8.5;

    private static final double INSET = (HEIGHT - SHAPE_SIZE) / 2;
    private static final double GAP = 3;
    /// From the right edge of a card to its mark.
    private static final double RIGHT = 9;
    /// From the title of a boundary to its mark.
    private static final double AFTER_TITLE = 8;
    private static final int MOST_LINES = 4;
    private static final int LONGEST_LINE = 160;

    public FindingMark {
        findings = List.copyOf(findings);
    }

    public boolean isNone() {
        return findings.isEmpty();
    }

    /// Of the worst.
    public Severity severity() {
        return isNone() ? Severity.INFO : findings.getFirst().problem().severity();
    }

    /// The count; empty for one.
    public String label() {
        return findings.size() < 2 ? "" : Integer.toString(findings.size());
    }

    public double width() {
        return label().isEmpty() ? HEIGHT : Math.ceil(2 * INSET + SHAPE_SIZE + GAP + Print.SMALL.width(label()));
    }

    /// Across the upper border of a card, near its right end.
    ///
    /// @param scale 1 as measured
    public Box onCard(Box card, double scale) {
        return new Box(
                card.right() - RIGHT - width() * scale, card.y() - HEIGHT / 2 * scale, width() * scale, HEIGHT * scale);
    }

    /// After the title of a boundary.
    ///
    /// @param title where that ends
    /// @param middle of the title's line
    public Box afterTitle(double title, double middle, double scale) {
        return new Box(title + AFTER_TITLE, middle - HEIGHT / 2 * scale, width() * scale, HEIGHT * scale);
    }

    /// Around a place on a line.
    public Box around(double x, double y, double scale) {
        return new Box(x - width() / 2 * scale, y - HEIGHT / 2 * scale, width() * scale, HEIGHT * scale);
    }

    /// Left edge of the shape in the pill.
    public static double shapeX(double scale) {
        return INSET * scale;
    }

    /// Left edge of the count in the pill.
    public static double labelX(double scale) {
        return (INSET + SHAPE_SIZE + GAP) * scale;
    }

    /// What was found, one sentence each, worst first; of many the first few.
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        int shown = findings.size() > MOST_LINES ? MOST_LINES - 1 : findings.size();
        findings.subList(0, shown)
                .forEach(
                        finding -> lines.add(Untrusted.oneLine(finding.problem().message(), LONGEST_LINE)));
        if (shown < findings.size()) {
            lines.add(Messages.of("finding.more", Integer.toString(findings.size() - shown)));
        }
        return lines;
    }

    /// As in `2 findings`; empty for none.
    public String words() {
        return switch (findings.size()) {
            case 0 -> "";
            case 1 -> Messages.of("finding.one");
            default -> Messages.of("finding.many", Integer.toString(findings.size()));
        };
    }
}
