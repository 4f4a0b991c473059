/**
 * Expressions in CEL: what they may refer to, whether they can be read, and what they say of a
 * resource and the reports on it. Nothing leaves this package but the two ports.
 */
package io.hyperfleet.cel;
