package dev.orrery.persistence;

import dev.orrery.descriptor.SourceText;
import dev.orrery.importer.SourceFile;
import dev.orrery.session.Texts;
import java.util.ArrayList;
import java.util.List;

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
            Written written = files.write(
                    source.path(),
                    new SourceText(source.text().file(), content).encode(),
                    source.text().encode());
            if (!written.isDone()) {
                done.reversed().forEach(earlier -> takeBack(earlier, texts));
                return written;
            }
            done.add(source);
        }
        return new Written.Done(
                done.isEmpty() ? sources.getFirst().path() : done.getFirst().path());
    }

    /// Where nobody wrote into it since.
    private void takeBack(SourceFile written, Texts texts) {
        String content = texts.contents().get(written.text().file());
        files.write(
                written.path(),
                written.text().encode(),
                new SourceText(written.text().file(), content == null ? "" : content).encode());
    }
}
