package io.hyperfleet.bench.report;

/**
 * One start of the server.
 *
 * @param isFirst with nothing kept from an earlier one, and with an empty schema to migrate
 */
public record Startup(
    boolean isFirst, double wallSeconds, double processorSeconds, double residentMebibytes) {}
