/**
 * What callers may do to resources, the store that keeps them and the schemas that they match. No
 * table and no HTTP.
 */
package io.hyperfleet.application.resource;
