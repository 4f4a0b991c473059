package io.hyperfleet.rest.request;

import java.time.Duration;

/**
 * For how long a request may keep the database.
 *
 * @param time zero or less for no limit
 */
public record RequestBudget(Duration time) {}
