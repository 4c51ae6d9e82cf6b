package dev.orrery.diagram;

import dev.orrery.health.Health;
import dev.orrery.health.HealthBoard;
import dev.orrery.health.Rollup;
import dev.orrery.query.Key;
import dev.orrery.query.Term;
import dev.orrery.text.Messages;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The colours that a lens gives to the cards of one picture.
final class Tints {
    private static final String MIXED = "mixed";

    private final Lens lens;
    private final HealthBoard board;
    /// Null under the lens of health, where cards have the colours of their health.
    private final @Nullable LensValues values;
    private final Map<String, Tint> tints = new HashMap<>();
    private final List<Legend.Entry> entries = new ArrayList<>();
    private boolean mixed;

    private Tints(Lens lens, HealthBoard board, @Nullable LensValues values) {
        this.lens = lens;
        this.board = board;
        this.values = values;
    }

    static Tints of(Lens lens, Topology topology, HealthBoard board) {
        if (lens == Lens.HEALTH) {
            return new Tints(lens, board, null);
        }
        LensValues values = LensValues.of(lens, topology, board);
        Tints tints = new Tints(lens, board, values);
        Map<String, Integer> counts = new TreeMap<>();
        values.of().values().forEach(value -> counts.merge(value, 1, Integer::sum));
        if (lens == Lens.COUPLING || lens == Lens.LATENCY) {
            tints.steps(values, counts);
        } else {
            tints.choose(values, counts);
        }
        return tints;
    }

    private void steps(LensValues values, Map<String, Integer> counts) {
        List<String> words = values.key().words();
        for (int step = words.size() - 1; step >= 0; step--) {
            String word = words.get(step);
            if (counts.containsKey(word)) {
                boolean none = word.equals(Key.NONE);
                Colour colour = none ? Colour.EDGE : Colour.STEPS.get(step - 1);
                add(values, word, colour, none, counts.getOrDefault(word, 0));
            }
        }
    }

    /// The most frequent values have colours, each the one that its name stands for where that is free, so that it
    /// keeps
    /// it while others come and go.
    private void choose(LensValues values, Map<String, Integer> counts) {
        List<String> frequent = counts.keySet().stream()
                .filter(value -> !value.equals(Key.NONE))
                .sorted(Comparator.<String>comparingInt(value -> -counts.getOrDefault(value, 0))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        List<Colour> free = new ArrayList<>(Colour.CHOICES);
        List<String> shown = frequent.subList(0, Math.min(free.size(), frequent.size()));
        for (String value : shown) {
            int wanted = Math.floorMod(place(value), Colour.CHOICES.size());
            int at = wanted;
            while (!free.contains(Colour.CHOICES.get(at))) {
                at = (at + 1) % Colour.CHOICES.size();
            }
            Colour colour = Colour.CHOICES.get(at);
            free.remove(colour);
            add(values, value, colour, false, counts.getOrDefault(value, 0));
        }
        int none = counts.getOrDefault(Key.NONE, 0);
        if (frequent.size() > shown.size()) {
            String words = Messages.of("lens.other");
            List<String> others = frequent.subList(shown.size(), frequent.size());
            others.forEach(value -> tints.put(
                    value, new Tint(Colour.OTHER, false, said(values.title().apply(value)))));
            int count = others.stream()
                    .mapToInt(value -> counts.getOrDefault(value, 0))
                    .sum();
            List<String> named = new ArrayList<>(shown);
            if (none > 0) {
                named.add(Key.NONE);
            }
            entries.add(new Legend.Entry(words, Colour.OTHER, false, null, count, new Term(values.key(), named, true)));
        }
        if (none > 0) {
            add(values, Key.NONE, Colour.EDGE, true, none);
        }
    }

    private static int place(String value) {
        return ServiceKind.of(value).map(ServiceKind::ordinal).orElse(value.hashCode());
    }

    private void add(LensValues values, String value, Colour colour, boolean hollow, int count) {
        boolean stepless = values.key().words().isEmpty() || values.key() == Key.KIND;
        String title = value.equals(Key.NONE) && stepless
                ? Messages.of("lens.none." + lens.word())
                : values.title().apply(value);
        tints.put(value, new Tint(colour, hollow, said(title)));
        entries.add(new Legend.Entry(title, colour, hollow, null, count, Term.of(values.key(), value)));
    }

    private String said(String title) {
        return Messages.of("lens.said", lens.title(), title);
    }

    /// Null under the lens of health.
    @Nullable
    Tint of(String service) {
        return values == null ? null : tints.get(values.of().getOrDefault(service, Key.NONE));
    }

    /// What most of its members have, more than half of them; else it is mixed.
    @Nullable
    Tint ofCollapsed(List<String> members) {
        if (values == null) {
            return null;
        }
        Map<Tint, Integer> counts = new LinkedHashMap<>();
        for (String member : members) {
            Tint tint = of(member);
            if (tint != null) {
                counts.merge(tint, 1, Integer::sum);
            }
        }
        for (Map.Entry<Tint, Integer> count : counts.entrySet()) {
            if (2 * count.getValue() > members.size()) {
                return count.getKey();
            }
        }
        mixed = true;
        return new Tint(Colour.OTHER, true, said(Messages.of("lens." + MIXED)));
    }

    /// After all cards were asked for.
    Legend legend(List<String> services) {
        if (values == null) {
            return new Legend(lens, health(board.rollup(services)));
        }
        List<Legend.Entry> all = new ArrayList<>(entries);
        if (mixed) {
            all.add(new Legend.Entry(Messages.of("lens." + MIXED), Colour.OTHER, true, null, 0, null));
        }
        return new Legend(lens, all);
    }

    private static List<Legend.Entry> health(Rollup rollup) {
        List<Legend.Entry> states = new ArrayList<>();
        for (Health state : Health.values()) {
            if (rollup.count(state) > 0) {
                states.add(new Legend.Entry(
                        Messages.of(state.messageKey()),
                        Colour.of(state),
                        false,
                        state,
                        rollup.count(state),
                        Term.of(Key.HEALTH, state.name().toLowerCase(Locale.ROOT))));
            }
        }
        if (rollup.notAsked() > 0) {
            states.add(new Legend.Entry(
                    Messages.of("health.no-check"),
                    Colour.of(Health.UNKNOWN),
                    true,
                    Health.UNKNOWN,
                    rollup.notAsked(),
                    Term.of(Key.HEALTH, Key.NONE)));
        }
        return states;
    }
}
