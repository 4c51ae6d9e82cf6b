package dev.orrery.app.runtime;

import java.time.InstantSource;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/// Sends what the program logs through [System.Logger] to the one [LogBook], from `INFO` on. Found by the JDK through
/// its service file.
public final class LogFinder extends System.LoggerFinder {
    private static final LogBook BOOK = new LogBook(InstantSource.system());

    /// The log of this process.
    public static LogBook book() {
        return BOOK;
    }

    @Override
    public System.Logger getLogger(String name, Module module) {
        return new BookLogger(name);
    }

    private record BookLogger(String name) implements System.Logger {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public boolean isLoggable(Level level) {
            return level.getSeverity() >= Level.INFO.getSeverity();
        }

        @Override
        public void log(
                Level level, @Nullable ResourceBundle bundle, @Nullable String words, @Nullable Throwable thrown) {
            if (isLoggable(level)) {
                BOOK.write(level, name, thrown == null ? String.valueOf(words) : words + ": " + told(thrown));
            }
        }

        @Override
        public void log(
                Level level, @Nullable ResourceBundle bundle, @Nullable String format, @Nullable Object... parameters) {
            if (isLoggable(level)) {
                String words = String.valueOf(format);
                boolean plain = parameters == null || parameters.length == 0;
                BOOK.write(level, name, plain ? words : java.text.MessageFormat.format(words, parameters));
            }
        }

        private static String told(Throwable thrown) {
            StringBuilder told = new StringBuilder(thrown.toString());
            for (StackTraceElement frame : thrown.getStackTrace()) {
                if (frame.getClassName().startsWith("dev.orrery.")) {
                    told.append(" at ").append(frame);
                }
            }
            return told.toString();
        }
    }
}
