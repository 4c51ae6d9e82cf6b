/// Lists beside the picture, and ways to get about in it.
///
/// The outline shows boundaries and services as a tree, the search palette finds services and actions by a few letters,
/// and the problems pane leads from what is wrong in a descriptor to its place. What they show is computed by pure
/// functions ([OutlineTree][dev.orrery.app.outline.OutlineTree], [Finder][dev.orrery.app.outline.Finder]); the panes
/// only put it on the screen.
@NullMarked
package dev.orrery.app.outline;

import org.jspecify.annotations.NullMarked;
