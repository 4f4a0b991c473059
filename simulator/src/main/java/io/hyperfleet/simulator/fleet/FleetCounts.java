package io.hyperfleet.simulator.fleet;

/**
 * How the fleet is at one moment.
 *
 * @param created ever
 * @param live there, and not deleted
 * @param reconciled of those
 * @param deleting deleted, and still there
 * @param gone ever
 */
public record FleetCounts(long created, int live, int reconciled, int deleting, long gone) {}
