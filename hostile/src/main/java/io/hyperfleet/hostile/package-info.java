/**
 * The command that attacks the packaged server from outside. Sees nothing of its insides, and is
 * never part of what ships.
 */
package io.hyperfleet.hostile;
