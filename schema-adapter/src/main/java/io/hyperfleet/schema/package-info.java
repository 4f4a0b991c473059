/**
 * The schemas of the provider's OpenAPI file, and the check of a spec against them. No HTTP and no
 * table; nothing leaves this package but the port.
 */
package io.hyperfleet.schema;
