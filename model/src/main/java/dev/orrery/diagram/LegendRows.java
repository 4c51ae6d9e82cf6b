package dev.orrery.diagram;

import java.util.ArrayList;
import java.util.List;

/// A legend set into rows, for a picture that it is drawn into.
///
/// @param items in their order, the first after the name of the lens
/// @param height of all rows
public record LegendRows(List<Item> items, double height) {
    /// Between the picture and its legend.
    static final double GAP = 22;
    static final double LEAST_WIDTH = 320;

    private static final double ROW = 20;
    private static final double BETWEEN = 18;
    private static final double WIDEST_LABEL = 180;

    /// Width and height of the sign before a label.
    public static final double SIGN = 10;
    /// From the left edge of a sign to its label.
    public static final double LABEL_X = SIGN + 6;
    /// From the top of a row to its baseline.
    public static final double BASELINE = 13;

    public LegendRows {
        items = List.copyOf(items);
    }

    /// @param x of its sign, from the left of the legend
    /// @param y of its row, from the top of the legend
    /// @param words label and count
    public record Item(Legend.Entry entry, double x, double y, String words) {}

    /// @param width that there is
    public static LegendRows of(Legend legend, double width) {
        List<Item> items = new ArrayList<>();
        double x = Print.TITLE.width(legend.lens().title()) + BETWEEN;
        double y = 0;
        for (Legend.Entry entry : legend.entries()) {
            String label = Print.SMALL.fit(entry.label(), WIDEST_LABEL);
            String words = entry.count() == 0 ? label : label + " " + entry.count();
            double wide = LABEL_X + Print.SMALL.width(words);
            if (x > 0 && x + wide > width) {
                x = 0;
                y += ROW;
            }
            items.add(new Item(entry, x, y, words));
            x += wide + BETWEEN;
        }
        return new LegendRows(items, y + ROW);
    }
}
