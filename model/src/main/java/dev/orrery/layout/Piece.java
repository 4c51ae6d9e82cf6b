package dev.orrery.layout;

/// One horizontal or vertical piece of a way, with the room in which it can be shifted.
///
/// "Across" is the direction in which it can be shifted, "along" the one in which it runs.
final class Piece {
    /// Wider rooms are not worth running through their middle.
    private static final double WIDE = 96;
    /// How far from a wall a piece in a wide room runs, in addition to the clearance.
    private static final double OFF_WALL = 12;
    private static final double CLEAR_OF_BOX = 8;
    private static final double CLEAR_OF_FRAME = 7;
    private static final double CLEAR_OF_TITLE = 4;

    final Way way;
    final int number;
    final boolean vertical;
    final double low;
    final double high;
    double least = Double.NEGATIVE_INFINITY;
    double most = Double.POSITIVE_INFINITY;
    double wanted;

    Piece(Way way, int number) {
        this.way = way;
        this.number = number;
        vertical = way.vertical(number);
        low = Math.min(way.begin(number), way.finish(number));
        high = Math.max(way.begin(number), way.finish(number));
    }

    double at() {
        return way.at[number];
    }

    boolean touchesBox() {
        return number == 0 || number == way.at.length - 1;
    }

    /// Finds out how far it can be shifted, and where it would like to be. Where room is tight, it
    /// keeps half the distance, or stays.
    void lookAround(Ground ground) {
        if (way.kept) {
            stay();
            return;
        }
        for (double share : new double[] {1, 0.5, 0.2}) {
            least = Double.NEGATIVE_INFINITY;
            most = Double.POSITIVE_INFINITY;
            lookAround(ground, share);
            if (least <= most) {
                wanted = wish();
                return;
            }
        }
        stay();
    }

    private void stay() {
        least = at();
        most = at();
        wanted = at();
    }

    private void lookAround(Ground ground, double share) {
        for (Box box : ground.boxes()) {
            wall(box, CLEAR_OF_BOX * share);
        }
        for (int frame = 0; frame < ground.frames().size(); frame++) {
            Box box = ground.frames().get(frame);
            wall(vertical ? ground.titles().get(frame) : ground.band(frame), CLEAR_OF_TITLE * share);
            if (low < far(box, false) && near(box, false) < high) {
                borders(near(box, true), far(box, true), CLEAR_OF_FRAME * share);
            }
        }
        if (number == 0) {
            stayOn(way.from, share);
        }
        if (number == way.at.length - 1) {
            stayOn(way.to, share);
        }
    }

    private double wish() {
        if (touchesBox()) {
            return Math.clamp(at(), least, most);
        }
        if (most - least <= WIDE) {
            return (least + most) / 2;
        }
        return Math.clamp(at(), least + OFF_WALL, most - OFF_WALL);
    }

    private void wall(Box box, double clear) {
        if (low < far(box, false) && near(box, false) < high) {
            if (far(box, true) <= at()) {
                least = Math.max(least, far(box, true) + clear);
            } else if (near(box, true) >= at()) {
                most = Math.min(most, near(box, true) - clear);
            }
        }
    }

    /// What lies on a border is outside.
    private void borders(double near, double far, double clear) {
        if (at() <= near) {
            most = Math.min(most, near - clear);
        } else {
            least = Math.max(least, near + clear);
        }
        if (at() < far) {
            most = Math.min(most, far - clear);
        } else {
            least = Math.max(least, far + clear);
        }
    }

    private void stayOn(Box box, double share) {
        least = Math.max(least, near(box, true) + Lines.CORNER * share);
        most = Math.min(most, far(box, true) - Lines.CORNER * share);
    }

    private double near(Box box, boolean across) {
        return vertical == across ? box.x() : box.y();
    }

    private double far(Box box, boolean across) {
        return vertical == across ? box.right() : box.bottom();
    }

    /// Whether the two come close to each other along their way and may be shifted into each other.
    boolean meets(Piece other, double gap) {
        return low < other.high + gap && other.low < high + gap && least <= other.most && other.least <= most;
    }

    /// Whether there is room for this before `other`.
    boolean fitsBefore(Piece other) {
        return least < other.most;
    }

    /// How many crossings more there are when this lies before `other` than the other way round.
    int worseBefore(Piece other) {
        return turnsInto(other, true)
                + other.turnsInto(this, false)
                - turnsInto(other, false)
                - other.turnsInto(this, true);
    }

    /// How many of the two ends lie within `other`'s length and go on in its direction, towards larger
    /// coordinates where `up`.
    private int turnsInto(Piece other, boolean up) {
        int count = 0;
        if (number > 0 && other.covers(way.begin(number))) {
            count += onward(way.begin(number - 1), up);
        }
        if (number < way.at.length - 1 && other.covers(way.finish(number))) {
            count += onward(way.finish(number + 1), up);
        }
        return count;
    }

    private boolean covers(double along) {
        return low < along && along < high;
    }

    private int onward(double towards, boolean up) {
        return (up ? towards > at() : towards < at()) ? 1 : 0;
    }

    /// Roughly where the whole way tends to, across: settles the order where crossings do not.
    double tendency() {
        double sum = 0;
        sum += number > 0 ? way.begin(number - 1) : at();
        sum += number < way.at.length - 1 ? way.finish(number + 1) : at();
        return sum;
    }
}
