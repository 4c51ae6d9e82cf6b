package dev.orrery.app.raster;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Reads the SVG path data of the picture's own shapes: absolute `M L H V Q C A Z` without turned ellipses.
public final class SvgPath {
    private static final Map<String, Outline> READ = new ConcurrentHashMap<>();
    private static final int MOST_KEPT = 2_000;

    private final String path;
    private final Outline.Pen pen = new Outline.Pen();
    private int at;

    private SvgPath(String path) {
        this.path = path;
    }

    /// The same path is read once.
    ///
    /// @throws IllegalArgumentException where there is anything else in it
    public static Outline outline(String path) {
        Outline kept = READ.get(path);
        if (kept != null) {
            return kept;
        }
        if (READ.size() > MOST_KEPT) {
            READ.clear();
        }
        Outline read = new SvgPath(path).read();
        READ.put(path, read);
        return read;
    }

    private Outline read() {
        char command = ' ';
        while (skip()) {
            char next = path.charAt(at);
            if (Character.isLetter(next)) {
                command = next;
                at++;
            } else if (command == 'Z') {
                throw new IllegalArgumentException("number after Z in " + path);
            }
            piece(command);
            if (command == 'M') {
                command = 'L';
            }
        }
        return pen.outline();
    }

    private void piece(char command) {
        switch (command) {
            case 'M' -> pen.move(number(), number());
            case 'L' -> pen.line(number(), number());
            case 'H' -> pen.line(number(), pen.y());
            case 'V' -> pen.line(pen.x(), number());
            case 'Q' -> pen.quad(number(), number(), number(), number());
            case 'C' -> pen.cubic(number(), number(), number(), number(), number(), number());
            case 'A' -> {
                double rx = number();
                double ry = number();
                number();
                pen.arc(rx, ry, number() != 0, number() != 0, number(), number());
            }
            case 'Z' -> pen.close();
            default -> throw new IllegalArgumentException("'" + command + "' in " + path);
        }
    }

    private boolean skip() {
        while (at < path.length() && (path.charAt(at) == ' ' || path.charAt(at) == ',')) {
            at++;
        }
        return at < path.length();
    }

    private double number() {
        skip();
        int from = at;
        boolean point = false;
        for (; at < path.length(); at++) {
            char next = path.charAt(at);
            boolean sign = next == '-' && at == from;
            boolean dot = next == '.' && !point;
            point |= dot;
            if (!sign && !dot && !(next >= '0' && next <= '9')) {
                break;
            }
        }
        return Double.parseDouble(path.substring(from, at));
    }
}
