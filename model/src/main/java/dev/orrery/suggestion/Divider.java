package dev.orrery.suggestion;

import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/// Divides the services of a topology as it is wished. Those that are to be together are one thing from the beginning.
final class Divider {
    /// Four steps from one resolution to its double.
    private static final int STEPS = 4;

    private static final double ABOUT = 0.97;

    private final List<String> services;
    private final Map<String, Integer> things = new HashMap<>();
    private final Ties ties;
    private final Wishes wishes;

    Divider(Topology topology, Closeness closeness, Wishes wishes) {
        this.services =
                topology.services().stream().map(service -> service.id()).toList();
        this.wishes = wishes;
        Map<String, String> leaders = leaders();
        int next = 0;
        for (String service : services) {
            if (leaders.getOrDefault(service, service).equals(service)) {
                things.put(service, next++);
            }
        }
        leaders.forEach((service, leader) -> things.put(service, things.getOrDefault(leader, 0)));
        Ties.Collected collected = new Ties.Collected(next);
        closeness.sums().forEach((couple, weight) -> collected.tie(thing(couple.one()), thing(couple.other()), weight));
        for (Couple couple : wishes.apart()) {
            if (things.containsKey(couple.one()) && things.containsKey(couple.other())) {
                collected.keepApart(thing(couple.one()), thing(couple.other()));
            }
        }
        this.ties = collected.ties();
    }

    private int thing(String service) {
        return things.getOrDefault(service, 0);
    }

    /// Of each service that is to be with others the first of them.
    private Map<String, String> leaders() {
        Map<String, String> leaders = new HashMap<>();
        Set<String> known = Set.copyOf(services);
        for (SortedSet<String> set : wishes.together()) {
            String leader = null;
            List<String> members = new ArrayList<>();
            for (String service : set) {
                if (known.contains(service) && members.stream().noneMatch(member -> isApart(member, service))) {
                    members.add(service);
                }
            }
            for (String member : members) {
                String already = leaders.get(member);
                leader = leader == null ? (already == null ? member : already) : leader;
                if (already == null) {
                    leaders.put(member, leader);
                } else {
                    String other = leader;
                    leaders.replaceAll((_, its) -> its.equals(already) ? other : its);
                }
            }
        }
        return leaders;
    }

    private boolean isApart(String one, String other) {
        return !one.equals(other) && wishes.apart().contains(new Couple(one, other));
    }

    /// @param resolution at which it was found
    /// @param groups of services, each sorted, in the order of their first
    record Divided(double resolution, List<List<String>> groups) {}

    Divided divided() {
        Double wished = wishes.resolution();
        double resolution = wished == null ? steadiest() : wished;
        Division division = new DivisionSearch(ties, resolution).best();
        List<List<String>> groups = new ArrayList<>();
        division.members().forEach(_ -> groups.add(new ArrayList<>()));
        services.forEach(
                service -> groups.get(division.groups()[thing(service)]).add(service));
        return new Divided(resolution, groups);
    }

    /// The one around which divisions stay most alike, up to twice and half of it; of those that put most services
    /// beside others, and no more than half of them together.
    private double steadiest() {
        int steps = 1 + (int) Math.round(STEPS * Math.log(Wishes.FINEST / Wishes.COARSEST) / Math.log(2));
        List<Division> divisions = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            divisions.add(new DivisionSearch(ties, resolution(step)).best());
        }
        double[] steadiness = new double[steps];
        for (int step = 0; step < steps; step++) {
            steadiness[step] = isUseful(divisions.get(step)) ? steadiness(divisions, step) : 0;
        }
        double most = Arrays.stream(steadiness).max().orElse(0);
        for (int step = 0; most > 0 && step < steps; step++) {
            // Of those that are about as steady the coarsest: fewer boundaries are easier to live with.
            if (steadiness[step] >= ABOUT * most) {
                return resolution(step);
            }
        }
        return 1;
    }

    private static double steadiness(List<Division> divisions, int step) {
        double alike = 0;
        for (int near = Math.max(0, step - STEPS); near <= Math.min(divisions.size() - 1, step + STEPS); near++) {
            alike += divisions.get(near).likeness(divisions.get(step));
        }
        return alike;
    }

    private static double resolution(int step) {
        return Wishes.COARSEST * StrictMath.pow(2, step / (double) STEPS);
    }

    private static boolean isUseful(Division division) {
        int things = division.groups().length;
        long alone =
                division.members().stream().filter(group -> group.size() == 1).count();
        int largest = division.members().stream().mapToInt(List::size).max().orElse(0);
        return division.count() > 1 && 2 * alone <= things && 2 * largest <= things;
    }
}
