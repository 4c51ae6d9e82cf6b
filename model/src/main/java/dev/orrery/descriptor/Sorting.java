package dev.orrery.descriptor;

import java.util.ArrayList;
import java.util.List;

/// Where a new entry or item comes among its siblings: at the end, but where it belongs in those that are sorted.
final class Sorting {
    /// Two may be in order by chance.
    private static final int ENOUGH = 3;

    private Sorting() {}

    /// @param order of keys as they are usually written; empty where there is none
    /// @return the index of the entry before it; -1 where it becomes the first
    static int predecessor(SourceNode.Mapping mapping, String key, List<String> order) {
        List<String> keys = new ArrayList<>();
        for (SourceNode.Entry entry : mapping.entries()) {
            keys.add(entry.key() instanceof SourceNode.Scalar scalar ? scalar.value() : "");
        }
        int place = order.indexOf(key);
        if (place >= 0) {
            int found = -1;
            for (int at = 0; at < keys.size(); at++) {
                int other = order.indexOf(keys.get(at));
                if (0 <= other && other < place) {
                    found = at;
                }
            }
            return found >= 0 ? found : keys.size() - 1;
        }
        return predecessor(keys, key);
    }

    static int predecessor(SourceNode.Sequence sequence, NewNode item) {
        boolean isText = item instanceof NewNode.Text
                && sequence.items().stream().allMatch(known -> known instanceof SourceNode.Scalar);
        if (!isText) {
            return sequence.items().size() - 1;
        }
        List<String> known = sequence.items().stream()
                .map(scalar -> ((SourceNode.Scalar) scalar).value())
                .toList();
        return predecessor(known, ((NewNode.Text) item).value());
    }

    private static int predecessor(List<String> known, String added) {
        int last = known.size() - 1;
        if (known.size() < ENOUGH) {
            return last;
        }
        for (int at = 1; at < known.size(); at++) {
            if (known.get(at - 1).compareTo(known.get(at)) >= 0) {
                return last;
            }
        }
        while (last >= 0 && known.get(last).compareTo(added) > 0) {
            last--;
        }
        return last;
    }
}
