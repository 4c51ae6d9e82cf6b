/// Asks over HTTP. The only package that names OkHttp.
///
/// [HttpProbe][dev.orrery.probe.http.HttpProbe] looks the name up, goes through the [gate][dev.orrery.probe.Gate]
/// and follows redirects within the origin by hand; an [Exchange][dev.orrery.probe.http.Exchange] is one request
/// and what came back; a [Judgement][dev.orrery.probe.http.Judgement] is what that counts as, row by row. Nothing
/// that the library would do by itself is left on: no retries, redirects, cookies, cache, proxy or compression, and
/// no connection is kept, so that every probe tests the name, the connection and the certificate again.
@NullMarked
package dev.orrery.probe.http;

import org.jspecify.annotations.NullMarked;
