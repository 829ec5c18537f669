package im.sparrow.doctor;

/** Has a service compare its copies with their owners now, as it does each night, and take the owner's word. */
@FunctionalInterface
interface Repairs {

    /** Answers how many things were put right. */
    int compare(Schema keeper) throws Unreachable;
}
