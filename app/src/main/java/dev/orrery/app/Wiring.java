package dev.orrery.app;

import dev.orrery.app.runtime.Browser;
import dev.orrery.app.runtime.EffectRunner;
import dev.orrery.app.runtime.FxExecutor;
import dev.orrery.app.runtime.Inbox;
import dev.orrery.app.runtime.KeptFiles;
import dev.orrery.app.runtime.LogFinder;
import dev.orrery.app.runtime.Probing;
import dev.orrery.app.runtime.Remembering;
import dev.orrery.app.runtime.Store;
import dev.orrery.app.sample.Samples;
import dev.orrery.app.settings.SecretKeeping;
import dev.orrery.app.shell.Delay;
import dev.orrery.app.shell.MainWindow;
import dev.orrery.app.shell.Surroundings;
import dev.orrery.health.Pace;
import dev.orrery.history.DayStrip;
import dev.orrery.layout.HubShelf;
import dev.orrery.layout.LayoutEngine;
import dev.orrery.layout.layered.LayeredEngine;
import dev.orrery.layout.steady.SteadyEngine;
import dev.orrery.persistence.AtomicFile;
import dev.orrery.persistence.DataFolder;
import dev.orrery.persistence.SecretList;
import dev.orrery.persistence.SecretsFile;
import dev.orrery.persistence.Settings;
import dev.orrery.persistence.SettingsFile;
import dev.orrery.persistence.TrustFile;
import dev.orrery.persistence.Written;
import dev.orrery.revision.CoChanges;
import dev.orrery.revision.Revision;
import dev.orrery.revision.Revisions;
import dev.orrery.session.Action;
import dev.orrery.session.Opened;
import dev.orrery.session.Session;
import dev.orrery.suggestion.CoChange;
import dev.orrery.topology.Topology;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Puts one window together: made in this order, closed in reverse. FX thread only.
public final class Wiring implements AutoCloseable {
    private final Deque<AutoCloseable> made = new ArrayDeque<>();
    private final Store store;
    private final MainWindow window;
    private final LiveSettings settings;
    private final Remembering remembering;
    private final FxExecutor fx = new FxExecutor();

    /// To choose from; any other can be named.
    private static final int MOST_REVISIONS = 40;

    /// @param quit called when the user ends the program from inside the window
    public Wiring(WindowRequest request, DataFolder data, Samples samples, InstantSource clock, Runnable quit) {
        ExecutorService background = made(Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("orrery-background").factory()));
        ExecutorService diagrams = made(Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("orrery-diagrams").factory()));
        ExecutorService aside = made(Executors.newCachedThreadPool(
                Thread.ofPlatform().daemon().name("orrery-aside-", 1).factory()));
        SettingsFile settingsFile = new SettingsFile(data, AtomicFile.ownerOnly());
        SettingsFile.Read kept = settingsFile.read();
        AtomicReference<@Nullable Store> target = new AtomicReference<>();
        remembering = new Remembering(
                data.histories(),
                request::historyOf,
                clock,
                fx,
                words -> fx.execute(() -> {
                    Store there = target.get();
                    if (there != null) {
                        there.dispatch(new Action.Told(words));
                    }
                }));
        Consumer<Action> dispatch = new Inbox(fx, actions -> {
            Store there = target.get();
            if (there != null) {
                actions.forEach(remembering::hear);
                there.dispatch(actions);
            }
        });
        settings = new LiveSettings(
                settingsFile, kept.settings(), background, words -> dispatch.accept(new Action.Told(words)));
        AtomicReference<String> editor = new AtomicReference<>("");
        settings.follow(next -> editor.set(next.editor() == null ? "" : next.editor()));
        LayoutEngine engine = new SteadyEngine(new HubShelf(new LayeredEngine()));
        EffectRunner.Needs needs = new EffectRunner.Needs(
                new KeptFiles(data, request::historyIn, samples::hold),
                request.trustForThisRun(),
                request.endpoints(),
                engine,
                trust -> made(new Probing(trust, new SecretsFile(data, System::getenv), clock)),
                editor::get,
                clock);
        EffectRunner runner = made(new EffectRunner(needs, dispatch));
        store = new Store(Session.startingAt(clock.instant()), runner);
        target.set(store);
        made(remembering);
        made(() -> target.set(null));
        store.show(remembering::see);

        // Before the window is made: reading and the layout go on meanwhile, and no welcome page is drawn for nothing.
        settings.follow(next -> store.dispatch(new Action.SetPace(pace(request, next))));
        if (!request.paths().isEmpty()) {
            store.dispatch(new Action.Open(request.paths()));
        }
        window = new MainWindow(
                store::session,
                store::dispatch,
                surroundings(diagrams, aside, clock, data, background, dispatch, quit),
                new SamplePictures(samples, engine, background, fx).all(),
                Delay.onClock());
        store.show(window::render);
        store.show(this::rememberWhatIsOpen);
        kept.notice().ifPresent(words -> store.dispatch(new Action.Told(words)));
    }

    public MainWindow window() {
        return window;
    }

    public Store store() {
        return store;
    }

    LiveSettings settings() {
        return settings;
    }

    @Override
    public void close() {
        while (!made.isEmpty()) {
            try {
                made.pop().close();
            } catch (Exception failure) {
                System.getLogger(Wiring.class.getName()).log(System.Logger.Level.WARNING, "not closed", failure);
            }
        }
    }

    private <T extends AutoCloseable> T made(T part) {
        made.push(part);
        return part;
    }

    private void rememberWhatIsOpen(Session session) {
        Opened opened = session.opened();
        if (opened != null && !opened.loaded().sources().isEmpty()) {
            for (Path path : opened.paths().reversed()) {
                if (!settings.settings().recent().contains(path.toAbsolutePath().normalize())) {
                    settings.change(settings.settings().withOpened(path));
                }
            }
        }
    }

    /// The setting is meant for checks that state no interval; those that do keep their proportion to it.
    private static Pace pace(WindowRequest request, Settings settings) {
        if (request.interval() != null) {
            return new Pace.Every(request.interval());
        }
        double asked = settings.interval().toMillis();
        return new Pace.Stretched(asked / Settings.DEFAULT.interval().toMillis());
    }

    private Surroundings surroundings(
            ExecutorService diagrams,
            ExecutorService aside,
            InstantSource clock,
            DataFolder data,
            ExecutorService background,
            Consumer<Action> dispatch,
            Runnable quit) {
        return new Surroundings() {
            @Override
            public void browse(URI link) {
                background.execute(() -> {
                    try {
                        Browser.open(link);
                    } catch (IOException failure) {
                        dispatch.accept(new Action.Told(String.valueOf(failure.getMessage())));
                    }
                });
            }

            @Override
            public void lastDay(String service, int checks, Consumer<DayStrip> then) {
                remembering.day(service, checks, then);
            }

            @Override
            public void revisions(List<Path> paths, Consumer<List<Revision>> then) {
                background.execute(() -> {
                    List<Revision> found = Revisions.touching(paths, MOST_REVISIONS, background::isShutdown);
                    fx.execute(() -> then.accept(found));
                });
            }

            @Override
            public Executor worker() {
                return diagrams;
            }

            @Override
            public <T> void aside(Supplier<T> work, Consumer<T> then) {
                aside.execute(() -> {
                    T result = work.get();
                    fx.execute(() -> then.accept(result));
                });
            }

            @Override
            public CoChange coChange(List<Path> opened, Topology topology) {
                return new CoChanges(clock, CoChanges.USUAL_COMMITS, CoChanges.USUAL_TIME)
                        .read(opened, topology, () -> Thread.currentThread().isInterrupted());
            }

            @Override
            public void quit() {
                quit.run();
            }

            @Override
            public List<String> log() {
                return LogFinder.book().lines();
            }

            @Override
            public Settings settings() {
                return settings.settings();
            }

            @Override
            public void change(Settings next) {
                settings.change(next);
            }

            @Override
            public void forgetTrust() {
                background.execute(() -> {
                    if (new TrustFile(data, AtomicFile.ownerOnly()).forgetAll() instanceof Written.Refused refused) {
                        dispatch.accept(new Action.Told(refused.why()));
                    }
                });
            }

            @Override
            public SecretKeeping secrets() {
                return new SecretKeeping(new SecretList(data, System::getenv), background, fx);
            }

            @Override
            public String version() {
                return Version.current();
            }
        };
    }
}
