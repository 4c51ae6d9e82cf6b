package dev.orrery.session;

import dev.orrery.importer.Loaded;
import dev.orrery.importer.SourceFile;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The texts of all files that a topology was read from, at one moment. An edit makes new texts; those that it does not
/// touch are the same strings.
///
/// @param contents by file, as in a location
public record Texts(SortedMap<String, String> contents) {
    public static final Texts NONE = new Texts(new TreeMap<>());

    public Texts {
        contents = Collections.unmodifiableSortedMap(new TreeMap<>(contents));
    }

    /// What was read; files that could not be are left out.
    public static Texts of(Loaded loaded) {
        return of(loaded.files());
    }

    /// What was read; files that could not be are left out.
    static Texts of(List<SourceFile> sources) {
        TreeMap<String, String> contents = new TreeMap<>();
        sources.stream()
                .filter(SourceFile::isRead)
                .forEach(source ->
                        contents.put(source.text().file(), source.text().content()));
        return new Texts(contents);
    }

    /// The files with these texts; what these do not have is as it was read.
    public List<SourceFile> in(List<SourceFile> sources) {
        return sources.stream()
                .map(source -> {
                    String content = contents.get(source.text().file());
                    return content == null || content.equals(source.text().content())
                            ? source
                            : source.withContent(content);
                })
                .toList();
    }

    /// The files whose texts are not those of the others, or that only one of the two has.
    public SortedSet<String> differing(Texts others) {
        TreeSet<String> differing = new TreeSet<>();
        contents.forEach((file, content) -> {
            if (!content.equals(others.contents.get(file))) {
                differing.add(file);
            }
        });
        others.contents.keySet().stream()
                .filter(file -> !contents.containsKey(file))
                .forEach(differing::add);
        return differing;
    }

    /// The same, with what others say of some files.
    Texts with(Texts others, Iterable<String> files) {
        TreeMap<String, String> mixed = new TreeMap<>(contents);
        for (String file : files) {
            String content = others.contents.get(file);
            if (content == null) {
                mixed.remove(file);
            } else {
                mixed.put(file, content);
            }
        }
        return new Texts(mixed);
    }

    /// The same, with other contents of some files.
    public Texts with(Map<String, String> changed) {
        TreeMap<String, String> mixed = new TreeMap<>(contents);
        mixed.putAll(changed);
        return new Texts(mixed);
    }

    /// The texts are compared by what they say; where they are the same strings that takes no time.
    @Override
    public boolean equals(Object other) {
        return other instanceof Texts(SortedMap<String, String> others) && Objects.equals(contents, others);
    }

    @Override
    public int hashCode() {
        return contents.keySet().hashCode();
    }
}
