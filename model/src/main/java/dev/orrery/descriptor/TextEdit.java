package dev.orrery.descriptor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// One splice: what stands from `start` up to `end` becomes `text`; every other character stays.
///
/// @param start in UTF-16 units into the text before any edit
/// @param end not before `start`; equal to it where something is only put in
public record TextEdit(int start, int end, String text) implements Comparable<TextEdit> {
    private static final Comparator<TextEdit> ORDER =
            Comparator.comparingInt(TextEdit::start).thenComparingInt(TextEdit::end);

    public TextEdit {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("no span: " + start + " to " + end);
        }
    }

    /// Puts a text in, and takes nothing away.
    static TextEdit insert(int at, String text) {
        return new TextEdit(at, at, text);
    }

    static TextEdit delete(int start, int end) {
        return new TextEdit(start, end, "");
    }

    /// The text after all edits.
    ///
    /// @param edits sorted, each beginning where the one before ends or later
    /// @throws IllegalArgumentException where they overlap
    public static String apply(String content, List<TextEdit> edits) {
        StringBuilder edited = new StringBuilder(content.length());
        int at = 0;
        for (TextEdit edit : edits) {
            if (edit.start() < at) {
                throw new IllegalArgumentException("edits overlap at " + edit.start());
            }
            edited.append(content, at, edit.start()).append(edit.text());
            at = edit.end();
        }
        return edited.append(content, at, content.length()).toString();
    }

    /// The edits that take the edited text back to what it was.
    public static List<TextEdit> inverse(String content, List<TextEdit> edits) {
        List<TextEdit> back = new ArrayList<>();
        int shift = 0;
        for (TextEdit edit : edits) {
            int start = edit.start() + shift;
            back.add(new TextEdit(start, start + edit.text().length(), content.substring(edit.start(), edit.end())));
            shift += edit.text().length() - (edit.end() - edit.start());
        }
        return List.copyOf(back);
    }

    @Override
    public int compareTo(TextEdit other) {
        return ORDER.compare(this, other);
    }
}
