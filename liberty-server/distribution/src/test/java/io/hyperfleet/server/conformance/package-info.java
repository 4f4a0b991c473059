/**
 * Replays recorded conversations and tells where the answers differ. Nothing is known of how a
 * server is started, or of what is not built yet.
 */
package io.hyperfleet.server.conformance;
