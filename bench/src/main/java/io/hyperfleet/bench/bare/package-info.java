/**
 * The least that a server of the same runtime can do. Runs inside it, without anything else of the
 * bench.
 */
package io.hyperfleet.bench.bare;
