/** What is counted while a fleet is played, in memory that does not grow. Prints nothing. */
package io.hyperfleet.simulator.measure;
