package im.sparrow.platform.identity;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/** Ready when tokens can be judged; no longer alive when revocations can never be heard again. */
final class IdentityHealth {

    @Produces
    @Singleton
    @Readiness
    HealthCheck ready(VerificationKeys keys, Revocations revocations) {
        return () -> HealthCheckResponse.named("identity")
                .withData("keys", keys.known())
                .withData("revocations", revocations.caughtUp())
                .status(keys.known() && revocations.caughtUp())
                .build();
    }

    @Produces
    @Singleton
    @Liveness
    HealthCheck alive(Revocations revocations) {
        return () -> HealthCheckResponse.named("revocations")
                .status(!revocations.failed())
                .build();
    }
}
