/**
 * Load and what it took: generators, requests, histograms. Knows no scenario and no server by name.
 */
package io.hyperfleet.bench.load;
