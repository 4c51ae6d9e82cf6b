/// OpenAPI 3 and Swagger 2: a service and the interface that it provides. Who calls it is not written there.
@NullMarked
package dev.orrery.importer.openapi;

import org.jspecify.annotations.NullMarked;
