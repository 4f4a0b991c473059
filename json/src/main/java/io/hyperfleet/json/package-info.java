/**
 * JSON read, compared and written, for every room that meets it. No HTTP, no table, no schema, and
 * no member of any particular request or answer.
 */
package io.hyperfleet.json;
