package dev.orrery.layout;

import java.util.List;

/// The way of an edge that stays as it is while others look for theirs.
final class KeptWay {
    private final int from;
    private final int to;
    private final Route route;
    private final boolean[] open;

    /// @param from number of the box that needs
    /// @param to number of the box that is needed
    /// @param open the frames around one or both of them
    KeptWay(int from, int to, Route route, boolean[] open) {
        this.from = from;
        this.to = to;
        this.route = route;
        this.open = open;
    }

    /// Notes on the grid that it is there already, so that others find it as crowded as it is.
    void occupy(WaySearch search, Grid grid) {
        List<Point> points = route.points();
        for (int i = 1; i < points.size(); i++) {
            run(grid, points.get(i - 1), points.get(i));
        }
        end(search, grid, from, points.getFirst(), points.get(1));
        end(search, grid, to, points.getLast(), points.get(points.size() - 2));
    }

    Way way(Ground ground) {
        return new Way(ground.boxes().get(from), ground.boxes().get(to), route.points(), open, true);
    }

    /// Its pieces lie beside the lines of the grid, where they were shifted to; the nearest line counts.
    private static void run(Grid grid, Point a, Point b) {
        boolean down = a.x() == b.x();
        double[] along = down ? grid.ys : grid.xs;
        int first = Grid.first(along, Math.min(down ? a.y() : a.x(), down ? b.y() : b.x()) - 0.5);
        int last = Grid.before(along, Math.max(down ? a.y() : a.x(), down ? b.y() : b.x()) + 0.5);
        if (first < last) {
            int across = down ? nearest(grid.xs, a.x()) : nearest(grid.ys, a.y());
            grid.use(crossing(grid, across, first, down), crossing(grid, across, last, down), 1);
        }
    }

    /// @param border where it meets the box
    /// @param next its first corner from there
    private static void end(WaySearch search, Grid grid, int box, Point border, Point next) {
        boolean down = border.x() == next.x();
        int column = down ? nearest(grid.xs, border.x()) : beyond(grid.xs, border.x(), next.x());
        int row = down ? beyond(grid.ys, border.y(), next.y()) : nearest(grid.ys, border.y());
        search.crowd(box, row * grid.width + column, down, 1);
    }

    private static int crossing(Grid grid, int across, int along, boolean down) {
        return down ? along * grid.width + across : across * grid.width + along;
    }

    private static int beyond(double[] lines, double border, double next) {
        return next < border
                ? Math.max(0, Grid.before(lines, border))
                : Math.min(lines.length - 1, Grid.first(lines, border));
    }

    private static int nearest(double[] lines, double at) {
        int above = Math.min(lines.length - 1, Grid.first(lines, at - 0.5));
        int below = Math.max(0, above - 1);
        return at - lines[below] < lines[above] - at ? below : above;
    }
}
