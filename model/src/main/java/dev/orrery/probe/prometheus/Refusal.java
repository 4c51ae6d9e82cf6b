package dev.orrery.probe.prometheus;

import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import java.io.IOException;
import java.util.Set;

/// The server answered, but not the question.
final class Refusal extends IOException {
    private static final long serialVersionUID = 1;
    private static final int LONGEST = 160;
    /// Of the kinds of errors that the API knows, those that asking again may get over.
    private static final Set<String> PASSING = Set.of("timeout", "canceled", "unavailable", "internal");

    private final boolean passing;

    /// @param words for people, harmless
    /// @param passing whether it may be over the next time, or something is not set up right
    private Refusal(String words, boolean passing) {
        super(words);
        this.passing = passing;
    }

    static Refusal ofStatus(int status) {
        return new Refusal(
                Messages.of("prometheus.status", Integer.toString(status)),
                status >= 500 || status == 429 || status == 408);
    }

    static Refusal ofError(String kind, String error) {
        return new Refusal(Untrusted.oneLine(error, LONGEST), PASSING.contains(kind));
    }

    static Refusal notAnAnswer(String why) {
        return new Refusal(Messages.of("prometheus.not-an-answer", Untrusted.oneLine(why, LONGEST)), false);
    }

    static Refusal tooLong() {
        return new Refusal(
                Messages.of("prometheus.too-long", Integer.toString(Api.LONGEST_ANSWER / (1024 * 1024))), false);
    }

    boolean isPassing() {
        return passing;
    }

    String words() {
        return String.valueOf(getMessage());
    }
}
