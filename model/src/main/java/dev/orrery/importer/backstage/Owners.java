package dev.orrery.importer.backstage;

import dev.orrery.descriptor.Binding;
import java.util.Optional;

/// Who owns an entity, in as few words as tell.
final class Owners {
    private final Catalog catalog;
    private final Binding binding;

    Owners(Catalog catalog, Binding binding) {
        this.catalog = catalog;
        this.binding = binding;
    }

    /// `team-a` for a group, `user:guest` for anyone else; in the spelling of the group where it is at hand.
    Optional<String> of(Entity entity) {
        return entity.spec()
                .get("owner")
                .flatMap(owner -> Reference.read("owner", owner, binding))
                .map(reference -> {
                    EntityRef ref = reference.in(entity.ref().namespace(), EntityRef.GROUP);
                    String name = catalog.find(ref).map(Entity::name).orElse(reference.name());
                    String namespace = ref.namespace().equals(EntityRef.DEFAULT_NAMESPACE) ? "" : ref.namespace() + "/";
                    return (ref.is(EntityRef.GROUP) ? "" : ref.kind() + ":") + namespace + name;
                });
    }
}
