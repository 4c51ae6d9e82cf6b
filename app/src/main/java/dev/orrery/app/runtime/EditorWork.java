package dev.orrery.app.runtime;

import dev.orrery.session.Action;
import dev.orrery.session.Effect;
import dev.orrery.text.Messages;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Starts the user's editor and lets it go.
final class EditorWork {
    private final Supplier<String> command;
    private final Consumer<Action> answer;

    /// @param command as in the preferences, asked each time; blank where none is set
    EditorWork(Supplier<String> command, Consumer<Action> answer) {
        this.command = command;
        this.answer = answer;
    }

    void open(Effect.OpenEditor effect) {
        List<String> words = EditorCommand.words(command.get(), effect.file(), effect.line(), effect.column());
        if (words.isEmpty()) {
            answer.accept(new Action.Told(Messages.of("notice.no-editor")));
            return;
        }
        try {
            Process editor = new ProcessBuilder(words)
                    .redirectInput(Redirect.PIPE)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            editor.getOutputStream().close();
        } catch (IOException failure) {
            answer.accept(new Action.Told(Messages.of("notice.editor-failed", String.valueOf(failure.getMessage()))));
        }
    }
}
