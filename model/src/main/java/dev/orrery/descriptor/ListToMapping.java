package dev.orrery.descriptor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Turns a list of names into a mapping whose keys they are, each on its line and with its comment.
record ListToMapping(String content, Extents extents, Rendering rendering, Plan plan, FlowEdits flows, Habits habits) {

    void turn(SourceNode.Sequence list, Parents.Place place, Function<String, NewNode> value) {
        List<NewNode.Member> members = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (SourceNode item : list.items()) {
            if (!(item instanceof SourceNode.Scalar name)
                    || Anchors.isMarked(name)
                    || Scalars.type(name) != Value.Type.TEXT
                    || !extents.isOnOneLine(name.start(), extents.end(name))
                    || !seen.add(name.value())) {
                plan.reject("list-not-names");
                return;
            }
            members.add(new NewNode.Member(name.value(), value.apply(name.value())));
        }
        if (members.isEmpty()
                || Anchors.isMarked(list)
                || !(place.collection() instanceof SourceNode.Mapping around)
                || (list.flow() && !flows.hasBrackets(list))) {
            plan.reject("list-not-names");
            return;
        }
        plan.intention().replace(list, new NewNode.Mapping(members, list.flow()));
        if (list.flow()) {
            flow(list, members);
        } else {
            int key = extents.lines().column(extents.start(around, place.index()));
            block(list, members, key);
        }
    }

    private void flow(SourceNode.Sequence list, List<NewNode.Member> members) {
        int open = flows.open(list);
        plan.splice(open, open + 1, "{");
        for (int at = 0; at < members.size(); at++) {
            int end = extents.end(list, at);
            plan.splice(end, end, ": " + rendering.inline(members.get(at).value(), true));
        }
        plan.splice(list.end() - 1, list.end(), "}");
    }

    /// @param key column of the list's key; a mapping below it must be deeper, a list need not
    private void block(SourceNode.Sequence list, List<NewNode.Member> members, int key) {
        for (int at = 0; at < members.size(); at++) {
            int dash = extents.start(list, at);
            int column = extents.lines().column(dash);
            int deeper = column > key ? 0 : key + habits.step() - column;
            int end = extents.end(list, at);
            plan.splice(dash, list.items().get(at).start(), " ".repeat(deeper));
            plan.splice(end, end, ":" + rendering.valueOf(members.get(at).value(), column + deeper));
        }
    }
}
