package dev.orrery.layout;

/// A point in pixels at scale 1.
public record Point(double x, double y) {}
