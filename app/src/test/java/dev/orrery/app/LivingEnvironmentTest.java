package dev.orrery.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.orrery.app.sample.Samples;
import dev.orrery.health.Health;
import dev.orrery.health.ServiceHealth;
import dev.orrery.persistence.DataFolder;
import dev.orrery.session.Action;
import dev.orrery.session.Session;
import dev.orrery.session.Watching;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// The window whole, over two real servers: one where the service is declared, one where it runs as staging.
@ExtendWith(ApplicationExtension.class)
class LivingEnvironmentTest {
    private static final long PATIENCE = 60;

    @TempDir
    Path folder;

    private final Place declared = new Place(200);
    private final Place staging = new Place(429);
    private @Nullable Wiring wiring;

    LivingEnvironmentTest() throws IOException {}

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(folder.resolve("shop"));
        Files.writeString(
                folder.resolve("shop/shop.yaml"),
                "topology: Shop\nservices: {web: {health: {url: \"" + declared.url() + "/health\", interval: 1s}}}\n");
        Files.writeString(
                folder.resolve("shop/orrery.workspace.yaml"),
                "environments: {staging: {services: {\"*\": \"" + staging.url() + "\"}}}\n");
    }

    @AfterEach
    void stop() throws Exception {
        close();
        declared.server.stop(0);
        staging.server.stop(0);
    }

    @Test
    void aSwitchAsksElsewhereAfterLeaveAndIsRememberedWithIt() throws Exception {
        open();
        await(session -> session.watching() instanceof Watching.NeedsLeave);
        dispatch(new Action.Allow(now().missing()));
        await(session -> is(session, Health.UP));
        assertThat(staging.asked).hasValue(0);

        dispatch(new Action.SwitchEnvironment("staging"));
        assertThat(now().watching()).isInstanceOf(Watching.NeedsLeave.class);
        assertThat(is(now(), Health.PENDING)).isTrue();
        assertThat(staging.asked).as("not before leave is given").hasValue(0);
        dispatch(new Action.Allow(now().missing()));
        await(session -> is(session, Health.DEGRADED));
        int askedAsDeclared = declared.asked.get();
        close();

        open();
        await(session -> is(session, Health.DEGRADED));
        assertThat(Objects.requireNonNull(now().opened()).title()).isEqualTo("Shop · staging");
        assertThat(declared.asked).as("nobody asked there any more").hasValue(askedAsDeclared);
    }

    private void open() throws Exception {
        wiring = WaitForAsyncUtils.asyncFx(() -> new Wiring(
                        WindowRequest.of(List.of(folder.resolve("shop"))),
                        new DataFolder(folder.resolve("data")),
                        Samples.bundled(null, folder.resolve("samples")),
                        InstantSource.system(),
                        () -> {}))
                .get(PATIENCE, TimeUnit.SECONDS);
    }

    private void close() throws Exception {
        Wiring old = wiring;
        wiring = null;
        if (old != null) {
            WaitForAsyncUtils.asyncFx(old::close).get(PATIENCE, TimeUnit.SECONDS);
        }
    }

    private Wiring wired() {
        return Objects.requireNonNull(wiring);
    }

    private Session now() throws Exception {
        return WaitForAsyncUtils.asyncFx(() -> wired().store().session()).get(PATIENCE, TimeUnit.SECONDS);
    }

    private void dispatch(Action action) throws Exception {
        WaitForAsyncUtils.asyncFx(() -> wired().store().dispatch(action)).get(PATIENCE, TimeUnit.SECONDS);
    }

    private void await(Predicate<Session> holds) throws Exception {
        CompletableFuture<Void> held = new CompletableFuture<>();
        WaitForAsyncUtils.asyncFx(() -> wired().store().show(session -> {
                    if (holds.test(session)) {
                        held.complete(null);
                    }
                }))
                .get(PATIENCE, TimeUnit.SECONDS);
        held.get(PATIENCE, TimeUnit.SECONDS);
    }

    private static boolean is(Session session, Health health) {
        ServiceHealth stands = session.board().service("web");
        return stands != null && stands.health() == health;
    }

    /// Somewhere that the service runs.
    private static final class Place {
        private final HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        private final AtomicInteger asked = new AtomicInteger();

        Place(int status) throws IOException {
            server.createContext("/health", exchange -> {
                asked.incrementAndGet();
                byte[] body = "ok".getBytes(UTF_8);
                exchange.sendResponseHeaders(status, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort();
        }
    }
}
