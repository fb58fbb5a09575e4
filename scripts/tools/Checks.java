/** Tells on standard output what is as it should be and what is not, and counts the latter. */
final class Checks {

    private int differences;

    /** Begins a part of the round. */
    void part(String title) {
        System.out.println(title);
    }

    void that(boolean holds, String what) {
        if (holds) {
            ok(what);
        } else {
            differences++;
            System.out.println("  NOT SO: " + what);
        }
    }

    /** The same of two values; where they differ, both are told. */
    void same(Object expected, Object found, String what) {
        boolean holds = expected == null ? found == null : expected.equals(found);
        that(holds, holds ? what : "%s: %s, and not %s".formatted(what, found, expected));
    }

    void ok(String what) {
        System.out.println("  ok  " + what);
    }

    int differences() {
        return differences;
    }
}
