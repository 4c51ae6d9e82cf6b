package dev.orrery.app.runtime;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The user's command for opening a place in an editor, split into words.
///
/// Words are separated by spaces; double quotes keep spaces together. `%f` stands for the file, `%l` for the line and
/// `%c` for the column, both counted from 1. The file is put into a word as it is: no shell ever sees it.
public final class EditorCommand {
    private EditorCommand() {}

    /// The words to start a process with; without a `%f` anywhere the file is added at the end.
    ///
    /// @return empty for a blank command
    public static List<String> words(String command, Path file, int line, int column) {
        List<String> words = new ArrayList<>();
        boolean namesFile = false;
        for (String word : split(command)) {
            namesFile |= word.contains("%f");
            words.add(word.replace("%l", Integer.toString(line))
                    .replace("%c", Integer.toString(column))
                    .replace("%f", file.toString()));
        }
        if (!words.isEmpty() && !namesFile) {
            words.add(file.toString());
        }
        return List.copyOf(words);
    }

    private static List<String> split(String command) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        boolean started = false;
        for (int at = 0; at < command.length(); at++) {
            char letter = command.charAt(at);
            if (letter == '"') {
                quoted = !quoted;
                started = true;
            } else if (letter == ' ' && !quoted) {
                if (started) {
                    words.add(word.toString());
                }
                word.setLength(0);
                started = false;
            } else {
                word.append(letter);
                started = true;
            }
        }
        if (started) {
            words.add(word.toString());
        }
        return words;
    }
}
