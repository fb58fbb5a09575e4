package io.oceanid.adapter.decode;

/**
 * What a model can say of a token.
 *
 * @param label what kind of entity the token belongs to; of no meaning outside
 */
record Tag(Position position, String label) {

    static final Tag OUTSIDE = new Tag(Position.OUTSIDE, "O");

    boolean isOutside() {
        return position == Position.OUTSIDE;
    }

    /** Whether no entity before the token goes on with it. */
    boolean begins() {
        return position == Position.BEGIN || position == Position.SINGLE;
    }

    /** Whether the token's entity does not go on behind it. */
    boolean ends() {
        return position == Position.END || position == Position.SINGLE;
    }

    /** Where in an entity a token stands. */
    enum Position {
        OUTSIDE,
        BEGIN,
        /** Anywhere: it begins an entity where there is none to go on with. */
        INSIDE,
        END,
        SINGLE
    }
}
