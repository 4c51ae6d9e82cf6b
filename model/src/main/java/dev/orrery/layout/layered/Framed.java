package dev.orrery.layout.layered;

import dev.orrery.layout.Box;
import dev.orrery.layout.Frames;
import dev.orrery.layout.Size;

/// An opened boundary around what lies in it.
final class Framed extends Tile {
    private final Tile content;
    private final Size title;

    Framed(Tile content, Size title) {
        this.content = content;
        this.title = title;
        arrange();
    }

    @Override
    Tile[] inside() {
        return new Tile[] {content};
    }

    @Override
    void arrange() {
        Box frame = Frames.around(new Box(0, 0, content.width, content.height), title);
        content.x = -frame.x();
        content.y = -frame.y();
        width = frame.width();
        height = frame.height();
    }
}
