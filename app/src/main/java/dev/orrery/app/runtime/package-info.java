/// What runs: the store that owns the session, the effects that leave it, and the threads they run on.
///
/// This is the only package that names JavaFX's `Platform`. The store lives on the FX thread. An
/// [EffectRunner][dev.orrery.app.runtime.EffectRunner] hands each effect to the thread for it (files, layout, probing),
/// and every result comes back to the FX thread as an action. Nothing here decides anything: deciding is the session's.
@NullMarked
package dev.orrery.app.runtime;

import org.jspecify.annotations.NullMarked;
