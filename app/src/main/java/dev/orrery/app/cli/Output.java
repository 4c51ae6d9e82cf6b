package dev.orrery.app.cli;

import dev.orrery.json.Json;
import dev.orrery.json.JsonWriter;
import java.io.PrintWriter;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/// How a command answers, and the answering.
final class Output {
    @Option(names = "--format", paramLabel = "text|json", defaultValue = "text", description = "${bundle:cli.format}")
    private AnswerFormat format = AnswerFormat.TEXT;

    boolean isJson() {
        return format == AnswerFormat.JSON;
    }

    void answer(PrintWriter out, Supplier<Json> json, Supplier<String> text) {
        // Not println: the same bytes on every machine.
        out.print((isJson() ? JsonWriter.pretty(json.get()) : text.get()) + "\n");
        out.flush();
    }
}
