/** What every use case shares: units of work. Sequence and policy only; no technology. */
package io.hyperfleet.application;
