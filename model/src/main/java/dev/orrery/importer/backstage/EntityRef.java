package dev.orrery.importer.backstage;

import java.util.Locale;

/// The identity of an entity; compared without regard to case, as Backstage does.
record EntityRef(String kind, String namespace, String name) implements Comparable<EntityRef> {
    static final String DEFAULT_NAMESPACE = "default";
    static final String COMPONENT = "component";
    static final String RESOURCE = "resource";
    static final String API = "api";
    static final String SYSTEM = "system";
    static final String DOMAIN = "domain";
    static final String GROUP = "group";

    EntityRef {
        kind = kind.toLowerCase(Locale.ROOT);
        namespace = namespace.toLowerCase(Locale.ROOT);
        name = name.toLowerCase(Locale.ROOT);
    }

    boolean is(String wanted) {
        return kind.equals(wanted);
    }

    boolean isService() {
        return is(COMPONENT) || is(RESOURCE);
    }

    /// In which something may lie.
    boolean isEnclosing() {
        return is(COMPONENT) || is(SYSTEM) || is(DOMAIN);
    }

    @Override
    public int compareTo(EntityRef other) {
        return toString().compareTo(other.toString());
    }

    /// The full reference: `component:default/orders`.
    @Override
    public String toString() {
        return kind + ":" + namespace + "/" + name;
    }
}
