package dev.orrery.descriptor;

import dev.orrery.topology.Service;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/// A service and everyone who describes it: at most once in each draft. Two that turn out to be one are joined.
final class Described {
    /// One description.
    ///
    /// @param draft index of the draft that it stands in
    /// @param format that the draft is written in
    record Description(int draft, String format, Service service) {}

    private final List<Description> descriptions = new ArrayList<>();
    private final NavigableSet<Integer> drafts = new TreeSet<>();
    /// Where this one has gone to; itself while it is there.
    private Described joined = this;

    Described(Description first) {
        add(first);
    }

    /// The service that this one has become.
    Described current() {
        Described at = this;
        while (!at.isCurrent()) {
            at = at.joined;
        }
        return at;
    }

    /// Whether the two are described in different drafts only, and so may be one.
    boolean mayBe(Described other) {
        return other.drafts.stream().noneMatch(draft -> drafts.contains(draft));
    }

    boolean isOfOtherFormats(Described other) {
        return descriptions.stream()
                .map(Description::format)
                .noneMatch(format ->
                        other.descriptions.stream().map(Description::format).anyMatch(format::equals));
    }

    boolean isOfFormat(String format) {
        return descriptions.stream()
                .anyMatch(description -> description.format().equals(format));
    }

    boolean isIn(int draft) {
        return drafts.contains(draft);
    }

    void add(Description description) {
        descriptions.add(description);
        drafts.add(description.draft());
    }

    void join(Described other) {
        other.descriptions.forEach(this::add);
        descriptions.sort(Comparator.comparingInt(Description::draft));
        other.joined = this;
    }

    /// In the order in which they count.
    List<Service> services() {
        return descriptions.stream().map(Description::service).toList();
    }

    Service first() {
        return descriptions.getFirst().service();
    }

    int firstDraft() {
        return drafts.getFirst();
    }

    private boolean isCurrent() {
        return joined.equals(this);
    }
}
