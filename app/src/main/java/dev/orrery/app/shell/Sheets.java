package dev.orrery.app.shell;

import dev.orrery.app.action.Attended;
import dev.orrery.app.action.Performer;
import dev.orrery.app.attention.AcknowledgeForm;
import dev.orrery.app.attention.MaintenanceForm;
import dev.orrery.app.parts.Sheet;
import dev.orrery.app.settings.AboutView;
import dev.orrery.app.settings.LogView;
import dev.orrery.app.settings.PreferencesForm;
import dev.orrery.app.settings.SecretsPage;
import dev.orrery.app.settings.ShortcutsSheet;
import dev.orrery.persistence.Settings;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import java.time.ZoneId;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;

/// What the sheet over the window shows, one at a time.
final class Sheets {
    private final Sheet sheet;
    private final Performer performer;
    private final Surroundings surroundings;
    private final Consumer<String> copy;
    private final Consumer<Settings> changed;

    /// @param copy puts text on the clipboard
    /// @param changed told of settings that hold from now on
    Sheets(
            Sheet sheet,
            Performer performer,
            Surroundings surroundings,
            Consumer<String> copy,
            Consumer<Settings> changed) {
        this.sheet = sheet;
        this.performer = performer;
        this.surroundings = surroundings;
        this.copy = copy;
        this.changed = changed;
    }

    void preferences() {
        open(
                "action.preferences",
                () -> new PreferencesForm(
                        surroundings.settings(),
                        next -> {
                            surroundings.change(next);
                            changed.accept(next);
                        },
                        surroundings::forgetTrust,
                        this::secrets));
    }

    void secrets() {
        SecretsPage page = new SecretsPage(surroundings.secrets());
        open("action.secrets", () -> page);
        page.first().requestFocus();
    }

    void log() {
        open("action.log", () -> new LogView(surroundings::log, copy));
    }

    void about() {
        open("action.about", () -> new AboutView(surroundings.version()));
    }

    void shortcuts() {
        open("action.shortcuts", ShortcutsSheet::new);
    }

    void acknowledge() {
        Attended.of(performer.session().get()).ifPresent(attended -> {
            AcknowledgeForm form = new AcknowledgeForm(
                    attended, performer.session(), ZoneId.systemDefault(), performer.dispatch(), sheet::close);
            sheet.open(Messages.of("attention.acknowledge.title", Untrusted.oneLine(attended.name(), 60)), () -> form);
            form.firstField().requestFocus();
        });
    }

    void maintenance() {
        Attended.of(performer.session().get()).ifPresent(attended -> {
            MaintenanceForm form = new MaintenanceForm(
                    attended, performer.session(), ZoneId.systemDefault(), performer.dispatch(), sheet::close);
            sheet.open(Messages.of("attention.maintenance.title", Untrusted.oneLine(attended.name(), 60)), () -> form);
            form.firstField().requestFocus();
        });
    }

    private void open(String titleKey, Supplier<? extends Node> content) {
        sheet.open(Messages.of(titleKey), content);
    }
}
