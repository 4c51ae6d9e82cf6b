package dev.orrery.app.sample;

/// One bundled sample.
///
/// @param id a word for the command line
/// @param summary one or two sentences
/// @param file relative to the folder of all samples, with `/`
/// @param style of architecture that it shows
public record Sample(String id, String title, String summary, String file, String style) {}
