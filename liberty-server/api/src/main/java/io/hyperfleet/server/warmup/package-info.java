/**
 * Has the service answer requests of its own before it says that it is ready. It knows the API as
 * clients know it, and nothing of what is behind.
 */
package io.hyperfleet.server.warmup;
