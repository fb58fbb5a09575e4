package io.oceanid.bootstrapper.imports;

/** Numbers in 11 to 22 bytes each: a million in 16 MB. For one thread at a time. */
final class LongSet {

    private static final int SMALLEST = 1 << 10;

    private long[] slots = new long[SMALLEST];
    private boolean hasZero;
    private int size;

    /** Adds a number; false if it was there. */
    boolean add(long number) {
        if (number == 0) {
            boolean isNew = !hasZero;
            hasZero = true;
            return isNew;
        }
        int slot = slotOf(number);
        if (slots[slot] == number) {
            return false;
        }
        slots[slot] = number;
        size++;
        if (size > slots.length / 4 * 3) {
            grow();
        }
        return true;
    }

    boolean contains(long number) {
        return number == 0 ? hasZero : slots[slotOf(number)] == number;
    }

    boolean isEmpty() {
        return size == 0 && !hasZero;
    }

    /** Where a number is, or would be. */
    private int slotOf(long number) {
        int mask = slots.length - 1;
        // digests are as good as random, and their low bits as good as any
        int slot = (int) number & mask;
        while (slots[slot] != 0 && slots[slot] != number) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        for (long number : old) {
            if (number != 0) {
                slots[slotOf(number)] = number;
            }
        }
    }
}
