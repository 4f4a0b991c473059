/**
 * The probes, a small application beside the API on a listener of its own. It learns the state of
 * the service from its life-cycle bean and asks the database on connections of its own.
 */
package io.hyperfleet.server.health;
