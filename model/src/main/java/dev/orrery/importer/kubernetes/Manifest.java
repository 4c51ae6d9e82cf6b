package dev.orrery.importer.kubernetes;

import dev.orrery.descriptor.Value;
import dev.orrery.topology.SourceLocation;
import java.util.Optional;

/// One object of a cluster.
///
/// @param name as the cluster has it, after kustomizations have renamed it
/// @param namespace where one is stated, by itself or by a kustomization
/// @param renaming what was done to its name, and so to those of the objects that it mentions
/// @param source where its name is written
record Manifest(
        ApiKind type,
        String name,
        Optional<Value.Scalar> namespace,
        Renaming renaming,
        Value.Mapping body,
        SourceLocation source) {
    private static final String UNSTATED = "default";

    /// What it is looked up by: a missing namespace is the default one.
    Key key() {
        return new Key(namespaceOrDefault(), name);
    }

    String namespaceOrDefault() {
        return namespace.map(Value.Scalar::text).orElse(UNSTATED);
    }

    /// The name, with the namespace before it where one is stated.
    String id() {
        return namespace.map(stated -> stated.text() + "/" + name).orElse(name);
    }

    /// A name within a namespace.
    record Key(String namespace, String name) {
        Key renamed(Renaming renaming) {
            return new Key(namespace, renaming.of(name));
        }
    }
}
