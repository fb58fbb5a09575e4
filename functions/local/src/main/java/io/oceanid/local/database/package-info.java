/** The embedded PostgreSQL: started, migrated, ended, and what a killed run left of it. */
@NullMarked
package io.oceanid.local.database;

import org.jspecify.annotations.NullMarked;
