/**
 * The one table of units, colours and thresholds. Air: the colours of HJ 633. Water: those in which classes of GB 3838 are
 * reported. Alerts: the four severities of Chinese warnings; blue a little lighter, to be read on a dark screen.
 */
import * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import table from './style.json';

export type Unit = keyof typeof table.units;
export type Limits = keyof typeof table.thresholds;
export type Severity = keyof typeof table.colours.severity;

export const SEVERITIES: readonly Severity[] = ['red', 'orange', 'yellow', 'blue'];

export const colours = table.colours;

export function unit(name: Unit): string {
  return table.units[name];
}

export function thresholds(name: Limits): dashboard.ThresholdsConfigBuilder {
  return new dashboard.ThresholdsConfigBuilder()
    .mode(dashboard.ThresholdsMode.Absolute)
    .steps(steps(name));
}

export function steps(name: Limits): dashboard.Threshold[] {
  const rows = table.thresholds[name] as [number | null, string][];
  return rows.map(([value, colour]) => ({ value, color: named(colour) }));
}

/** `aqi.2`, `state.good`: a place in the table. */
function named(path: string): string {
  const [group, key] = path.split('.') as [string, string];
  const colour = (colours as unknown as Record<string, Record<string, string>>)[group]?.[key];
  if (colour === undefined) {
    throw new Error(`the table has no colour ${path}`);
  }
  return colour;
}
