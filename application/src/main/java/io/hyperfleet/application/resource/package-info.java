/** What callers may do to resources, and the store that keeps them. No table and no HTTP. */
package io.hyperfleet.application.resource;
