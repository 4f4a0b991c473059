/** What is started, watched and stopped: servers, PostgreSQL, tools. Sends no load. */
package io.hyperfleet.bench.started;
