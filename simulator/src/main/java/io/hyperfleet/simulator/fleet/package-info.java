/** What was created, what is expected of it, and what answers say of it. Sends nothing. */
package io.hyperfleet.simulator.fleet;
