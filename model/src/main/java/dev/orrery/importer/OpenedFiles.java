package dev.orrery.importer;

import dev.orrery.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The files behind what a person opened, and the root that bounds them.
interface OpenedFiles {
    /// A file that may be a descriptor.
    record Candidate(Path path, SourceFile.Role role) {}

    Path root();

    List<Candidate> files();

    /// What lies in an opened folder and is not looked into.
    List<FileReading> passedOver();

    List<Problem> problems();

    /// Reads a candidate; empty for XML that a folder holds and that is neither a graph nor a bill of materials.
    Optional<SourceFile> read(Candidate candidate);

    /// A file beside a descriptor, if it exists and really lies inside the root.
    Optional<SourceFile> side(String file);

    /// The files in a folder and below that may be descriptors or parts of one, if the folder really
    /// lies inside the root.
    List<String> below(String folder);
}
