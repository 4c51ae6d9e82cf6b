package dev.orrery.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orrery.json.Json;
import dev.orrery.json.JsonReader;
import dev.orrery.json.JsonWriter;
import dev.orrery.json.ParsedJson;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A JSON object in the data folder. Keys that this version does not know survive; a broken file is set aside under
/// another name before a new one is begun.
final class KeptJson {
    private static final int LARGEST = 4 * 1024 * 1024;
    private static final int MOST_ASIDE = 100;

    private final Path file;
    private final AtomicFile files;

    KeptJson(Path file, AtomicFile files) {
        this.file = file;
        this.files = files;
    }

    /// @param notice what is to be said about the file, as a sentence
    record Content(Json.Obj object, Optional<String> notice) {}

    Content read() {
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            return new Content(Json.object(), Optional.empty());
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                return broken(Messages.of("file.too-large"));
            }
            return switch (JsonReader.read(new String(bytes, UTF_8))) {
                case ParsedJson.Whole(Json.Obj object) -> new Content(object, Optional.empty());
                case ParsedJson.Whole _ -> broken(Messages.of("file.no-object"));
                case ParsedJson.Broken(String why, int line, int column) -> broken(line + ":" + column + ": " + why);
            };
        } catch (IOException failed) {
            return new Content(
                    Json.object(),
                    Optional.of(
                            Messages.of("file.unread", Untrusted.oneLine(file.toString()), AtomicFile.words(failed))));
        }
    }

    /// Puts the members in the place of those of the same name and leaves the others.
    Written write(List<Json.Member> members) {
        Path folder = file.getParent();
        Optional<String> missing = folder == null ? Optional.empty() : DataFolder.ensure(folder);
        if (missing.isPresent()) {
            return new Written.Refused(file, missing.get());
        }
        Content old = read();
        if (old.notice().isPresent() && !setAside()) {
            return new Written.Refused(file, old.notice().get());
        }
        List<Json.Member> merged = new ArrayList<>();
        for (Json.Member member : old.object().members()) {
            if (members.stream().noneMatch(newer -> newer.name().equals(member.name()))) {
                merged.add(member);
            }
        }
        merged.addAll(members);
        return put(new Json.Obj(merged));
    }

    /// Puts an object in the place of the whole file, whatever that holds; its folder must be there.
    Written put(Json.Obj whole) {
        byte[] text = (JsonWriter.pretty(whole) + "\n").getBytes(UTF_8);
        // What could not be read again is not written.
        return text.length > LARGEST
                ? AtomicFile.refused(file, Messages.of("file.too-large"))
                : files.write(file, text);
    }

    private Content broken(String why) {
        return new Content(
                Json.object(),
                Optional.of(Messages.of("file.broken", Untrusted.oneLine(file.toString()), Untrusted.oneLine(why))));
    }

    /// Gives the file another name, under which it stays.
    ///
    /// @return false where that failed
    boolean setAside() {
        for (int at = 1; at <= MOST_ASIDE; at++) {
            Path aside = file.resolveSibling(file.getFileName() + ".broken-" + at);
            if (Files.notExists(aside, LinkOption.NOFOLLOW_LINKS)) {
                try {
                    Files.move(file, aside);
                    return true;
                } catch (IOException failed) {
                    return false;
                }
            }
        }
        return false;
    }
}
