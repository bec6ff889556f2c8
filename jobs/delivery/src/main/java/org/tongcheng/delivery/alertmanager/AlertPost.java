package org.tongcheng.delivery.alertmanager;

import java.util.Map;

/**
 * One alert in a post. All times are epoch milliseconds.
 *
 * @param labels its identity: with another value for any of them it is another alert
 * @param endsAt in the future while it fires: when Alertmanager may take it for ended if it hears no more of it
 */
public record AlertPost(Map<String, String> labels, Map<String, String> annotations, long startsAt, long endsAt) {}
