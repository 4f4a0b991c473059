/**
 * Puts the API application together: wiring, transactions and what happens as it comes up. No rule
 * of the fleet, no SQL and no HTTP.
 */
package io.hyperfleet.server.api;
