package dev.orrery.diagram;

import dev.orrery.topology.Dependency;
import dev.orrery.topology.Pair;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// What of the picture is in the light; the rest steps back.
public sealed interface Spotlight {
    Spotlight EVERYTHING = new Everything();

    /// @param service id of a service, or of a missing target
    boolean lights(String service);

    boolean lights(Dependency dependency);

    /// Nothing steps back.
    record Everything() implements Spotlight {
        @Override
        public boolean lights(String service) {
            return true;
        }

        @Override
        public boolean lights(Dependency dependency) {
            return true;
        }
    }

    /// These, and the dependencies between two of them.
    ///
    /// @param ids of services and missing targets; where none is there, everything steps back
    record Services(SortedSet<String> ids) implements Spotlight {
        public Services {
            ids = Collections.unmodifiableSortedSet(new TreeSet<>(ids));
        }

        public Services(Collection<String> ids) {
            this(new TreeSet<>(ids));
        }

        @Override
        public boolean lights(String service) {
            return ids.contains(service);
        }

        @Override
        public boolean lights(Dependency dependency) {
            return ids.contains(dependency.from()) && ids.contains(dependency.to());
        }
    }

    /// These services, and of the dependencies only these.
    ///
    /// @param dependencies by their ends; where none is named, all between two of the services
    record Part(Set<String> ids, Set<Pair> dependencies) implements Spotlight {
        public Part {
            ids = Set.copyOf(ids);
            dependencies = Set.copyOf(dependencies);
        }

        @Override
        public boolean lights(String service) {
            return ids.contains(service);
        }

        @Override
        public boolean lights(Dependency dependency) {
            return dependencies.isEmpty()
                    ? ids.contains(dependency.from()) && ids.contains(dependency.to())
                    : dependencies.contains(new Pair(dependency.from(), dependency.to()));
        }
    }

    /// A path: these services, and only the dependencies of each on the next.
    ///
    /// @param ids in the order of the path
    record Way(List<String> ids) implements Spotlight {
        public Way {
            ids = List.copyOf(ids);
        }

        @Override
        public boolean lights(String service) {
            return ids.contains(service);
        }

        @Override
        public boolean lights(Dependency dependency) {
            for (int i = 1; i < ids.size(); i++) {
                if (ids.get(i - 1).equals(dependency.from()) && ids.get(i).equals(dependency.to())) {
                    return true;
                }
            }
            return false;
        }
    }
}
