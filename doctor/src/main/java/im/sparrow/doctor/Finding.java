package im.sparrow.doctor;

/**
 * Something that is wrong.
 *
 * @param check who found it
 * @param what the thing and what is wrong with it; never a text that somebody sent
 * @param remedy what to do
 */
record Finding(String check, String what, String remedy) {}
