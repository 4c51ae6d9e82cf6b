package dev.orrery.app.raster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Straight pieces, one row of corners after another; curves are already cut into pieces. Immutable.
public final class Outline {
    private final double[][] rows;
    private final boolean[] closed;
    private final double left;
    private final double top;
    private final double right;
    private final double bottom;

    private Outline(double[][] rows, boolean[] closed) {
        this.rows = rows;
        this.closed = closed;
        double[] box = {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
        for (double[] row : rows) {
            for (int i = 0; i < row.length; i += 2) {
                box[0] = Math.min(box[0], row[i]);
                box[1] = Math.min(box[1], row[i + 1]);
                box[2] = Math.max(box[2], row[i]);
                box[3] = Math.max(box[3], row[i + 1]);
            }
        }
        left = box[0];
        top = box[1];
        right = box[2];
        bottom = box[3];
    }

    public boolean isEmpty() {
        return rows.length == 0;
    }

    int rows() {
        return rows.length;
    }

    /// x and y in turn.
    double[] row(int index) {
        return rows[index];
    }

    boolean closed(int index) {
        return closed[index];
    }

    /// Takes corners one by one.
    public interface Corners {
        void to(double x, double y);
    }

    /// Goes round the first row of corners and back to its beginning.
    public void trace(Corners corners) {
        double[] row = rows[0];
        for (int i = 0; i < row.length; i += 2) {
            corners.to(row[i], row[i + 1]);
        }
        corners.to(row[0], row[1]);
    }

    double left() {
        return left;
    }

    double top() {
        return top;
    }

    double right() {
        return right;
    }

    double bottom() {
        return bottom;
    }

    /// Gathers corners and curves.
    public static final class Pen {
        private static final double HALF_TURN = Math.PI;
        /// Of a curve; enough for the sizes of the picture's shapes at its largest zoom.
        private static final int PIECES = 8;

        private final List<double[]> rows = new ArrayList<>();
        private final List<Boolean> closed = new ArrayList<>();
        private double[] row = new double[32];
        private int length;
        private double x;
        private double y;

        public Pen move(double toX, double toY) {
            end(false);
            add(toX, toY);
            return this;
        }

        public Pen line(double toX, double toY) {
            start();
            add(toX, toY);
            return this;
        }

        public Pen quad(double cx, double cy, double toX, double toY) {
            start();
            double fromX = x;
            double fromY = y;
            for (int i = 1; i <= PIECES; i++) {
                double t = (double) i / PIECES;
                double u = 1 - t;
                add(u * u * fromX + 2 * u * t * cx + t * t * toX, u * u * fromY + 2 * u * t * cy + t * t * toY);
            }
            return this;
        }

        public Pen cubic(double cx, double cy, double dx, double dy, double toX, double toY) {
            start();
            double fromX = x;
            double fromY = y;
            for (int i = 1; i <= PIECES; i++) {
                double t = (double) i / PIECES;
                double u = 1 - t;
                double a = u * u * u;
                double b = 3 * u * u * t;
                double c = 3 * u * t * t;
                double d = t * t * t;
                add(a * fromX + b * cx + c * dx + d * toX, a * fromY + b * cy + c * dy + d * toY);
            }
            return this;
        }

        /// An arc of an upright ellipse, as SVG's `A` has it (SVG 2, implementation notes, B.2.4).
        public Pen arc(double rx, double ry, boolean large, boolean sweep, double toX, double toY) {
            start();
            double halfX = (x - toX) / 2;
            double halfY = (y - toY) / 2;
            double over = halfX * halfX / (rx * rx) + halfY * halfY / (ry * ry);
            double grown = over > 1 ? Math.sqrt(over) : 1;
            double ax = rx * grown;
            double ay = ry * grown;
            double rest = over > 1 || over == 0 ? 0 : Math.sqrt((1 - over) / over);
            double side = large == sweep ? -rest : rest;
            double mx = side * ax * halfY / ay;
            double my = -side * ay * halfX / ax;
            double centreX = mx + (x + toX) / 2;
            double centreY = my + (y + toY) / 2;
            double begin = Math.atan2((halfY - my) / ay, (halfX - mx) / ax);
            double turn = Math.atan2((-halfY - my) / ay, (-halfX - mx) / ax) - begin;
            if (sweep && turn < 0) {
                turn += 2 * HALF_TURN;
            } else if (!sweep && turn > 0) {
                turn -= 2 * HALF_TURN;
            }
            int pieces = Math.max(2, (int) Math.ceil(Math.abs(turn) / HALF_TURN * 2 * PIECES));
            for (int i = 1; i < pieces; i++) {
                double angle = begin + turn * i / pieces;
                add(centreX + ax * Math.cos(angle), centreY + ay * Math.sin(angle));
            }
            add(toX, toY);
            return this;
        }

        public Pen close() {
            double backX = length == 0 ? x : row[0];
            double backY = length == 0 ? y : row[1];
            end(true);
            x = backX;
            y = backY;
            return this;
        }

        public Outline outline() {
            end(false);
            boolean[] ends = new boolean[closed.size()];
            for (int i = 0; i < ends.length; i++) {
                ends[i] = closed.get(i);
            }
            return new Outline(rows.toArray(double[][]::new), ends);
        }

        double x() {
            return x;
        }

        double y() {
            return y;
        }

        private void start() {
            if (length == 0) {
                add(x, y);
            }
        }

        private void end(boolean close) {
            if (length > 2) {
                rows.add(Arrays.copyOf(row, length));
                closed.add(close);
            }
            length = 0;
        }

        private void add(double toX, double toY) {
            if (length == row.length) {
                row = Arrays.copyOf(row, 2 * length);
            }
            row[length++] = toX;
            row[length++] = toY;
            x = toX;
            y = toY;
        }
    }
}
