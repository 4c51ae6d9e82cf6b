package dev.orrery.app.sample;

import dev.orrery.descriptor.Binding;
import dev.orrery.descriptor.Resolver;
import dev.orrery.descriptor.SourceText;
import dev.orrery.descriptor.SourceTree;
import dev.orrery.descriptor.SourceTreeReader;
import dev.orrery.descriptor.Value;
import dev.orrery.export.NativeText;
import dev.orrery.topology.Topology;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Knows the samples and where to find their files.
public final class Samples {
    /// The one that `demo` opens.
    public static final String FIRST = "booking-microservices";

    private static final String FOLDER = "/dev/orrery/samples/";
    private static final String INDEX = "index.yaml";

    private final List<Sample> all;
    private final @Nullable Path sources;
    private final Path copies;

    private Samples(List<Sample> all, @Nullable Path sources, Path copies) {
        this.all = all;
        this.sources = sources;
        this.copies = copies;
    }

    /// @param sources the folder of samples among Orrery's own sources; null where it runs from elsewhere
    /// @param copies where to copy samples to where there are no sources; need not exist
    public static Samples bundled(@Nullable Path sources, Path copies) {
        SourceText index = new SourceText(INDEX, new String(resource(INDEX), StandardCharsets.UTF_8));
        boolean inPlace = sources != null && Files.isDirectory(sources);
        return new Samples(read(index), inPlace ? sources : null, copies);
    }

    /// Smallest first.
    public List<Sample> all() {
        return all;
    }

    public Optional<Sample> find(String id) {
        return all.stream().filter(sample -> sample.id().equals(id)).findFirst();
    }

    /// The sample as a file or folder that can be opened; copied or generated anew where it is not opened in place.
    public Path path(Sample sample) throws IOException {
        if (sample.generated()) {
            Path made = place(sample);
            copy(sample.workspace());
            return locked(made, NativeText.of(Retailer.topology()).getBytes(StandardCharsets.UTF_8));
        }
        if (sources != null) {
            return sources.resolve(sample.file());
        }
        // Its tour may go on in those beside it, or compare it with them.
        for (Sample beside : all) {
            if (!beside.generated() && folder(beside).equals(folder(sample))) {
                copy(beside);
            }
        }
        return copies.resolve(sample.file());
    }

    private Path folder(Sample sample) {
        return copies.resolve(sample.workspace()).normalize().resolveSibling("");
    }

    private void copy(Sample sample) throws IOException {
        for (String file : sample.files()) {
            copy(file);
        }
        copy(sample.workspace());
    }

    private void copy(String file) throws IOException {
        locked(copies.resolve(file), resource(file));
    }

    /// It is written anew whenever it is opened, so nothing is to be saved there: it cannot be written by others.
    private static Path locked(Path copy, byte[] content) throws IOException {
        Files.createDirectories(copy.getParent());
        Files.deleteIfExists(copy);
        Files.write(copy, content);
        if (!copy.toFile().setReadOnly()) {
            System.getLogger(Samples.class.getName()).log(System.Logger.Level.DEBUG, "{0} can be written", copy);
        }
        return copy;
    }

    /// Where [#path] finds or puts the sample.
    public Path place(Sample sample) {
        return (sources == null || sample.generated() ? copies : sources).resolve(sample.file());
    }

    /// Whether a folder holds bundled samples.
    public boolean hold(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        return Stream.of(Optional.ofNullable(sources), Optional.of(copies))
                .flatMap(Optional::stream)
                .anyMatch(root -> absolute.startsWith(root.toAbsolutePath().normalize()));
    }

    /// A generated sample without its file.
    public static Topology generated(Sample sample) {
        if (!sample.generated()) {
            throw new IllegalArgumentException("it is a file: " + sample.id());
        }
        return Retailer.topology();
    }

    private static byte[] resource(String file) {
        try (InputStream in = Samples.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its sample " + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the sample " + file, e);
        }
    }

    private static List<Sample> read(SourceText index) {
        Binding binding = new Binding(problem -> {
            throw new IllegalStateException(problem.source() + ": " + problem.message());
        });
        SourceTree tree = SourceTreeReader.read(index);
        Value list = Resolver.resolve(tree, tree.documents().getFirst(), binding::report)
                .orElseThrow();
        return binding.items(INDEX, list).stream()
                .map(item -> binding.mapping(INDEX, item).orElseThrow())
                .map(item -> new Sample(
                        binding.text(item, "id").orElseThrow(),
                        binding.text(item, "title").orElseThrow(),
                        binding.text(item, "summary").orElseThrow(),
                        binding.text(item, "file").orElseThrow(),
                        item.get("holds").stream()
                                .flatMap(held -> binding.items("holds", held).stream())
                                .flatMap(held -> binding.text("holds", held).stream())
                                .toList(),
                        binding.text(item, "generated").isPresent(),
                        binding.text(item, "style").orElseThrow()))
                .toList();
    }
}
