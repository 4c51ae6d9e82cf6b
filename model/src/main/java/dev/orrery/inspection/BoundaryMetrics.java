package dev.orrery.inspection;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Figures of one boundary, over everything in it at any depth; or of a whole topology, where nothing is outside.
///
/// The couplings are those of Robert C. Martin (*OO Design Quality Metrics*, 1994), with services in the place of
/// classes. A dependency counts once, whatever its evidence; what a policy merely allows does not count, and
/// neither does one whose target nothing defines.
///
/// @param boundary its id; null for the whole
/// @param services inside
/// @param inside dependencies from a service inside to another one inside
/// @param afferent Ca: services outside that need one inside
/// @param efferent Ce: services inside that need one outside
/// @param in calls that come across its border
/// @param out calls that go across its border
/// @param sharedStores databases and caches that services both inside and outside use for data, sorted
/// @param teams owners of the services inside, sorted
public record BoundaryMetrics(
        @Nullable String boundary,
        int services,
        int inside,
        int afferent,
        int efferent,
        Crossings in,
        Crossings out,
        SortedSet<String> sharedStores,
        SortedSet<String> teams) {

    public BoundaryMetrics {
        sharedStores = Collections.unmodifiableSortedSet(new TreeSet<>(sharedStores));
        teams = Collections.unmodifiableSortedSet(new TreeSet<>(teams));
    }

    /// Dependencies across a border, by their kinds.
    public record Crossings(int sync, int async, int data) {
        public static final Crossings NONE = new Crossings(0, 0, 0);

        public int all() {
            return sync + async + data;
        }
    }

    /// Dependencies across its border, in either direction.
    public int across() {
        return in.all() + out.all();
    }

    /// inside / (inside + across): which part of what its services have to do with others stays inside, from 0 to
    /// 1; NaN where they have nothing to do with anybody.
    public double cohesion() {
        return ratio(inside, inside + across());
    }

    /// I = Ce / (Ca + Ce): 0 for what others lean on and what leans on nobody, 1 for the opposite; NaN where
    /// nothing goes across.
    public double instability() {
        return ratio(efferent, afferent + efferent);
    }

    private static double ratio(int part, int whole) {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }
}
