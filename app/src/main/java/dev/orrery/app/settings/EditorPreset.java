package dev.orrery.app.settings;

import java.util.List;

/// A well-known editor and the command by which it opens a file at a place.
///
/// @param name a proper name, the same in every language
record EditorPreset(String name, String command) {
    static final List<EditorPreset> ALL = List.of(
            new EditorPreset("Visual Studio Code", "code --goto %f:%l:%c"),
            new EditorPreset("IntelliJ IDEA", "idea --line %l --column %c %f"),
            new EditorPreset("Sublime Text", "subl %f:%l:%c"),
            new EditorPreset("Zed", "zed %f:%l:%c"),
            new EditorPreset("Kate", "kate --line %l --column %c %f"),
            new EditorPreset("GVim", "gvim +%l %f"),
            new EditorPreset("Emacs", "emacsclient --no-wait +%l:%c %f"));

    @Override
    public String toString() {
        return name;
    }
}
