/**
 * What happens to every request around its handling: identity, readiness, the access log and the
 * last line of defence. Nothing that depends on which route it is.
 */
package io.hyperfleet.rest.request;
