/**
 * The kinds of resource that the fleet knows and the rules each one sets. Nothing of a single row.
 */
package io.hyperfleet.domain.kind;
