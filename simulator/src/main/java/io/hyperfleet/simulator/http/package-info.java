/** Requests as the real clients send them: their headers, timeouts and retries. No resource. */
package io.hyperfleet.simulator.http;
