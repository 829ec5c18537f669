package im.sparrow.house.planted.west;

import im.sparrow.house.planted.east.East;

/** One half of a cycle, for the control. */
public record West(Class<East> other) {}
