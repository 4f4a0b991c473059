package io.hyperfleet.simulator.play;

/**
 * How lists are read.
 *
 * @param selects whether the service is asked for the resources of this run only
 */
public record ListHabits(int pageSize, boolean selects) {}
