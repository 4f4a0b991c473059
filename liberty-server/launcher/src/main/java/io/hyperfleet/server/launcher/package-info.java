/**
 * The program {@code hyperfleet-api}: the command line, the development database, and the start and
 * the stop of the server. Nothing of what the server does once it runs.
 */
package io.hyperfleet.server.launcher;
