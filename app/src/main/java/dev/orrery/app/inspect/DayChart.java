package dev.orrery.app.inspect;

import dev.orrery.history.DayStrip;
import dev.orrery.history.Seen;
import dev.orrery.text.Messages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/// A day as a strip of health with a line of latency under it.
///
/// The worse, the taller, and what is not known has a texture; so the states are told apart without their colours, and
/// a minute of trouble is not lost among hours of calm.
final class DayChart extends Region {
    private static final double STRIP = 22;
    private static final double GAP = 5;
    private static final double LINE = 26;
    private static final double TIMES = 15;

    /// The narrowest trouble that is still seen.
    private static final double NARROWEST = 2;

    private final DayStrip day;
    private final List<Run> runs;
    private final List<Region> bars = new ArrayList<>();
    private final Region base = new Region();
    private final Path line = new Path();
    private final Label from;
    private final Label middle;
    private final Label now;
    private final Tooltip tip = new Tooltip();

    /// Parts beside each other that were seen alike.
    private record Run(Seen seen, int first, int end) {}

    DayChart(DayStrip day) {
        this.day = day;
        this.runs = runs(day.parts());
        getStyleClass().add("day-chart");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(DayWords.spoken(day));
        base.getStyleClass().add("day-base");
        line.getStyleClass().add("day-latency");
        line.setManaged(false);
        from = time(DayWords.clock(day.from()));
        middle = time(DayWords.clock(
                day.from().plusMillis(Duration.between(day.from(), day.until()).toMillis() / 2)));
        now = time(Messages.of("day.now"));
        getChildren().add(base);
        for (Run run : runs) {
            Region bar = new Region();
            bar.getStyleClass().addAll("day-bar", "seen-" + run.seen().name().toLowerCase(Locale.ROOT));
            bars.add(bar);
            getChildren().add(bar);
        }
        getChildren().addAll(line, from, middle, now);
        Tooltip.install(this, tip);
        setOnMouseMoved(move -> tip.setText(DayWords.of(partAt(move.getX()))));
        tip.setText(day.words());
    }

    /// The part that is drawn at a distance from the left.
    DayStrip.Part partAt(double x) {
        int count = day.parts().size();
        return day.parts().get(Math.clamp((int) (x / getWidth() * count), 0, count - 1));
    }

    @Override
    protected double computePrefHeight(double width) {
        return STRIP + GAP + LINE + TIMES;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 260;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double part = width / day.parts().size();
        base.resizeRelocate(0, STRIP - 1, width, 1);
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            double height = Math.round(STRIP * share(run.seen()));
            double left = Math.round(run.first() * part);
            double right = Math.max((double) Math.round(run.end() * part), left + NARROWEST);
            bars.get(i).resizeRelocate(Math.min(left, width - NARROWEST), STRIP - height, right - left, height);
        }
        drawLatency(part);
        double top = STRIP + GAP + LINE;
        layoutInArea(from, 0, top, width / 3, TIMES, 0, HPos.LEFT, VPos.BOTTOM);
        layoutInArea(middle, width / 3, top, width / 3, TIMES, 0, HPos.CENTER, VPos.BOTTOM);
        layoutInArea(now, width * 2 / 3, top, width / 3, TIMES, 0, HPos.RIGHT, VPos.BOTTOM);
    }

    /// How tall a state stands.
    private static double share(Seen seen) {
        return switch (seen) {
            case DOWN -> 1;
            case DEGRADED -> 0.75;
            case UNKNOWN, UP -> 0.45;
            case UNWATCHED -> 0.25;
        };
    }

    /// What 95 % of the answers stayed within; broken where there were none.
    private void drawLatency(double part) {
        line.getElements().clear();
        double largest = day.parts().stream().mapToDouble(DayChart::slow).max().orElse(0);
        boolean pen = false;
        for (int i = 0; i < day.parts().size(); i++) {
            double slow = slow(day.parts().get(i));
            if (slow == 0 || largest == 0) {
                pen = false;
                continue;
            }
            double x = (i + 0.5) * part;
            double y = STRIP + GAP + LINE - 2 - slow / largest * (LINE - 4);
            // A lone answer is a short dash.
            line.getElements().add(pen ? new LineTo(x, y) : new MoveTo(x - part / 2, y));
            if (!pen) {
                line.getElements().add(new LineTo(x, y));
            }
            pen = true;
        }
    }

    private static double slow(DayStrip.Part part) {
        return part.latencies().quantile(0.95).toNanos();
    }

    private static List<Run> runs(List<DayStrip.Part> parts) {
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Seen seen = parts.get(i).seen();
            if (!runs.isEmpty() && runs.getLast().seen() == seen) {
                runs.add(new Run(seen, runs.removeLast().first(), i + 1));
            } else {
                runs.add(new Run(seen, i, i + 1));
            }
        }
        // The calm is drawn first, so that what is widened to be seen stays in front.
        runs.sort((one, other) -> other.seen().compareTo(one.seen()));
        return runs;
    }

    private static Label time(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("day-time");
        return label;
    }
}
