package im.sparrow.platform.outbox;

/** A row about to be written: what one transaction has to say. */
record Said(long id, String topic, String key, long version, String value, String headers) {}
