package dev.orrery.diagram;

import dev.orrery.topology.ServiceKind;

/// A small icon for each kind of service: one path to be *stroked* with round caps and joins, in a box from (0, 0) to
/// (12, 12), line width 1.1.
public final class KindShape {
    /// Width and height of the box.
    public static final double SIZE = 12;

    private KindShape() {}

    /// SVG path data.
    public static String path(ServiceKind kind) {
        return switch (kind) {
            case WEB -> "M1 2.5H11V9.5H1ZM1 4.7H11M2.6 3.6H2.7M4.2 3.6H4.3";
            case SERVICE -> "M6 1L10.4 3.5V8.5L6 11L1.6 8.5V3.5ZM1.6 3.5L6 6L10.4 3.5M6 6V11";
            case WORKER ->
                "M4 6A2 2 0 0 1 8 6A2 2 0 0 1 4 6ZM6 1.2V2.8M6 9.2V10.8M1.2 6H2.8M9.2 6H10.8M2.6 2.6L3.7 3.7M8.3 8.3L9.4 "
                        + "9.4M2.6 9.4L3.7 8.3M8.3 3.7L9.4 2.6";
            case GATEWAY -> "M1 6H5M5 6L10.6 2.2M5 6H11M5 6L10.6 9.8M9 1.9L10.8 2.1L10.1 3.8M9 10.1L10.8 9.9L10.1 8.2";
            case DATABASE -> "M2 3A4 1.8 0 0 1 10 3A4 1.8 0 0 1 2 3V9A4 1.8 0 0 0 10 9V3M2 6A4 1.8 0 0 0 10 6";
            case CACHE -> "M6.8 .8L2.2 6.8H5.6L5.2 11.2L9.8 5.2H6.4Z";
            case QUEUE -> "M1 3.5H11V8.5H1ZM4.3 3.5V8.5M7.6 3.5V8.5";
            case JOB -> "M1.2 6A4.8 4.8 0 0 1 10.8 6A4.8 4.8 0 0 1 1.2 6ZM6 3.2V6L8 7.4";
            case EXTERNAL -> "M4.8 2H2V10H10V7.2M6.8 1.6H10.4V5.2M10.4 1.6L5.6 6.4";
        };
    }
}
