/** Who asks. How the identity was proved stays outside. */
package io.hyperfleet.domain.caller;
