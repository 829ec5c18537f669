package im.sparrow.gateway.room;

/** The log was restored from a copy: numbers held here and by clients are worth nothing. An event of the container. */
public record NewEpoch() {}
