package im.sparrow.message.writer;

import im.sparrow.message.writer.WriterState.Phase;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the writer writes; alive as long as waiting can help it. */
final class WriterHealth {

    @Produces
    @Singleton
    @Readiness
    HealthCheck ready(WriterState state, WriterConfig config) {
        return () -> HealthCheckResponse.named("writer")
                .withData("phase", state.phase().name())
                .withData("missing", state.missing())
                .status(!config.enabled() || state.writes())
                .build();
    }

    @Produces
    @Singleton
    @Liveness
    HealthCheck alive(WriterState state) {
        return () -> HealthCheckResponse.named("writer-thread")
                .status(state.phase() != Phase.FAILED)
                .build();
    }
}
