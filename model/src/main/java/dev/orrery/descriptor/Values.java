package dev.orrery.descriptor;

/// Puts a value in the place of another one, or where there is none yet.
final class Values {
    private final TreeEditing editing;
    private final Plan plan;
    private final Extents extents;
    private final Rendering rendering;

    Values(TreeEditing editing) {
        this.editing = editing;
        this.plan = editing.plan();
        this.extents = editing.extents();
        this.rendering = editing.rendering();
    }

    void set(SourceNode named, NewNode value) {
        SourceNode old = editing.entered(named);
        if (old instanceof SourceNode.Scalar scalar
                && value instanceof NewNode.Text(String text)
                && isAnchored(scalar)) {
            behindAnchor(scalar, text);
            return;
        }
        if (!isReplaceable(old)) {
            return;
        }
        Parents.Place place = editing.parents().of(old);
        switch (old) {
            case SourceNode.Scalar scalar when isUnwritten(scalar) -> fill(scalar, value);
            case SourceNode.Scalar scalar when value instanceof NewNode.Text(String text) -> restyle(scalar, text);
            case SourceNode.Scalar _, SourceNode.Mapping _, SourceNode.Sequence _ -> {
                int start = spanStart(old, place);
                if (extents.hasComment(start, extents.end(old))) {
                    plan.reject("comment-between");
                }
                plan.splice(
                        start, extents.end(old), start < old.start() ? valueOf(place, value) : inline(place, value));
                plan.intention().replace(old, value);
            }
            case SourceNode.Alias alias -> plan.reject("alias", alias.anchor());
        }
    }

    private static boolean isAnchored(SourceNode.Scalar scalar) {
        return scalar.anchor() != null
                && scalar.tag() == null
                && scalar.style() != SourceNode.Style.LITERAL
                && scalar.style() != SourceNode.Style.FOLDED;
    }

    /// The anchor stays, and so does what refers to it.
    private void behindAnchor(SourceNode.Scalar scalar, String text) {
        String content = editing.tree().text().content();
        int start = scalar.start() + 1 + String.valueOf(scalar.anchor()).length();
        while (start < scalar.end() && Character.isWhitespace(content.charAt(start))) {
            start++;
        }
        if (plan.intention().isTouched(scalar)) {
            plan.reject("edits-overlap");
        } else if (start >= scalar.end() || extents.hasComment(scalar.start(), start)) {
            plan.reject("marked", content.substring(scalar.start(), scalar.end()));
        } else {
            editing.restyle(scalar, start, text);
        }
    }

    /// Writes what an alias stands for in its place.
    void detach(SourceNode.Alias alias, SourceNode target) {
        Parents.Place place = editing.parents().of(alias);
        if (Anchors.anyIn(target) && hasInnerAnchor(target)) {
            plan.reject("anchor-copied", alias.anchor());
            return;
        }
        NewNode value = unmarked(target, place.flow() || Extents.isFlow(target) || rendering.json());
        plan.intention().replace(alias, value);
        if (place.flow() || !(place.collection() instanceof SourceNode.Mapping around)) {
            plan.splice(
                    alias.start(),
                    alias.end(),
                    place.flow()
                            ? rendering.inline(value, true)
                            : rendering.compact(value, extents.lines().column(alias.start())));
            return;
        }
        int colon = extents.afterColon(around.entries().get(place.index()));
        String text = rendering.valueOf(value, extents.lines().column(extents.start(around, place.index())));
        if (colon < 0 || text.startsWith(" ")) {
            plan.splice(alias.start(), alias.end(), text.stripLeading());
        } else {
            plan.splice(colon, alias.end(), "");
            int end = extents.lines().end(alias.end());
            plan.splice(end, end, text);
        }
    }

    private static boolean hasInnerAnchor(SourceNode target) {
        return switch (target) {
            case SourceNode.Mapping mapping ->
                mapping.entries().stream()
                        .anyMatch(entry -> Anchors.anyIn(entry.key()) || Anchors.anyIn(entry.value()));
            case SourceNode.Sequence sequence -> sequence.items().stream().anyMatch(Anchors::anyIn);
            case SourceNode.Scalar _, SourceNode.Alias _ -> false;
        };
    }

    /// The same value without its anchor.
    private static NewNode unmarked(SourceNode target, boolean flow) {
        return switch (target) {
            case SourceNode.Mapping mapping ->
                new NewNode.Mapping(
                        mapping.entries().stream()
                                .map(entry -> new NewNode.Member(
                                        entry.key() instanceof SourceNode.Scalar key ? key.value() : "",
                                        new NewNode.Copy(entry.value())))
                                .toList(),
                        flow);
            case SourceNode.Sequence sequence ->
                new NewNode.Sequence(
                        sequence.items().stream()
                                .<NewNode>map(NewNode.Copy::new)
                                .toList(),
                        flow);
            case SourceNode.Scalar scalar ->
                Scalars.type(scalar) == Value.Type.TEXT
                        ? new NewNode.Text(scalar.value())
                        : new NewNode.Bare(scalar.value());
            case SourceNode.Alias alias -> new NewNode.Copy(alias);
        };
    }

    /// Where nothing is said, or only `{}`, `[]` or `null`.
    void fill(SourceNode holder, NewNode value) {
        boolean isEmpty = Source.isNull(holder) || (Extents.isFlow(holder) && Extents.size(holder) == 0);
        if (!isEmpty) {
            plan.reject(holder instanceof SourceNode.Alias ? "alias" : "no-place");
            return;
        }
        if (!isReplaceable(holder)) {
            return;
        }
        Parents.Place place = editing.parents().of(holder);
        plan.intention().replace(holder, value);
        if (place.flow() || rendering.json() || !(place.collection() instanceof SourceNode.Mapping around)) {
            fillInLine(holder, value, place);
            return;
        }
        int colon = extents.afterColon(around.entries().get(place.index()));
        if (colon < 0 || extents.hasComment(colon, holder.end())) {
            plan.reject(colon < 0 ? "no-colon" : "comment-between");
            return;
        }
        String text = rendering.valueOf(value, extents.lines().column(extents.start(around, place.index())));
        if (text.startsWith(" ")) {
            plan.splice(colon, Math.max(colon, holder.end()), text);
        } else {
            plan.splice(colon, Math.max(colon, holder.end()), "");
            int end = extents.lines().end(Math.max(colon, holder.end()));
            plan.splice(end, end, text);
        }
    }

    private void fillInLine(SourceNode holder, NewNode value, Parents.Place place) {
        boolean isItem = place.collection() instanceof SourceNode.Sequence && !place.flow();
        boolean hasColon = place.collection() instanceof SourceNode.Mapping around
                && extents.afterColon(around.entries().get(place.index())) == holder.start();
        boolean isUnwritten = holder.start() == holder.end();
        if (isUnwritten && !isItem && !hasColon) {
            plan.reject("no-colon");
            return;
        }
        String text = place.flow() || rendering.json()
                ? rendering.inline(value, true)
                : rendering.compact(value, extents.lines().column(holder.start()) + (isUnwritten ? 1 : 0));
        plan.splice(holder.start(), holder.end(), (isUnwritten ? " " : "") + text);
    }

    private void restyle(SourceNode.Scalar scalar, String text) {
        if (scalar.style() == SourceNode.Style.LITERAL && Literal.canHold(editing.tree(), scalar, text)) {
            Literal.write(editing.tree(), scalar, text, plan);
            plan.intention().replace(scalar, new NewNode.Text(text));
        } else if (extents.hasComment(scalar.start(), extents.lines().end(scalar.start()))
                && (scalar.style() == SourceNode.Style.LITERAL || scalar.style() == SourceNode.Style.FOLDED)) {
            plan.reject("comment-between");
        } else {
            editing.restyle(scalar, text);
        }
    }

    private boolean isReplaceable(SourceNode node) {
        if (plan.intention().isTouched(node)) {
            plan.reject("edits-overlap");
        } else if (Anchors.isMarked(node)) {
            plan.reject("marked", editing.tree().text().content().substring(node.start(), node.end()));
        } else if (editing.parents().of(node).collection() instanceof SourceNode.Mapping around
                && extents.isExplicit(
                        around.entries().get(editing.parents().of(node).index()))) {
            plan.reject("explicit-key", "?");
        }
        return plan.refusal().isEmpty();
    }

    /// A block begins on a line of its own: what is between it and the colon goes too.
    private int spanStart(SourceNode old, Parents.Place place) {
        boolean isBlock = !Extents.isFlow(old) && Extents.size(old) > 0;
        boolean isFlow = Extents.isFlow(old) && Extents.size(old) > 0;
        return place.collection() instanceof SourceNode.Mapping around
                        && !place.flow()
                        && !place.isKey()
                        && (isBlock || !isFlow)
                ? extents.afterColon(around.entries().get(place.index()))
                : old.start();
    }

    private String valueOf(Parents.Place place, NewNode value) {
        SourceNode around = place.collection();
        int column = around == null ? 0 : extents.lines().column(extents.start(around, place.index()));
        return rendering.valueOf(value, column);
    }

    private String inline(Parents.Place place, NewNode value) {
        return rendering.inline(value, place.flow() || rendering.json());
    }

    private static boolean isUnwritten(SourceNode.Scalar scalar) {
        return scalar.start() == scalar.end();
    }
}
