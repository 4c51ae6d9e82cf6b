package dev.orrery.app.runtime;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/// Runs on the FX thread: at once where this is it, later otherwise.
public final class FxExecutor implements Executor {
    @Override
    public void execute(Runnable work) {
        if (Platform.isFxApplicationThread()) {
            work.run();
        } else {
            Platform.runLater(work);
        }
    }
}
