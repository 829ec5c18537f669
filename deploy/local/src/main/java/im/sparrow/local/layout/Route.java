package im.sparrow.local.layout;

/**
 * One place to which a link leads.
 *
 * @param name as {@code chat-gateway~broker}: who connects, and to whom
 * @param port where it listens, on 127.0.0.1
 * @param health the port that says whether it may be given connections; 0 = its own port, tried
 */
public record Route(String name, int port, int health) {}
