/**
 * A resource of any kind, its parts and what may be done to it. No table, no JSON library, no HTTP.
 */
package io.hyperfleet.domain.resource;
