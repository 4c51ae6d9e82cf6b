package dev.orrery.query;

import dev.orrery.health.Health;
import dev.orrery.topology.ServiceKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a term asks about a service. In the order in which they are offered.
public enum Key {
    /// Words in its name, id, other names or technology; written without a key.
    TEXT,
    KIND,
    OWNER,
    TAG,
    TECHNOLOGY("tech"),
    /// Any boundary around it, by id or name.
    BOUNDARY,
    HEALTH,
    /// How its state is to be taken, and whether it is asked at all.
    IS,
    /// A service, and all that it needs, directly or through others.
    REACH,
    /// A service, and all that need it, directly or through others.
    IMPACT,
    /// Those that need a service directly.
    NEEDS,
    /// Those that a service needs directly.
    NEEDEDBY("needed-by"),
    COUPLING,
    LATENCY;

    /// The value of a service that has none, as in `owner:none`.
    public static final String NONE = "none";

    private final @Nullable String synonym;

    Key() {
        this(null);
    }

    Key(@Nullable String synonym) {
        this.synonym = synonym;
    }

    /// As it is written before the colon.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The key that a word names in whatever case; empty for any other word. Text has no word.
    static Optional<Key> of(String word) {
        String plain = word.toLowerCase(Locale.ROOT);
        return written()
                .filter(key -> key.word().equals(plain) || plain.equals(key.synonym))
                .findFirst();
    }

    /// All but text.
    static Stream<Key> written() {
        return Arrays.stream(values()).filter(key -> key != TEXT);
    }

    /// All values that there can be, in their order; empty where a topology says which there are.
    public List<String> words() {
        return switch (this) {
            case KIND ->
                Arrays.stream(ServiceKind.values()).map(ServiceKind::word).toList();
            case HEALTH ->
                Stream.concat(Arrays.stream(Health.values()).map(Key::word), Stream.of(NONE))
                        .toList();
            case IS -> Arrays.stream(Standing.values()).map(Standing::word).toList();
            case COUPLING ->
                Arrays.stream(CouplingStep.values()).map(CouplingStep::word).toList();
            case LATENCY ->
                Arrays.stream(LatencyStep.values()).map(LatencyStep::word).toList();
            case TEXT, OWNER, TAG, TECHNOLOGY, BOUNDARY, REACH, IMPACT, NEEDS, NEEDEDBY -> List.of();
        };
    }

    /// Whether its values are services.
    public boolean namesServices() {
        return switch (this) {
            case REACH, IMPACT, NEEDS, NEEDEDBY -> true;
            case TEXT, KIND, OWNER, TAG, TECHNOLOGY, BOUNDARY, HEALTH, IS, COUPLING, LATENCY -> false;
        };
    }

    /// Whether a service can answer differently from one moment to the next, with the same files.
    public boolean followsHealth() {
        return this == HEALTH || this == IS || this == LATENCY;
    }

    static String word(Health health) {
        return health.name().toLowerCase(Locale.ROOT);
    }
}
