/**
 * Conditions and how they follow from what adapters report. Reads no clock: times come from the
 * resource.
 */
package io.hyperfleet.domain.status;
