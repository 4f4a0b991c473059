/** The parts that are played: the operator of a fleet, Sentinels and adapters. */
package io.hyperfleet.simulator.play;
