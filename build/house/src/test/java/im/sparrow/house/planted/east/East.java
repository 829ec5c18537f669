package im.sparrow.house.planted.east;

import im.sparrow.house.planted.west.West;

/** One half of a cycle, for the control. */
public record East(Class<West> other) {}
