package dev.orrery.app.source;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.LineNumberFactory;
import org.fxmisc.richtext.util.UndoUtils;
import org.jspecify.annotations.Nullable;

/// An editor of plain lines with their numbers. It keeps no history of its own: undo is that of the session.
final class SourceArea extends CodeArea {
    private static final Collection<String> MARKED = List.of("marked");
    /// Lines above what is revealed.
    private static final int ABOVE = 3;

    private Stated.@Nullable Lines marked;
    private boolean byProgram;

    /// @param typed told of every change by hand
    /// @param moved told of the line, counted from 0, to which the caret was moved by hand
    /// @param undo told to undo, or else to redo
    SourceArea(Runnable typed, IntConsumer moved, Consumer<Boolean> undo) {
        setId("source-area");
        getStyleClass().add("source-area");
        setUndoManager(UndoUtils.noOpUndoManager());
        setParagraphGraphicFactory(LineNumberFactory.get(this));
        plainTextChanges().subscribe(_ -> {
            if (!byProgram) {
                typed.run();
            }
        });
        currentParagraphProperty().addListener((_, _, line) -> {
            if (!byProgram && isFocused()) {
                moved.accept(line);
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean undoes = new Stroke(KeyCode.Z, false).match(event);
            boolean redoes = new Stroke(KeyCode.Z, true).match(event) || new Stroke(KeyCode.Y, false).match(event);
            if (undoes || redoes) {
                undo.accept(undoes);
                event.consume();
            }
        });
    }

    /// @param another whether it is the text of another file, which is shown from its beginning
    void show(String text, boolean another) {
        if (text.equals(getText())) {
            return;
        }
        byProgram = true;
        try {
            int caret = getCaretPosition();
            marked = null;
            replaceText(text);
            moveTo(another ? 0 : Math.min(caret, text.length()));
        } finally {
            byProgram = false;
        }
    }

    /// Marks these lines alone.
    ///
    /// @param lines null for none
    void mark(Stated.@Nullable Lines lines, boolean reveal) {
        byProgram = true;
        try {
            paint(marked, List.of());
            marked = lines;
            paint(marked, MARKED);
            if (lines != null && reveal && lines.first() < getParagraphs().size()) {
                moveTo(lines.first(), 0);
                showParagraphAtTop(Math.max(0, lines.first() - ABOVE));
            }
        } finally {
            byProgram = false;
        }
    }

    private void paint(Stated.@Nullable Lines lines, Collection<String> style) {
        if (lines != null) {
            int last = Math.min(lines.last(), getParagraphs().size() - 1);
            for (int line = lines.first(); line <= last; line++) {
                setParagraphStyle(line, style);
            }
        }
    }

    private record Stroke(KeyCode code, boolean shifted) {
        boolean match(KeyEvent event) {
            return event.getCode() == code
                    && event.isShortcutDown()
                    && event.isShiftDown() == shifted
                    && !event.isAltDown();
        }
    }
}
