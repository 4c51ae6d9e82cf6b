package dev.orrery.diagram;

import static java.lang.Math.abs;
import static java.lang.Math.cos;
import static java.lang.Math.exp;
import static java.lang.Math.hypot;
import static java.lang.Math.pow;
import static java.lang.Math.sin;
import static java.lang.Math.sqrt;
import static java.lang.Math.toDegrees;
import static java.lang.Math.toRadians;

/// How different two colours look: CIEDE2000 on CIELAB, from linear sRGB under D65.
final class ColourDifference {
    private ColourDifference() {}

    static double[] linear(String hex) {
        double[] light = new double[3];
        for (int at = 0; at < 3; at++) {
            double value = Integer.parseInt(hex.substring(1 + 2 * at, 3 + 2 * at), 16) / 255.0;
            light[at] = value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
        }
        return light;
    }

    static double luminance(String hex) {
        double[] light = linear(hex);
        return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2];
    }

    static double ciede2000(double[] oneLight, double[] otherLight) {
        double[] one = lab(oneLight);
        double[] other = lab(otherLight);
        double chroma = pow((hypot(one[1], one[2]) + hypot(other[1], other[2])) / 2, 7);
        double stretch = 1.5 - 0.5 * sqrt(chroma / (chroma + pow(25, 7)));
        double c1 = hypot(one[1] * stretch, one[2]);
        double c2 = hypot(other[1] * stretch, other[2]);
        double h1 = hue(one[1] * stretch, one[2]);
        double h2 = hue(other[1] * stretch, other[2]);
        double turn = h2 - h1;
        if (abs(turn) > 180) {
            turn -= Math.signum(turn) * 360;
        }
        double dh = 2 * sqrt(c1 * c2) * sin(toRadians(turn / 2));
        double l = (one[0] + other[0]) / 2;
        double c = (c1 + c2) / 2;
        double h = abs(h1 - h2) <= 180 ? (h1 + h2) / 2 : (h1 + h2 + 360) / 2;
        double t = 1
                - 0.17 * cos(toRadians(h - 30))
                + 0.24 * cos(toRadians(2 * h))
                + 0.32 * cos(toRadians(3 * h + 6))
                - 0.20 * cos(toRadians(4 * h - 63));
        double sl = 1 + 0.015 * pow(l - 50, 2) / sqrt(20 + pow(l - 50, 2));
        double sc = 1 + 0.045 * c;
        double sh = 1 + 0.015 * c * t;
        double c7 = pow(c, 7);
        double rotation = -sin(toRadians(60 * exp(-pow((h - 275) / 25, 2)))) * 2 * sqrt(c7 / (c7 + pow(25, 7)));
        double lightness = (other[0] - one[0]) / sl;
        double saturation = (c2 - c1) / sc;
        double tint = dh / sh;
        return sqrt(lightness * lightness + saturation * saturation + tint * tint + rotation * saturation * tint);
    }

    private static double hue(double a, double b) {
        double degrees = toDegrees(Math.atan2(b, a));
        return degrees < 0 ? degrees + 360 : degrees;
    }

    private static double[] lab(double[] light) {
        double r = Math.clamp(light[0], 0, 1);
        double g = Math.clamp(light[1], 0, 1);
        double b = Math.clamp(light[2], 0, 1);
        double x = root((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
        double y = root(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
        double z = root((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double root(double value) {
        return value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16.0 / 116;
    }
}
