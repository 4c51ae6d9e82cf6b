package dev.orrery.session;

import dev.orrery.diagram.Lens;
import dev.orrery.diagram.Spotlight;
import dev.orrery.health.Attention;
import dev.orrery.health.HealthBoard;
import dev.orrery.query.Expression;
import dev.orrery.query.ExpressionReader;
import dev.orrery.query.Filter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How the picture is looked at, whatever is on it: by which filter and through which lens. No row of the undo list.
///
/// @param typed the expression as somebody wrote it
/// @param filter that expression, asked of what is open
/// @param hides whether what is not meant is left out, and not only dimmed
/// @param lens what colour means
/// @param marks which findings are marked
public record Aspect(String typed, Filter filter, boolean hides, Lens lens, MarkedFindings marks) {
    /// Everything, by health.
    public static final Aspect PLAIN = new Aspect("", Filter.EVERYTHING, false, Lens.HEALTH);

    /// With errors and warnings marked.
    public Aspect(String typed, Filter filter, boolean hides, Lens lens) {
        this(typed, filter, hides, lens, MarkedFindings.SEVERE);
    }

    public Expression expression() {
        return filter.expression();
    }

    /// What is in the light now.
    Spotlight spotlight(HealthBoard board, Attention attention, Instant now) {
        return filter.isEverything()
                ? Spotlight.EVERYTHING
                : new Spotlight.Services(filter.matching(board, attention, now));
    }

    Aspect filteredBy(String expression, @Nullable Opened opened) {
        return expression.equals(typed) ? this : new Aspect(expression, read(expression, opened), hides, lens, marks);
    }

    /// The same of something else, or of the same as it is now.
    Aspect over(@Nullable Opened opened) {
        return filter.isEverything() ? this : new Aspect(typed, read(typed, opened), hides, lens, marks);
    }

    Aspect hiding(boolean changed) {
        return new Aspect(typed, filter, changed, lens, marks);
    }

    Aspect through(Lens other) {
        return new Aspect(typed, filter, hides, other, marks);
    }

    Aspect marking(MarkedFindings other) {
        return new Aspect(typed, filter, hides, lens, other);
    }

    private static Filter read(String typed, @Nullable Opened opened) {
        return opened == null
                ? Filter.EVERYTHING
                : Filter.of(ExpressionReader.read(typed).expression(), opened.pictured(), opened.graph());
    }
}
