/**
 * The command {@code simulate}: what can be said to it, the phases of a run, the line that shows
 * how it goes and the table at its end. Knows the service by its HTTP only.
 */
package io.hyperfleet.simulator;
