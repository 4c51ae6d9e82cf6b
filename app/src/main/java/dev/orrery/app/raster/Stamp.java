package dev.orrery.app.raster;

/// A small mask, drawn once and put down often.
///
/// @param left from the place that is asked for to the first pixel
/// @param top from the baseline to the first row; mostly negative
@SuppressWarnings("ArrayRecordComponent") // Never compared, and thousands of them are kept.
record Stamp(int left, int top, int width, int height, byte[] alpha) {
    static final Stamp NOTHING = new Stamp(0, 0, 0, 0, new byte[0]);
}
