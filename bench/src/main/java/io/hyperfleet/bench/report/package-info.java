/** Figures, the ratios between them, and how both are written. Starts and measures nothing. */
package io.hyperfleet.bench.report;
