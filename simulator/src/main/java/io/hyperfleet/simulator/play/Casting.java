package io.hyperfleet.simulator.play;

/**
 * Who plays, and how fast.
 *
 * @param adapters how many work on each kind; those that are required do in any case
 * @param rate requests a second of the operator at most, zero for as many as go
 * @param seed of everything that is drawn
 */
public record Casting(int adapters, int rate, long seed) {}
