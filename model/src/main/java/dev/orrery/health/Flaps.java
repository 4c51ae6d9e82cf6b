package dev.orrery.health;

/// How restless the newest answers of a check were.
///
/// @param changes one bit for each of the newest answers, the newest highest; set where it said
///     something else than the one before
/// @param flapping true from when there were too many changes until there are few again
/// @param worst that was said while it flaps; `UP` while it does not
public record Flaps(int changes, boolean flapping, Health worst) {
    /// So many answers are looked back at.
    public static final int WINDOW = 20;

    public static final Flaps NONE = new Flaps(0, false, Health.UP);

    /// With one more answer.
    ///
    /// @param changed whether it said something else than the one before
    Flaps next(boolean changed, Health said, FlapPolicy policy) {
        int shifted = (changes >>> 1) | (changed ? 1 << (WINDOW - 1) : 0);
        double percent = policy.percent(shifted);
        boolean now = flapping ? percent >= policy.leaveBelow() : percent > policy.enterAbove();
        Health seen = now ? (flapping ? worst.worse(said) : said) : Health.UP;
        return new Flaps(shifted, now, seen);
    }
}
