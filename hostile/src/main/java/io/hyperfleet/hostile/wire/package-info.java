/** Connections that send anything, and what came back. Judges nothing. */
package io.hyperfleet.hostile.wire;
