package dev.orrery.session;

import dev.orrery.descriptor.SourceText;
import dev.orrery.edit.InspectionText;
import dev.orrery.importer.SourceFile;
import dev.orrery.problem.Severity;
import dev.orrery.text.Messages;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// What people say about inspections. It stands in the workspace, and to write it there is an edit like others.
final class InspectionUpdate {
    private InspectionUpdate() {}

    static Next suppress(Session session, Action.Suppress action) {
        return written(
                session,
                text -> InspectionText.suppress(
                        text,
                        action.finding().rule(),
                        action.finding().subjects(),
                        action.because().strip()),
                Messages.of("edit.suppress", action.finding().rule()));
    }

    static Next weigh(Session session, Action.Weigh action) {
        String word = action.severity().map(Severity::word).orElse("off");
        return written(
                session,
                text -> InspectionText.weigh(text, action.rule(), action.severity()),
                Messages.of("edit.weigh", action.rule(), word));
    }

    static Next freeze(Session session) {
        Opened opened = session.opened();
        return opened == null
                ? Next.of(session)
                : Next.of(
                        session,
                        new Effect.KeepBaseline(
                                opened.loaded().baseline(),
                                opened.inspections().ordered(),
                                opened.loaded().inspections().baseline()));
    }

    private static Next written(Session session, Function<SourceText, InspectionText.Outcome> edit, String name) {
        Opened opened = session.opened();
        if (opened == null) {
            return Next.of(session);
        }
        Optional<SourceFile> workspace = workspace(session, opened.loaded().workspaces());
        if (workspace.isEmpty()) {
            return Next.of(session.withNotice(Messages.of("notice.no-workspace")));
        }
        String file = workspace.get().text().file();
        String content = session.undo()
                .present()
                .texts()
                .contents()
                .getOrDefault(file, workspace.get().text().content());
        return switch (edit.apply(new SourceText(file, content))) {
            case InspectionText.Outcome.Done(String next) -> EditingUpdate.write(session, file, next, name);
            case InspectionText.Outcome.Refused(var refusal) ->
                Next.of(session.withNotice(Messages.of("notice.workspace-refused", file, refusal.message())));
        };
    }

    private static Optional<SourceFile> workspace(Session session, Set<Path> places) {
        return session.editing().sources().stream()
                .filter(source -> places.contains(source.path()))
                .findFirst();
    }
}
