/**
 * JSON in and out as text and small trees: exact numbers, limits, nothing that a database refuses.
 * No member of any particular request or answer.
 */
package io.hyperfleet.rest.body;
