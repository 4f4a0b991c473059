/**
 * Request bodies: how large, in which encoding, and what clients are told of those that are no
 * JSON. No member of any particular request.
 */
package io.hyperfleet.rest.body;
