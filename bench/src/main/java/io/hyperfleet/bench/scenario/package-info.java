/** What is measured, one class for each. Nothing here knows how load is made. */
package io.hyperfleet.bench.scenario;
