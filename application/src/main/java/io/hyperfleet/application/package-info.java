/** What every use case shares: transactions. Sequence and policy only; no technology. */
package io.hyperfleet.application;
