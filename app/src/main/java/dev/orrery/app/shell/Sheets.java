package dev.orrery.app.shell;

import dev.orrery.app.action.Attended;
import dev.orrery.app.action.Editable;
import dev.orrery.app.action.Performer;
import dev.orrery.app.attention.AcknowledgeForm;
import dev.orrery.app.attention.MaintenanceForm;
import dev.orrery.app.comparing.CompareForm;
import dev.orrery.app.editing.AddBoundaryForm;
import dev.orrery.app.editing.AddServiceForm;
import dev.orrery.app.editing.AnnotateForm;
import dev.orrery.app.editing.ConnectForm;
import dev.orrery.app.editing.DescribeForm;
import dev.orrery.app.editing.DescribeSeveralForm;
import dev.orrery.app.editing.EditForm;
import dev.orrery.app.editing.MendForm;
import dev.orrery.app.editing.MoveForm;
import dev.orrery.app.editing.RenameForm;
import dev.orrery.app.editing.SaveForm;
import dev.orrery.app.editing.SuggestForm;
import dev.orrery.app.editing.SuppressForm;
import dev.orrery.app.parts.Sheet;
import dev.orrery.app.settings.AboutView;
import dev.orrery.app.settings.LogView;
import dev.orrery.app.settings.PreferencesForm;
import dev.orrery.app.settings.SecretsPage;
import dev.orrery.app.settings.ShortcutsSheet;
import dev.orrery.app.tour.NoteForm;
import dev.orrery.app.tour.ViewForm;
import dev.orrery.app.whatif.KeepForm;
import dev.orrery.app.whatif.ScenariosForm;
import dev.orrery.app.whatif.SupposeForm;
import dev.orrery.graph.NodeId;
import dev.orrery.guide.NamedView;
import dev.orrery.inspection.Finding;
import dev.orrery.persistence.Settings;
import dev.orrery.session.Action;
import dev.orrery.session.Excursion;
import dev.orrery.session.Mend;
import dev.orrery.session.Opened;
import dev.orrery.session.Session;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Pair;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

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

    /// A what-if is kept as a scenario; nothing of it is written into the files that were opened.
    void save() {
        if (performer.session().get().excursion() instanceof Excursion.WhatIf) {
            keepScenario();
            return;
        }
        SaveForm form = new SaveForm(performer, sheet::close);
        sheet.open(Messages.of("editing.save.title"), () -> form);
        form.first().requestFocus();
    }

    void addService() {
        Session session = performer.session().get();
        topology()
                .ifPresent(topology -> edit(
                        Messages.of("editing.add-service.title"),
                        new AddServiceForm(topology, around(session), performer, sheet::close)));
    }

    void addBoundary() {
        Session session = performer.session().get();
        List<String> members =
                Editable.services(session).stream().map(Service::id).toList();
        topology()
                .ifPresent(topology -> edit(
                        members.isEmpty()
                                ? Messages.of("editing.add-boundary.title")
                                : title(
                                        "add-boundary.around",
                                        Editable.name(session).orElseThrow()),
                        new AddBoundaryForm(members, around(session), performer, sheet::close)));
    }

    void connect() {
        Editable.service(performer.session().get())
                .ifPresent(service -> topology()
                        .ifPresent(topology -> edit(
                                title("connect", service.name()),
                                ConnectForm.more(service.id(), topology, performer, sheet::close))));
    }

    void retarget(Pair ends) {
        topology()
                .ifPresent(topology -> edit(
                        Messages.of(
                                "editing.retarget.title",
                                Untrusted.oneLine(topology.nameOf(ends.from()), 40),
                                Untrusted.oneLine(topology.nameOf(ends.to()), 40)),
                        ConnectForm.instead(ends, topology, performer, sheet::close)));
    }

    void annotate(Pair ends) {
        topology()
                .ifPresent(topology -> topology.dependency(ends.from(), ends.to())
                        .ifPresent(dependency -> edit(
                                Messages.of(
                                        "editing.annotate.title",
                                        Untrusted.oneLine(topology.nameOf(ends.from()), 40),
                                        Untrusted.oneLine(topology.nameOf(ends.to()), 40)),
                                new AnnotateForm(dependency, performer, sheet::close))));
    }

    void describe() {
        Session session = performer.session().get();
        List<Service> services = Editable.services(session);
        Editable.service(session)
                .ifPresent(service ->
                        edit(title("describe", service.name()), new DescribeForm(service, performer, sheet::close)));
        if (services.size() > 1) {
            edit(
                    title("describe", Messages.of("selected.services", Integer.toString(services.size()))),
                    new DescribeSeveralForm(services, performer, sheet::close));
        }
    }

    void rename() {
        selected((node, name) -> edit(title("rename", name), new RenameForm(node, performer, sheet::close)));
    }

    void move() {
        Session session = performer.session().get();
        List<NodeId> nodes = new ArrayList<>();
        Editable.services(session).forEach(service -> nodes.add(NodeId.service(service.id())));
        Editable.boundaries(session).forEach(boundary -> nodes.add(NodeId.boundary(boundary.id())));
        Editable.name(session)
                .ifPresent(name -> topology()
                        .ifPresent(topology ->
                                edit(title("move", name), new MoveForm(nodes, topology, performer, sheet::close))));
    }

    /// What may be done about what is looked at.
    void mend() {
        mend(Mend.of(performer.session().get()));
    }

    void mend(List<Mend> mends) {
        Opened opened = performer.session().get().opened();
        if (opened != null && !mends.isEmpty()) {
            edit(
                    Messages.of("editing.mend.title"),
                    new MendForm(mends, opened.written(), opened.loaded().inspections(), performer, sheet::close));
        }
    }

    /// Nobody can guess an owner, or who calls whom.
    void byHand(Finding finding) {
        performer.dispatch().accept(new Action.ShowFinding(finding));
        if (finding.rule().equals("isolated-service")) {
            connect();
        } else {
            describe();
        }
    }

    void suppress(Finding finding) {
        SuppressForm form = new SuppressForm(finding, performer, sheet::close);
        sheet.open(Messages.of("editing.suppress.title"), () -> form);
        form.first().requestFocus();
    }

    void suggest() {
        Opened opened = performer.session().get().opened();
        if (opened != null) {
            Topology topology = opened.written();
            edit(
                    Messages.of("editing.suggest.title"),
                    new SuggestForm(
                            topology,
                            () -> surroundings.coChange(opened.paths(), topology),
                            surroundings::aside,
                            performer,
                            sheet::close));
        }
    }

    /// Of what is selected; with nothing selected, what is kept.
    void whatIf() {
        Session session = performer.session().get();
        if (session.opened() == null) {
            return;
        }
        Topology now = session.opened().topology();
        Editable.service(session)
                .map(service -> NodeId.service(service.id()))
                .or(() -> Editable.boundary(session).map(boundary -> NodeId.boundary(boundary.id())))
                .ifPresentOrElse(
                        node -> {
                            SupposeForm form = new SupposeForm(node, now, performer, sheet::close);
                            String name = node.of() == NodeId.Of.SERVICE
                                    ? now.nameOf(node.id())
                                    : now.boundary(node.id())
                                            .map(Boundary::name)
                                            .orElse(node.id());
                            sheet.open(Messages.of("suppose.title", Untrusted.oneLine(name, 60)), () -> form);
                            form.first().requestFocus();
                        },
                        this::scenarios);
    }

    void scenarios() {
        ScenariosForm form = new ScenariosForm(performer, sheet::close);
        open("scenarios.title", () -> form);
        form.first().requestFocus();
    }

    void compare(CompareForm.Outside outside) {
        CompareForm form = new CompareForm(performer, outside, sheet::close);
        open("compare.title", () -> form);
        form.first().requestFocus();
    }

    void keepScenario() {
        KeepForm form = new KeepForm(performer, sheet::close);
        open("what-if.keep.title", () -> form);
        form.first().requestFocus();
    }

    void note() {
        NodeId selected = performer.session().get().selected();
        String name = name(performer.session().get(), selected);
        NoteForm form = new NoteForm(selected, performer, sheet::close);
        sheet.open(
                selected == null
                        ? Messages.of("tour.note.title.topology")
                        : Messages.of("tour.note.title", Untrusted.oneLine(name, 60)),
                () -> form);
        form.first().requestFocus();
    }

    /// @param known the view of which the words are changed; empty for a new one of what is seen
    /// @param seen gives what is seen to the words of a view
    void view(Optional<NamedView> known, UnaryOperator<NamedView> seen) {
        ViewForm form = new ViewForm(known, seen, performer, sheet::close);
        sheet.open(Messages.of(known.isPresent() ? "tour.view.title.change" : "tour.view.title"), () -> form);
        form.first().requestFocus();
    }

    private void edit(String title, EditForm form) {
        sheet.open(title, () -> form);
        form.first().requestFocus();
    }

    private static String title(String key, String name) {
        return Messages.of("editing." + key + ".title", Untrusted.oneLine(name, 60));
    }

    private static String name(Session session, @Nullable NodeId node) {
        Opened opened = session.opened();
        if (opened == null || node == null) {
            return "";
        }
        return node.of() == NodeId.Of.BOUNDARY
                ? opened.pictured().boundary(node.id()).map(Boundary::name).orElse(node.id())
                : opened.pictured().nameOf(node.id());
    }

    /// The service or boundary that is selected, with its name.
    private void selected(BiConsumer<NodeId, String> use) {
        Session session = performer.session().get();
        Editable.service(session).ifPresent(service -> use.accept(NodeId.service(service.id()), service.name()));
        Editable.boundary(session).ifPresent(boundary -> use.accept(NodeId.boundary(boundary.id()), boundary.name()));
    }

    /// The boundary in which something new is likely to be: the one that is selected, or around all that is.
    private static @Nullable String around(Session session) {
        Set<Optional<String>> boundaries = Editable.services(session).stream()
                .map(service -> Optional.ofNullable(service.boundary()))
                .collect(Collectors.toSet());
        return Editable.boundary(session)
                .map(Boundary::id)
                .or(() -> boundaries.size() == 1 ? boundaries.iterator().next() : Optional.empty())
                .orElse(null);
    }

    private Optional<Topology> topology() {
        return Optional.ofNullable(performer.session().get().opened()).map(Opened::written);
    }

    private void open(String titleKey, Supplier<? extends Node> content) {
        sheet.open(Messages.of(titleKey), content);
    }
}
