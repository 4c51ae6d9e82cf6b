package dev.orrery.app.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How long a frame takes while the real window pans and zooms a picture of 10,000 services and 30,000 dependencies,
/// at rest and while health comes in. Drawn on JavaFX's headless platform by its software pipeline, with pulses as fast
/// as they can be drawn: a frame is the time from one to the next.
public final class FramesBench {
    static final long SEED = 20_26;
    private static final int LONGEST_SECONDS = 120;

    private FramesBench() {}

    /// @param quick fewer frames
    public static Report run(boolean quick) throws IOException, InterruptedException {
        Report.Draft draft = new Report.Draft();
        for (String state : List.of("opened", "expanded")) {
            for (int updates : new int[] {0, 1_000, 100_000}) {
                measure(state, updates, quick ? 60 : 300, draft);
            }
        }
        return draft.report("frames", SEED);
    }

    private static void measure(String state, int updates, int frames, Report.Draft draft)
            throws IOException, InterruptedException {
        Map<String, List<Double>> times = new TreeMap<>();
        Map<String, List<Double>> work = new TreeMap<>();
        Map<String, List<Double>> drawing = new TreeMap<>();
        OwnProcess.run(
                List.of("-Xmx1g", "-Djavafx.animation.fullspeed=true", "-Djavafx.animation.pulse=1000"),
                FramesWindow.class,
                List.of(state, Integer.toString(updates), Integer.toString(frames)),
                LONGEST_SECONDS,
                line -> {
                    String[] words = line.split(" ");
                    if (words.length == 4 && words[0].matches("[a-z-]+")) {
                        times.computeIfAbsent(words[0], _ -> new ArrayList<>()).add(Double.valueOf(words[1]));
                        work.computeIfAbsent(words[0], _ -> new ArrayList<>()).add(Double.valueOf(words[2]));
                        drawing.computeIfAbsent(words[0], _ -> new ArrayList<>())
                                .add(Double.valueOf(words[3]));
                    }
                });
        String subject = state + ", " + updates + " updates/s";
        if (times.isEmpty()) {
            draft.skip(subject, "it drew no frame");
        }
        times.forEach((movement, all) -> draft.add(movement, subject, "frame", "ms", new Figures(all)));
        work.forEach((movement, all) -> draft.add(movement, subject, "FX thread, work", "ms", new Figures(all)));
        drawing.forEach((movement, all) -> draft.add(movement, subject, "drawing, work", "ms", new Figures(all)));
    }
}
