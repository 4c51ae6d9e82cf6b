package dev.orrery.app.cli;

import dev.orrery.app.sample.Samples;
import dev.orrery.health.Attention;
import dev.orrery.history.History;
import dev.orrery.probe.Secrets;
import dev.orrery.probe.Trusts;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.BiFunction;
import java.util.function.Function;

/// What the commands have around them.
///
/// @param out takes the answer
/// @param err takes words for people
/// @param clock that ages and reports are dated by
/// @param hasDisplay whether a window could be opened
/// @param remembered what the user allowed before in each environment, by root
/// @param secrets of the user, each with its audience
/// @param history opens the history of what was named; what there is to say about it goes to `err`
/// @param attention what people said of the services of what was named, in an environment
/// @param failureLog keeps the details of a failure of our own, and says where
public record Surroundings(
        PrintWriter out,
        PrintWriter err,
        InstantSource clock,
        boolean hasDisplay,
        Samples samples,
        Function<Path, Trusts> remembered,
        Secrets secrets,
        Function<Path, History> history,
        BiFunction<Path, String, Attention> attention,
        WindowLauncher window,
        PictureWriter pictures,
        Function<Throwable, String> failureLog) {}
