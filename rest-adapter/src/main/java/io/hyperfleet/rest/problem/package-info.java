/**
 * How failures look on the wire: problem bodies of RFC 9457, and which status goes with what. No
 * rule that decides whether something is a failure.
 */
package io.hyperfleet.rest.problem;
