package org.tongcheng.plumbing.ledger;

import org.tongcheng.domain.feed.LedgerCount;

/**
 * A minute of the ledger in state.
 *
 * @param revision of the next issue
 */
public record LedgerMinute(LedgerCount count, int revision) {}
