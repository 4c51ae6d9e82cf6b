package dev.orrery.revision;

import dev.orrery.importer.Loaded;
import dev.orrery.text.Messages;
import java.util.List;

/// What became of reading opened files as they were at a revision.
public sealed interface RevisionReading {
    /// @param loaded as if the files on the disk had been those of the revision
    record Read(Revision revision, Loaded loaded) implements RevisionReading {}

    /// @param code its sentence is `revision.refused.<code>`
    record Refused(String code, List<String> arguments) implements RevisionReading {
        public Refused {
            arguments = List.copyOf(arguments);
        }

        /// The sentence for people.
        public String message() {
            return Messages.of("revision.refused." + code, arguments);
        }
    }
}
