package dev.orrery.comparison;

import dev.orrery.text.Messages;
import java.util.Locale;

/// What of a service, boundary or dependency is compared. Where it is written is not, nor are the other names
/// under which sources know a service: they tell of the files and not of the architecture.
public enum Field {
    NAME,
    KIND,
    BOUNDARY,
    WITHIN,
    OWNER,
    TECHNOLOGY,
    TAGS(true),
    LINKS(true),
    HEALTH(true),
    OWNS(true),
    PROVIDES(true),
    RELEASES(true),
    PROMISE(true),
    ACTIVE,
    REQUIRED,
    PROTOCOL,
    API,
    CERTAINTY,
    DEFINED;

    private final boolean isList;

    Field() {
        this(false);
    }

    Field(boolean isList) {
        this.isList = isList;
    }

    /// Whether it has any number of values, and not one at most.
    public boolean isList() {
        return isList;
    }

    /// The word in answers: the name in lower case.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The word for people.
    public String words() {
        return Messages.of("comparison.field." + word());
    }

    /// Whether it says where something lies, and not what it is.
    public boolean isPlace() {
        return this == BOUNDARY || this == WITHIN;
    }
}
