package im.sparrow.gateway.health;

import im.sparrow.gateway.command.CommandSender;
import im.sparrow.gateway.event.LogStream;
import im.sparrow.gateway.event.UserStream;
import im.sparrow.gateway.socket.Connections;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/** Ready when every partition's position is resolved, commands can be sent, and new sockets are taken. */
final class GatewayHealth {

    @Produces
    @Singleton
    @Readiness
    HealthCheck ready(LogStream log, UserStream users, CommandSender commands, Connections connections) {
        return () -> HealthCheckResponse.named("gateway")
                .withData("log stream", log.ready())
                .withData("user stream", users.ready())
                .withData("commands", commands.ready())
                .withData("accepting", connections.accepting())
                .status(log.ready() && users.ready() && commands.ready() && connections.accepting())
                .build();
    }

    @Produces
    @Singleton
    @Liveness
    HealthCheck alive(LogStream log, UserStream users) {
        return () -> HealthCheckResponse.named("streams")
                .status(!log.failed() && !users.failed())
                .build();
    }
}
