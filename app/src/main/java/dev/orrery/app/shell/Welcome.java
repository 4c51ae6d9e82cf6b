package dev.orrery.app.shell;

import dev.orrery.diagram.Diagram;
import java.nio.file.Path;
import java.util.function.Consumer;

/// A sample on the welcome page.
///
/// @param file opened when it is chosen
/// @param picture calls back on the FX thread once its diagram has been made
public record Welcome(String id, String title, String summary, Path file, Consumer<Consumer<Diagram>> picture) {}
