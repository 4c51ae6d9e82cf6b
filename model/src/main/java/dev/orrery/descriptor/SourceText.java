package dev.orrery.descriptor;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orrery.problem.Problem;
import dev.orrery.topology.SourceLocation;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.function.IntFunction;

/// The text of one file. A byte order mark stays in it, so that encoding it again gives the very bytes that were read.
///
/// @param file the path relative to the root, with `/`
public record SourceText(String file, String content) {
    /// Larger files are refused, in bytes: a topology of 10,000 services takes 2 MB.
    public static final int LARGEST = 10 * 1024 * 1024;

    /// Decodes a file's bytes strictly as UTF-8.
    public static Decoded decode(String file, byte[] bytes) {
        if (bytes.length > LARGEST) {
            return tooLarge(file);
        }
        if (looksLikeUtf16(bytes)) {
            return new Decoded.Refused(Problem.error("utf-16", SourceLocation.startOf(file)));
        }
        CharsetDecoder decoder = UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        SourceText read = new SourceText(file, out.flip().toString());
        if (result.isError()) {
            String found = String.format("0x%02X", bytes[in.position()] & 0xff);
            return new Decoded.Refused(Problem.error("not-utf-8", read.locate(read.content.length()), found));
        }
        return new Decoded.Text(read);
    }

    /// The answer for a file of more than [#LARGEST] bytes, which need not be read at all.
    public static Decoded tooLarge(String file) {
        return new Decoded.Refused(
                Problem.error("file-too-large", SourceLocation.startOf(file), (LARGEST >> 20) + " MB"));
    }

    public byte[] encode() {
        return content.getBytes(UTF_8);
    }

    /// The place of an offset in UTF-16 units. For more than a few, ask [#places] or [SourceTree#locate] instead.
    public SourceLocation locate(int offset) {
        return new Lines(content).locate(file, offset);
    }

    /// The places of many offsets, for which the lines are looked up once.
    public IntFunction<SourceLocation> places() {
        Lines lines = new Lines(content);
        return offset -> lines.locate(file, offset);
    }

    private static boolean looksLikeUtf16(byte[] bytes) {
        return bytes.length >= 2
                && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
                        || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE));
    }
}
