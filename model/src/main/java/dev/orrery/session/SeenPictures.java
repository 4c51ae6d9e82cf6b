package dev.orrery.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Pictures of what is open that were there before, each under the moment that it showed: who goes back to one
/// finds everything where it was.
///
/// @param newestFirst no two of one moment
public record SeenPictures(List<Seen> newestFirst) {
    public static final SeenPictures NONE = new SeenPictures(List.of());

    /// The newest is always kept; others as long as all of them have no more boxes than this.
    private static final int MOST_BOXES = 20_000;

    private static final int MOST = 40;

    /// A picture and what it showed.
    public record Seen(Undo.Moment moment, Picture picture) {}

    public SeenPictures {
        newestFirst = List.copyOf(newestFirst);
    }

    SeenPictures with(Undo.Moment moment, Picture picture) {
        List<Seen> all = new ArrayList<>();
        all.add(new Seen(moment, picture));
        int boxes = picture.graph().nodes().size();
        for (Seen seen : newestFirst) {
            boxes += seen.picture().graph().nodes().size();
            if (boxes > MOST_BOXES || all.size() == MOST) {
                break;
            }
            if (!seen.moment().equals(moment)) {
                all.add(seen);
            }
        }
        return new SeenPictures(all);
    }

    Optional<Picture> of(Undo.Moment moment) {
        return newestFirst.stream()
                .filter(seen -> seen.moment().equals(moment))
                .map(Seen::picture)
                .findFirst();
    }

    /// What the picture of a moment follows: its own last one, or else the newest that was not placed anew
    /// since.
    Optional<Picture> before(Undo.Moment moment) {
        return of(moment)
                .or(() -> newestFirst.stream()
                        .limit(1)
                        .filter(seen -> seen.moment().arrangement().round()
                                == moment.arrangement().round())
                        .map(Seen::picture)
                        .findFirst());
    }
}
