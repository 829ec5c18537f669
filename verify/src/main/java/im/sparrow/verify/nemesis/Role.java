package im.sparrow.verify.nemesis;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Whom a fault can hit. */
enum Role {
    /** The door. */
    GATEWAY("gateway", "chat-gateway", 5, 13),
    /** The log's writer; it is out of its group after 6 s, and then a zombie. */
    MESSAGE("message", "message-service", 15, 13),
    /** Friends and groups. */
    SOCIAL("social", "social-service", 15, 13),
    /** Accounts and tokens; its relay's lease ends after 10 s. */
    AUTH("auth", "auth-service", 15, 13),
    /** Kafka; requests to it are given up after 10 s. */
    BROKER("broker", "broker", 25, 13),
    /** A connection to it is given up after 30 s of silence. */
    DB("db", "database", 10, 33);

    private final String word;
    private final String service;
    private final Duration goal;
    private final Duration pause;

    Role(String word, String service, int goalSeconds, int pauseSeconds) {
        this.word = word;
        this.service = service;
        this.goal = Duration.ofSeconds(goalSeconds);
        this.pause = Duration.ofSeconds(pauseSeconds);
    }

    /** Its name in a fault's. */
    String word() {
        return word;
    }

    /** Its name in the launcher's roster. */
    String service() {
        return service;
    }

    /** Within which all is well after it was killed. */
    Duration goal() {
        return goal;
    }

    /** Longer than everything else waits for it. */
    Duration pause() {
        return pause;
    }

    static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word.equals(word)).findFirst();
    }
}
