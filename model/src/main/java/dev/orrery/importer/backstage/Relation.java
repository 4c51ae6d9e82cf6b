package dev.orrery.importer.backstage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A way in which one entity speaks of another.
///
/// @param key of the spec, or the type of a relation
/// @param defaultKind of what it refers to, where the reference does not say; null where it has to
/// @param isReversed whether what is referred to is the one that needs, provides, consumes or lies inside
/// @param rule of the dependencies that follow from it
record Relation(String key, Meaning meaning, @Nullable String defaultKind, boolean isReversed, String rule) {

    enum Meaning {
        NEEDS,
        PROVIDES,
        CONSUMES,
        LIES_IN
    }

    static final String DEPENDS_ON = "backstage.dependsOn";
    static final String DEPENDENCY_OF = "backstage.dependencyOf";
    static final String CONSUMES_API = "backstage.consumesApi";
    private static final String NONE = "";

    /// As people write them.
    static final List<Relation> OF_SPEC = List.of(
            new Relation("dependsOn", Meaning.NEEDS, null, false, DEPENDS_ON),
            new Relation("dependencyOf", Meaning.NEEDS, null, true, DEPENDENCY_OF),
            new Relation("providesApis", Meaning.PROVIDES, EntityRef.API, false, NONE),
            new Relation("consumesApis", Meaning.CONSUMES, EntityRef.API, false, CONSUMES_API),
            new Relation("subcomponentOf", Meaning.LIES_IN, EntityRef.COMPONENT, false, NONE),
            new Relation("system", Meaning.LIES_IN, EntityRef.SYSTEM, false, NONE),
            new Relation("domain", Meaning.LIES_IN, EntityRef.DOMAIN, false, NONE),
            new Relation("subdomainOf", Meaning.LIES_IN, EntityRef.DOMAIN, false, NONE));

    /// As the API answers them, always with full references.
    static final List<Relation> OF_ANSWER = List.of(
            new Relation("dependsOn", Meaning.NEEDS, null, false, DEPENDS_ON),
            new Relation("dependencyOf", Meaning.NEEDS, null, true, DEPENDENCY_OF),
            new Relation("providesApi", Meaning.PROVIDES, EntityRef.API, false, NONE),
            new Relation("apiProvidedBy", Meaning.PROVIDES, EntityRef.COMPONENT, true, NONE),
            new Relation("consumesApi", Meaning.CONSUMES, EntityRef.API, false, CONSUMES_API),
            new Relation("apiConsumedBy", Meaning.CONSUMES, EntityRef.COMPONENT, true, CONSUMES_API),
            new Relation("partOf", Meaning.LIES_IN, EntityRef.SYSTEM, false, NONE),
            new Relation("hasPart", Meaning.LIES_IN, EntityRef.COMPONENT, true, NONE));
}
