package dev.orrery.app.cli;

import dev.orrery.importer.FileReading;
import dev.orrery.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// How many of the files were read, and as what, on one line.
final class ReadingText {
    private ReadingText() {}

    static String of(List<FileReading> readings) {
        long read = readings.stream().filter(FileReading::isRead).count();
        Map<String, Long> byFormat = readings.stream()
                .flatMap(reading -> reading.formats().stream())
                .collect(Collectors.groupingBy(format -> format, TreeMap::new, Collectors.counting()));
        if (byFormat.isEmpty()) {
            return Messages.of("cli.read.none", Integer.toString(readings.size()));
        }
        String formats = byFormat.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        return Messages.of("cli.read", Long.toString(read), Integer.toString(readings.size()), formats);
    }
}
