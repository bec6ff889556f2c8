/** What became of every record, per feed and minute. */
@NullMarked
package org.tongcheng.plumbing.ledger;

import org.jspecify.annotations.NullMarked;
