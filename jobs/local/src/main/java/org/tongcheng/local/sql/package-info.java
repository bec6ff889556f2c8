/** Archived feeds and results of runs as tables of an SQL database. */
@NullMarked
package org.tongcheng.local.sql;

import org.jspecify.annotations.NullMarked;
