package im.sparrow.platform.identity;

import java.io.IOException;

/**
 * Where the published keys come from: auth-service's JWKS over HTTP, or in auth-service itself its own table. A bean of
 * this type in a service takes the place of HTTP.
 */
@FunctionalInterface
public interface KeySource {

    /**
     * The keys of today as a JWKS document.
     *
     * @throws IOException when they cannot be had now; the keys known before stay in use
     * @throws InterruptedException when the asking thread is to end
     */
    String jwks() throws IOException, InterruptedException;
}
