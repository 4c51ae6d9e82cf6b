package dev.orrery.revision;

import java.io.IOException;
import java.util.Locale;

/// One object of a repository, whole.
final class GitObject {
    /// Larger ones are no text that anybody reads.
    static final int LARGEST = 64 << 20;

    /// The numbers are those of pack files.
    enum Type {
        COMMIT(1),
        TREE(2),
        BLOB(3),
        TAG(4);

        private final int number;

        Type(int number) {
            this.number = number;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Type of(int number) throws IOException {
            for (Type type : values()) {
                if (type.number == number) {
                    return type;
                }
            }
            throw new IOException("no object has the type " + number);
        }

        static Type of(String word) throws IOException {
            for (Type type : values()) {
                if (type.word().equals(word)) {
                    return type;
                }
            }
            throw new IOException("no object has the type " + word);
        }
    }

    private final Type type;
    private final byte[] content;

    /// @param content not changed any more by anybody
    GitObject(Type type, byte[] content) {
        this.type = type;
        this.content = content;
    }

    Type type() {
        return type;
    }

    byte[] content() {
        return content;
    }

    static int checked(long size) throws IOException {
        if (size < 0 || size > LARGEST) {
            throw new IOException("an object of " + size + " bytes is too large");
        }
        return (int) size;
    }

    GitObject of(Type expected) throws IOException {
        if (type != expected) {
            throw new IOException("a " + type.word() + " where a " + expected.word() + " should be");
        }
        return this;
    }
}
