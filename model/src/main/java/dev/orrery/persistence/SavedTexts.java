package dev.orrery.persistence;

import dev.orrery.descriptor.Decoded;
import dev.orrery.descriptor.SourceText;
import dev.orrery.importer.SourceFile;
import dev.orrery.importer.WorkspaceMerge;
import dev.orrery.session.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes edited texts into their files: all of them or, as far as the disk lets it, none.
public final class SavedTexts {
    private final AtomicFile files;

    public SavedTexts(AtomicFile files) {
        this.files = files;
    }

    /// @param sources what the files are known to hold
    /// @param texts what they are to hold
    /// @return that all is done, or the first file that was not written
    public Written write(List<SourceFile> sources, Texts texts) {
        List<SourceFile> done = new ArrayList<>();
        for (SourceFile source : sources) {
            String content = texts.contents().get(source.text().file());
            if (content == null || content.equals(source.text().content())) {
                continue;
            }
            Written written = write(source, content);
            if (!written.isDone()) {
                done.reversed().forEach(earlier -> takeBack(earlier, texts));
                return written;
            }
            done.add(source);
        }
        return new Written.Done(
                done.isEmpty() ? sources.getFirst().path() : done.getFirst().path());
    }

    private Written write(SourceFile source, String content) {
        return WorkspaceMerge.isWorkspace(source)
                ? workspace(source, content)
                : files.write(
                        source.path(),
                        new SourceText(source.text().file(), content).encode(),
                        source.text().encode());
    }

    /// A workspace is written by several: pins and scenarios at once, edits when they are saved. One that says nothing
    /// is no file.
    private Written workspace(SourceFile source, String content) {
        String name = source.text().file();
        Optional<SourceText> disk = onDisk(source);
        Optional<String> merged =
                disk.flatMap(theirs -> WorkspaceMerge.of(source.text().content(), content, theirs.content()));
        if (disk.isEmpty() || merged.isEmpty()) {
            return new Written.Changed(source.path());
        }
        byte[] expected = disk.get().encode();
        return merged.get().isEmpty()
                ? files.remove(source.path(), expected)
                : files.write(source.path(), new SourceText(name, merged.get()).encode(), expected);
    }

    /// What the file holds now, nothing where there is none; empty where it cannot be read.
    private static Optional<SourceText> onDisk(SourceFile source) {
        String name = source.text().file();
        if (Files.notExists(source.path())) {
            return Optional.of(new SourceText(name, ""));
        }
        try {
            return SourceText.decode(name, Files.readAllBytes(source.path())) instanceof Decoded.Text(SourceText text)
                    ? Optional.of(text)
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /// Where nobody wrote into it since.
    private void takeBack(SourceFile written, Texts texts) {
        String content = texts.contents().get(written.text().file());
        if (WorkspaceMerge.isWorkspace(written)) {
            workspace(
                    written.withContent(content == null ? "" : content),
                    written.text().content());
            return;
        }
        files.write(
                written.path(),
                written.text().encode(),
                new SourceText(written.text().file(), content == null ? "" : content).encode());
    }
}
