package im.sparrow.verify.generator;

import im.sparrow.verify.client.Device;
import im.sparrow.verify.client.Session;
import java.util.List;

/**
 * One user of the town.
 *
 * @param userId as the server named him
 * @param session for REST
 * @param devices one or two, each with a log-in of its own
 */
public record Person(String userId, Session session, List<Device> devices) {}
