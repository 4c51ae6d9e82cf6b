package dev.orrery.descriptor;

/// How much one source may ask for. Real descriptors stay far below; what goes beyond is reported and left out.
///
/// @param depth of nested collections
/// @param nodes in one source
/// @param aliases in one source
/// @param copies entries that merge keys may bring into other mappings, in one document
record Limits(int depth, int nodes, int aliases, int copies) {
    static final Limits STANDARD = new Limits(200, 1_000_000, 10_000, 200_000);
}
