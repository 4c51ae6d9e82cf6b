package dev.orrery.comparison;

import java.util.ArrayList;
import java.util.List;

/// Two services that may be one.
///
/// @param name likeness of the names, 0 to 1
/// @param neighbours the weight of the neighbours that both have in that of those that either has; 0 where there
///     are none
/// @param shared the neighbours that both have
/// @param isAlone whether neither has a neighbour, so that neighbours say nothing
/// @param stated how far what is stated agrees
record Candidate(
        String old,
        String now,
        double name,
        double neighbours,
        List<String> shared,
        boolean isAlone,
        Statements.Common stated) {
    private static final double NAME = 0.4;
    private static final double NEIGHBOURS = 0.4;
    private static final double STATED = 0.2;
    private static final double ENOUGH = 0.35;

    double likeness() {
        double known = NAME * name + STATED * stated.share();
        return isAlone ? known / (NAME + STATED) : known + NEIGHBOURS * neighbours;
    }

    /// Whether two agreements speak for it, or one of them and something that no other service states; or several
    /// neighbours alone.
    boolean isEnough() {
        boolean byNameAndMore = name >= 0.6 && (neighbours >= 0.3 || stated.share() >= 0.6);
        boolean byPeculiarity = stated.isPeculiar() && (name >= 0.4 || neighbours >= 0.4);
        return likeness() >= ENOUGH && (byNameAndMore || byPeculiarity || isEnoughByNeighbours());
    }

    private boolean isEnoughByNeighbours() {
        boolean isAkin = stated.share() >= 0.3 && stated.fields().size() >= 2;
        return isAkin ? neighbours >= 0.4 && shared.size() >= 2 : neighbours >= 0.5 && shared.size() >= 3;
    }

    Rename rename() {
        List<Agreement> agreements = new ArrayList<>();
        if (name >= NameLikeness.WORTH_NAMING) {
            agreements.add(new Agreement(Agreement.Term.NAME, name, List.of()));
        }
        if (!shared.isEmpty()) {
            agreements.add(new Agreement(Agreement.Term.NEIGHBOURS, neighbours, shared));
        }
        if (!stated.fields().isEmpty()) {
            agreements.add(new Agreement(Agreement.Term.STATED, stated.share(), stated.fields()));
        }
        return new Rename(old, now, likeness(), agreements);
    }
}
