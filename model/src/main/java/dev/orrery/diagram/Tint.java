package dev.orrery.diagram;

/// What a lens makes of a card: the colour of its bar, and softly of its ground.
///
/// @param hollow where there is nothing that could have a colour: the bar is only an outline, and the ground stays
/// plain
/// @param words what it means, as in `Owner: payments`
public record Tint(Colour colour, boolean hollow, String words) {}
