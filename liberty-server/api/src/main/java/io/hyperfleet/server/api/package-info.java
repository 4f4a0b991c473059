/**
 * Puts the API application together: wiring, transactions and what happens as it comes up. No rule
 * of the fleet and no HTTP; the one statement asks how many connections PostgreSQL has to give.
 */
package io.hyperfleet.server.api;
