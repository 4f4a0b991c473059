/**
 * Expressions in CEL: what they may refer to, and whether they can be read. No resource and no
 * report; nothing leaves this package but the port.
 */
package io.hyperfleet.cel;
