/**
 * The command that measures: its options and the order of what it does. Never part of what ships.
 */
package io.hyperfleet.bench;
