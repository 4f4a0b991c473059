/**
 * The routes of resources, and what resources look like on the wire. No rule about resources: those
 * are decided further in.
 */
package io.hyperfleet.rest.resource;
