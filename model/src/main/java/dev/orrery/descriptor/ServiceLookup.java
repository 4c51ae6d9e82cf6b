package dev.orrery.descriptor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Finds the service that a name in a draft means: first among those of the draft, then among all.
final class ServiceLookup {
    private final Identities identities;
    private final Map<String, Identity> byStatedName = new HashMap<>();
    private final Map<String, Identity> byId = new HashMap<>();
    private final List<Names> byDraft = new ArrayList<>();
    private final Names byName = new Names();
    private final Names byPlainName = new Names();
    private final Names byBareName = new Names();

    /// Names in lower case, each of one service or of several that nobody can tell apart.
    private static final class Names {
        private record Bearer(@Nullable Identity identity, boolean isOwn) {}

        private final Map<String, Bearer> bearers = new HashMap<>();

        /// @param isOwn whether the name goes before other names, as an id does
        void add(String name, Identity identity, boolean isOwn) {
            bearers.merge(name, new Bearer(identity, isOwn), (before, now) -> {
                if (before.isOwn() != now.isOwn()) {
                    return before.isOwn() ? before : now;
                }
                return now.equals(before) ? before : new Bearer(null, isOwn);
            });
        }

        Optional<Identity> get(String name) {
            return Optional.ofNullable(bearers.get(name)).map(Bearer::identity);
        }
    }

    ServiceLookup(List<Draft> drafts, Identities identities) {
        this.identities = identities;
        List<Identity> all = identities.all();
        all.forEach(identity -> byId.put(identity.id(), identity));
        drafts.forEach(_ -> byDraft.add(new Names()));
        for (Identity identity : all) {
            identity.statedNames().forEach(name -> byStatedName.put(Identities.lower(name), identity));
            for (Definition definition : identity.definitions()) {
                byId.putIfAbsent(definition.id(), identity);
                Names own = byDraft.get(definition.draft());
                add(definition, own, Identities::lower, identity);
                add(definition, byName, Identities::lower, identity);
                add(definition, byPlainName, NormalName::plain, identity);
                add(definition, byBareName, NormalName::bare, identity);
            }
        }
    }

    private static void add(Definition definition, Names names, Function<String, String> form, Identity identity) {
        names.add(form.apply(definition.id()), identity, true);
        definition.service().aliases().forEach(alias -> names.add(form.apply(alias), identity, false));
    }

    /// Empty where no service has the name, or more than one that nobody can tell apart. A draft writes its own names
    /// in full, so what differs only in the writing is a service of another draft.
    Optional<Identity> find(int draft, String name) {
        String lower = Identities.lower(name);
        return Optional.ofNullable(byStatedName.get(lower))
                .or(() -> Optional.ofNullable(identities.of(draft).get(name)).map(Identity::now))
                .or(() -> byDraft.get(draft).get(lower))
                .or(() -> Optional.ofNullable(byId.get(name)))
                .or(() -> byName.get(lower))
                .or(() -> byPlainName.get(NormalName.plain(name)).filter(service -> !service.isIn(draft)))
                .or(() -> byBareName.get(NormalName.bare(name)).filter(service -> !service.isIn(draft)));
    }
}
