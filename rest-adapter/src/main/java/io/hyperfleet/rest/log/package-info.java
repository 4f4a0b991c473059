/**
 * The line that each answered request leaves on the console, and how lines get there cheaply. What
 * is logged about anything else goes through {@link java.lang.System.Logger}.
 */
package io.hyperfleet.rest.log;
